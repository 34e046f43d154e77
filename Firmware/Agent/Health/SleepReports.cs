namespace Sealcam;

/// <summary>
/// When a board that sleeps between its stills reports. Each waking is a boot whose uptime starts at 0, so an interval of uptime
/// never comes to its end: reports are counted in boots, one in every n-th, and the boot count that says which is durable.
/// </summary>
public sealed class SleepReports
{
    /// <summary>
    /// ms: a board that only its pin wakes has no interval to count; it wakes by its timer that often, so that silence shows.
    /// </summary>
    public const int PinOnlyMs = 86400000;

    /// <summary>
    /// ms that the report of a boot waits for the boot's still to be receipted: counts begin at 0 in each boot, and a report that
    /// leaves before the still says nothing.
    /// </summary>
    public const int BehindStillMs = 20000;

    private readonly bool _byTimer;

    /// <param name="stillIntervalMs">ms from waking to waking; 0: a pin alone wakes the board.</param>
    /// <param name="healthIntervalMs">ms from report to report that are wanted.</param>
    public SleepReports(int stillIntervalMs, int healthIntervalMs)
    {
        _byTimer = stillIntervalMs > 0;
        int waking = stillIntervalMs > 0 ? stillIntervalMs : PinOnlyMs;
        long boots = stillIntervalMs > 0 ? ((long)healthIntervalMs + waking - 1) / waking : 1;
        EveryBoots = boots < 1 ? 1 : (uint)boots;
        long interval = EveryBoots * (long)waking;
        IntervalMs = interval > int.MaxValue ? int.MaxValue : (int)interval;
    }

    /// <summary>Boots from one report to the next.</summary>
    public uint EveryBoots { get; }

    /// <summary>
    /// What a report says that its interval is. A pin that wakes the board between makes them come sooner, never later.
    /// </summary>
    public int IntervalMs { get; }

    /// <summary>Whether a boot of this cause makes a still: the daily one of a board that its pin wakes does not.</summary>
    public bool MakesStill(int wakeCause) => _byTimer || wakeCause == WakeCause.Pin;

    /// <summary>
    /// Whether this boot owes a report from its start on. One that no sleep came before does: somebody has just switched it on.
    /// </summary>
    public bool IsDue(uint bootCount, int wakeCause) =>
        bootCount % EveryBoots == 0 || wakeCause != WakeCause.Timer && wakeCause != WakeCause.Pin;
}
