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

    /// <summary>
    /// ms: a receipt that moves a known time by more must first see the server's certificate pass under the new one.
    /// </summary>
    private const long DoubtfulMs = 86400000;

    private readonly IClock _board;
    private long _unixMsAtBoot;
    private long _formerMsAtBoot;   // what a doubtful receipt has moved the clock away from
    private int _formerQuality;     // None: nothing is in doubt

    public WallClock(IClock board)
    {
        _board = board;
    }

    /// <summary>One of the qualities above; <see cref="None"/> until a time was offered.</summary>
    public int Quality { get; private set; }

    /// <summary>Unix seconds now; 0 while the quality is <see cref="None"/>.</summary>
    public long UnixSeconds => Quality == None ? 0 : (_unixMsAtBoot + _board.UptimeMs) / 1000;

    /// <summary>
    /// A receipt has moved a time of this boot by more than a day, and no handshake has passed since: not a time to be recorded.
    /// A stored time is expected to be late, and a board that sleeps after each receipt would never move it on.
    /// </summary>
    public bool IsDoubtful => _formerQuality > Stored;

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

        Take(unixSeconds * 1000 - _board.UptimeMs, quality);
        return true;
    }

    /// <summary>The server's certificate passed under this time.</summary>
    public void Confirm() => _formerQuality = None;

    /// <summary>
    /// The server's certificate failed. If that may be because a receipt has moved the clock, the former time comes back: a
    /// server whose clock ran wrong once must not lock its fleet out. Returns whether it came back.
    /// </summary>
    public bool Doubt()
    {
        if (_formerQuality == None)
        {
            return false;
        }

        _unixMsAtBoot = _formerMsAtBoot;
        Quality = _formerQuality;
        _formerQuality = None;
        _board.Set(UnixSeconds);
        return true;
    }

    private void Take(long unixMsAtBoot, int quality)
    {
        long moved = unixMsAtBoot - _unixMsAtBoot;
        bool far = moved > DoubtfulMs || moved < -DoubtfulMs;
        if (quality != Receipt)
        {
            _formerQuality = None;  // somebody else vouches for it
        }
        else if (far && Quality != None && _formerQuality == None)
        {
            _formerMsAtBoot = _unixMsAtBoot;
            _formerQuality = Quality;
        }

        _unixMsAtBoot = unixMsAtBoot;
        Quality = quality;
        _board.Set(UnixSeconds);
    }
}
