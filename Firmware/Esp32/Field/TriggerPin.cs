using System.Device.Gpio;
using System.Threading;

namespace Sealcam.Esp32;

/// <summary>A pin that asks for stills: a PIR, a door contact, a button.</summary>
/// <remarks>
/// Changes come as events on a thread of the platform's, also while the agent is in a call of several seconds, but not while
/// native code freezes everything. The library's own DebounceTimeout is not used: it drops the edge that ends a bounce, and the
/// level is then known wrongly until the next one.
/// </remarks>
public sealed class TriggerPin
{
    /// <summary>ms: contacts bounce for 1 to 20 (Ganssle, "A Guide to Debouncing").</summary>
    private const int DebounceMs = 30;

    private readonly GpioPin _pin;
    private readonly bool _activeHigh;
    private readonly EdgeFilter _filter;
    private readonly IClock _clock;
    private readonly AutoResetEvent _changed;

    /// <summary>
    /// <paramref name="gapMs"/> is the least time from still to still; <paramref name="changed"/> is set at each change, so
    /// that a sleeping loop wakes up.
    /// </summary>
    public TriggerPin(int pin, bool activeHigh, int gapMs, IClock clock, AutoResetEvent changed)
    {
        _activeHigh = activeHigh;
        _clock = clock;
        _changed = changed;
        _filter = new EdgeFilter(DebounceMs, gapMs);
        _pin = new GpioController().OpenPin(pin, activeHigh ? PinMode.InputPullDown : PinMode.InputPullUp);
        _pin.ValueChanged += Changed;
        See();
    }

    /// <summary>Triggers within the gap, since boot.</summary>
    public int Suppressed => _filter.Suppressed;

    /// <summary>True once for each trigger.</summary>
    public bool Take()
    {
        See();
        lock (_filter)
        {
            return _filter.Take(_clock.UptimeMs);
        }
    }

    /// <summary>ms until <see cref="Take"/> wants to be called without a change of the pin.</summary>
    public int WaitMs()
    {
        lock (_filter)
        {
            return _filter.WaitMs(_clock.UptimeMs);
        }
    }

    private void Changed(object sender, PinValueChangedEventArgs e)
    {
        See();
        _changed.Set();
    }

    private void See()
    {
        lock (_filter)
        {
            _filter.See((_pin.Read() == PinValue.High) == _activeHigh, _clock.UptimeMs);
        }
    }
}
