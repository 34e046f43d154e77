namespace Sealcam;

/// <summary>
/// When the next still is due. However long the board was frozen, at most one late still follows, never a burst.
/// </summary>
public sealed class Schedule
{
    private readonly int _intervalMs;
    private long _dueMs;
    private bool _asked;

    /// <summary>First due at once; an interval of 0 is due only when asked.</summary>
    public Schedule(int intervalMs, long nowMs)
    {
        _intervalMs = intervalMs;
        _dueMs = nowMs;
    }

    /// <summary>A still is wanted as soon as possible: a trigger pin, a person, a request.</summary>
    public void Ask() => _asked = true;

    /// <summary>ms until a still is due, 0 if it is, int.MaxValue if none will be.</summary>
    public int WaitMs(long nowMs)
    {
        if (_asked)
        {
            return 0;
        }

        if (_intervalMs <= 0)
        {
            return int.MaxValue;
        }

        long wait = _dueMs - nowMs;
        return wait <= 0 ? 0 : (int)wait;
    }

    /// <summary>A still was started now: the next is due at the next multiple of the interval that is still ahead.</summary>
    public void Started(long nowMs)
    {
        _asked = false;
        if (_intervalMs > 0 && nowMs >= _dueMs)
        {
            _dueMs += ((nowMs - _dueMs) / _intervalMs + 1) * _intervalMs;
        }
    }
}
