namespace Sealcam;

/// <summary>
/// When a board that runs from a battery goes to deep sleep and for how long: wake, capture, push, sleep. Each waking is a boot:
/// it takes a boot count before its first still, so orders stay unrepeatable, and the departure before sleep records the last
/// sequence.
/// </summary>
public sealed class SleepPlan
{
    /// <summary>
    /// ms: a board that was switched on by hand stays awake that long, so that a technician reaches the console.
    /// </summary>
    public const int ByHandMs = 180000;

    /// <summary>ms: no server, no Wi-Fi: the battery counts for more than the still.</summary>
    public const int AwakeMostMs = 120000;

    /// <summary>ms: shorter is not worth a boot.</summary>
    public const int SleepLeastMs = 5000;

    private readonly int _intervalMs;
    private readonly int _awakeLeastMs;

    /// <param name="intervalMs">ms from waking to waking; 0: only a pin wakes the board.</param>
    /// <param name="wokenByItself">The wake cause was timer or pin, not power or reset.</param>
    public SleepPlan(int intervalMs, bool wokenByItself)
    {
        _intervalMs = intervalMs;
        _awakeLeastMs = wokenByItself ? 0 : ByHandMs;
    }

    /// <summary>Whether to begin to leave now.</summary>
    /// <param name="captured">The still that this boot is for was captured, or it is for none.</param>
    /// <param name="waiting">Stills that are not shipped.</param>
    /// <param name="owesReport">A health report is due; see <see cref="Agent.OwesReport"/>.</param>
    /// <param name="busy">Somebody is at the console, or a request is being answered.</param>
    /// <param name="uptimeMs">ms since the waking.</param>
    public bool IsTime(bool captured, int waiting, bool owesReport, bool busy, long uptimeMs)
    {
        if (busy || uptimeMs < _awakeLeastMs)
        {
            return false;
        }

        return captured && waiting == 0 && !owesReport || uptimeMs >= Limits.Greatest(AwakeMostMs, _awakeLeastMs);
    }

    /// <summary>
    /// ms to sleep so that the next still is due one interval after this boot's first; 0: no timer, a pin alone wakes the board.
    /// </summary>
    public long SleepMs(long uptimeMs)
    {
        if (_intervalMs <= 0)
        {
            return 0;
        }

        long left = _intervalMs - uptimeMs % _intervalMs;
        return left < SleepLeastMs ? left + _intervalMs : left;
    }
}
