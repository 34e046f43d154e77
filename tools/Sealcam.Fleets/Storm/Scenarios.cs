using Sealcam.Fleets.World;

namespace Sealcam.Fleets.Storm;

/// <summary>The scenarios of <c>sealcam fleet storm</c>, with the bound that each must keep.</summary>
public static class Scenarios
{
    private const int WindowMs = 5000, ToldWindowMs = 1000, RetryAfterSeconds = 60;

    public static readonly string[] Names = ["outage", "silence", "blip", "told", "overload", "power", "slow"];

    /// <summary>Connect, handshake and the first answer, of the attempt that is the last.</summary>
    private const int SettleMs = Network.HandshakeMs + Network.ExchangeMs;

    public static Scenario[] All(TimeSpan outage, TimeSpan blip, int handshakesPerSecond, int cameras)
    {
        int outageMs = (int)outage.TotalMilliseconds, blipMs = (int)blip.TotalMilliseconds;
        return [Outage(outageMs), Silence(outageMs), Blip(blipMs), ToldBlip(blipMs), Overload(outageMs), Power(),
            Slow(blipMs, handshakesPerSecond, cameras)];
    }

    public static Scenario Outage(int ms) => new()
    {
        Name = "outage", Title = $"server gone for {Text(ms)}, connections refused", Trouble = Trouble.Restart, TroubleMs = ms,
        BoundMs = 2 * Limits.BackoffMostMs + SettleMs,
    };

    public static Scenario Silence(int ms) => new()
    {
        Name = "silence", Title = $"network gone for {Text(ms)}, connections time out", Trouble = Trouble.Silence, TroubleMs = ms,
        BoundMs = 2 * Limits.BackoffMostMs + Network.PatienceMs + SettleMs,
    };

    public static Scenario Blip(int ms) => new()
    {
        Name = "blip", Title = $"server restarts in {Text(ms)}", Trouble = Trouble.Restart, TroubleMs = ms, FromLoss = true,
        BoundMs = WindowMs * 5 / 2 + SettleMs,
    };

    public static Scenario ToldBlip(int ms) => new()
    {
        Name = "told", Title = $"server restarts in {Text(ms)}, its receipts have told a window of {Text(ToldWindowMs)}",
        Trouble = Trouble.Restart, TroubleMs = ms, FromLoss = true, ToldWindowMs = ToldWindowMs,
        BoundMs = ms * 9 / 4 + ToldWindowMs * 5 / 2 + SettleMs,
    };

    public static Scenario Overload(int ms) => new()
    {
        Name = "overload", Title = $"503 with Retry-After: {RetryAfterSeconds} for {Text(ms)}",
        Trouble = Trouble.Overload, TroubleMs = ms,
        RetryAfterSeconds = RetryAfterSeconds, BoundMs = RetryAfterSeconds * 1000 + Limits.BackoffMostMs + SettleMs,
    };

    public static Scenario Power() => new()
    {
        Name = "power", Title = "everybody boots within the same second", Trouble = Trouble.Power, TroubleMs = Network.JoinMs,
        BoundMs = 1000 + WindowMs + SettleMs,
    };

    public static Scenario Slow(int ms, int perSecond, int cameras) => new()
    {
        Name = "slow", Title = $"server restarts in {Text(ms)}, then {perSecond} handshakes a second",
        Trouble = Trouble.Restart, TroubleMs = ms,
        FromLoss = true, HandshakesPerSecond = perSecond,
        BoundMs = (int)(cameras * 1000L / perSecond) + 2 * Limits.BackoffMostMs + Network.PatienceMs + SettleMs,
    };

    private static string Text(int ms) => ms % 60_000 == 0 ? $"{ms / 60_000} min" : $"{ms / 1000.0:0.#} s";
}
