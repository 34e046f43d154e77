namespace Sealcam;

/// <summary>
/// The time of day and how it is known. A better source replaces a worse one; the same source corrects only a real jump, so that
/// capture time minus uptime stays constant within a boot and a verifier can see a clock that was moved.
/// </summary>
public sealed class WallClock
{
    /// <summary>Clock qualities, the numbers that tokens carry (PROTOCOL.md 2.3).</summary>
    public const int None = 0, Stored = 1, Operator = 2, Network = 3, Receipt = 4;

    /// <summary>2026-01-01, before this was written: an earlier time is an unset clock somewhere, not a time.</summary>
    private const long Earliest = 1767225600;

    /// <summary>Last second of an unsigned 32-bit count (2106), the range of the token's iat.</summary>
    private const long Latest = 4294967295;

    /// <summary>Seconds: a difference within this is rounding and travel time.</summary>
    private const int Tolerance = 5;

    private readonly IClock _board;
    private long _unixMsAtBoot;

    public WallClock(IClock board)
    {
        _board = board;
    }

    /// <summary>One of the qualities above; <see cref="None"/> until a time was offered.</summary>
    public int Quality { get; private set; }

    /// <summary>Unix seconds now; 0 while the quality is <see cref="None"/>.</summary>
    public long UnixSeconds => Quality == None ? 0 : (_unixMsAtBoot + _board.UptimeMs) / 1000;

    /// <summary>
    /// Offers a time (Unix seconds) of the given quality. Returns whether it was taken: never from a worse source than the one in
    /// use, never one that cannot be true.
    /// </summary>
    public bool Offer(long unixSeconds, int quality)
    {
        if (quality <= None || quality > Receipt || quality < Quality || unixSeconds < Earliest || unixSeconds > Latest)
        {
            return false;
        }

        long off = unixSeconds - UnixSeconds;
        if (quality == Quality && off >= -Tolerance && off <= Tolerance)
        {
            return false;
        }

        _unixMsAtBoot = unixSeconds * 1000 - _board.UptimeMs;
        Quality = quality;
        _board.Set(unixSeconds);
        return true;
    }
}
