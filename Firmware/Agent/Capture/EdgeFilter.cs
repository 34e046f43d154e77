namespace Sealcam;

/// <summary>
/// Makes triggers out of a pin: a level counts once it has held for the debounce time, also if it is gone before anybody asks,
/// must go away before it counts again, and counts at most once in a gap, so that a PIR in the wind cannot fill the outbox.
/// </summary>
public sealed class EdgeFilter
{
    private readonly int _debounceMs;
    private readonly int _gapMs;
    private bool _active;
    private bool _counted;
    private bool _missed;  // a level held long enough and went before it was taken
    private bool _fired;
    private long _sinceMs;
    private long _firedMs;

    /// <param name="debounceMs">ms that the level must hold: 30 for a button, 0 for a PIR, which holds it for seconds
    /// itself.</param>
    /// <param name="gapMs">ms from one trigger to the next at least.</param>
    public EdgeFilter(int debounceMs, int gapMs)
    {
        _debounceMs = debounceMs;
        _gapMs = gapMs;
    }

    /// <summary>Triggers that came within the gap and made no still.</summary>
    public int Suppressed { get; private set; }

    /// <summary>The pin's level, at each change and as often as one likes. Times never go back.</summary>
    public void See(bool active, long nowMs)
    {
        if (active != _active)
        {
            _missed |= IsDue(nowMs);
            _active = active;
            _counted = false;
            _sinceMs = nowMs;
        }
    }

    /// <summary>True once for each trigger; call it often.</summary>
    public bool Take(long nowMs)
    {
        bool due = IsDue(nowMs);
        if (!due && !_missed)
        {
            return false;
        }

        _missed = false;
        _counted |= due;
        if (_fired && nowMs - _firedMs < _gapMs)
        {
            Suppressed++;
            return false;
        }

        _fired = true;
        _firedMs = nowMs;
        return true;
    }

    /// <summary>ms until <see cref="Take"/> may be true without a change of the pin; int.MaxValue if it will not.</summary>
    public int WaitMs(long nowMs)
    {
        if (_missed)
        {
            return 0;
        }

        if (!_active || _counted)
        {
            return int.MaxValue;
        }

        long wait = _debounceMs - (nowMs - _sinceMs);
        return wait <= 0 ? 0 : (int)wait;
    }

    private bool IsDue(long nowMs) => _active && !_counted && nowMs - _sinceMs >= _debounceMs;
}
