using Sealcam.Host;

namespace Sealcam.Faults;

/// <summary>
/// One camera in front of the real server, on a link that behaves by plan, in time that passes only when it must.
/// </summary>
internal sealed class Bench : IDisposable
{
    /// <summary>ms of real time: how long an answer is waited for, and one that a fault may have made impossible.</summary>
    private const int PatienceMs = 10_000, DisturbedPatienceMs = 40;

    /// <summary>ms of the board's time, and Steps: beyond them the agent does not come to rest.</summary>
    private const long MostMs = 3 * 3600_000L;

    private const int MostSteps = 2_000_000, LongestMs = 1000;

    private readonly HostBoard _board;
    private readonly VirtualClock _clock;
    private readonly int _stills;
    private readonly System.Diagnostics.Stopwatch _real = new();
    private readonly int _patienceMs;
    private bool _expected;

    public Bench(Receiver receiver, Setup setup, int stills, int seed, IReadOnlyList<PlannedFault> plan, Action<string> line, Route? route = null)
    {
        route ??= new Route();
        _stills = stills;
        _patienceMs = route.PatienceMs;
        _board = new HostBoard(new HostBoardOptions
        {
            Name = "bench",
            FlashFolder = route.Flash ?? receiver.NewCamera(),
            Authority = route.Authority ?? receiver.Authority.Certificate,
            LinkTimeoutMs = route.PatienceMs,
        });
        _clock = new VirtualClock(_board.Clock);
        var dice = new Random(seed);
        Link = new ScriptedLink(_board.Link, _clock, Jump, plan);
        Parts parts = _board.Parts;
        parts.Camera = new NoiseCamera(_clock, dice, setup.LeastStill, setup.MostStill);
        parts.Clock = _clock;
        parts.Entropy = new SeededEntropy(dice);
        parts.Link = Link;
        parts.Log = new LineLog(text => line($"{_clock.UptimeMs,9} {text}"));
        parts.Stills = setup.Keep == Keeping.Ram ? null : parts.Stills;
        Agent = new Agent(parts, setup.ToSettings(route.Port ?? receiver.Port, stills));
        Agent.Clock.Offer(_board.Clock.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
    }

    public Agent Agent { get; }

    public ScriptedLink Link { get; }

    /// <summary>What the link was made with: the device's certificate among it.</summary>
    public SslLinkOptions LinkOptions => _board.LinkOptions;

    public string Device => Agent.DeviceId;

    public int Handshakes => _board.Link.Handshakes;

    /// <summary>Until all is shipped, or set aside; false if it does not come to rest.</summary>
    public bool Run()
    {
        bool drained = RunUntil(() => Agent.IsDrained);
        Agent.Stop();
        return drained;
    }

    /// <summary>Steps until it is so; false if so much of the board's time passes before.</summary>
    public bool RunUntil(Func<bool> isSo, long mostMs = MostMs)
    {
        long end = _clock.UptimeMs + mostMs;
        for (int steps = 0; !isSo(); steps++)
        {
            if (steps > MostSteps || _clock.UptimeMs > end)
            {
                return false;
            }

            Pass(Agent.Step());
        }

        return true;
    }

    /// <summary>What does not add up on the camera's side.</summary>
    public IEnumerable<string> Faults()
    {
        Counters counters = Agent.Counters;
        if (counters.Captured != _stills || counters.Sealed != _stills || counters.Receipted != _stills)
        {
            yield return $"of {_stills} stills {counters.Captured} captured, {counters.Sealed} sealed, {counters.Receipted} receipted, "
                + $"{counters.RefusedByServer} refused, {counters.Dropped} dropped";
        }

        if (counters.Dropped + counters.RefusedByServer + counters.RefusedByAgent + counters.CameraFaults > 0)
        {
            yield return "something was dropped or refused";
        }

        if (((IOutboxView)Agent.Outbox).KeptCount > 0 || ((IOutboxFill)Agent.Outbox).FillPerMille > 0)
        {
            yield return "something is left in the outbox";
        }
    }

    public void Dispose() => _board.Dispose();

    /// <summary>Real time passes only while the server may have something to say.</summary>
    private void Pass(int wait)
    {
        bool expects = Link.IsHeard && Agent.Uplink.State == "shipping";
        if (expects && !_expected)
        {
            _real.Restart();
        }

        _expected = expects;
        if (wait <= 0)
        {
            return;
        }

        if (expects && _real.ElapsedMilliseconds < (Link.IsDisturbed ? DisturbedPatienceMs : _patienceMs))
        {
            _board.Sleep(wait);
            _clock.UptimeMs++;
            return;
        }

        _clock.UptimeMs += Math.Min(wait, LongestMs);
    }

    private void Jump(int years) => _board.Clock.Set(_board.Clock.UtcNow.AddYears(years).ToUnixTimeSeconds());
}
