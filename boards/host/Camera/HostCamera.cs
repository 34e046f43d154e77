using System;

namespace Sealcam.Host;

/// <summary>What the host's cameras have in common: one still at a time, the exposure, the sensor's habits.</summary>
public abstract class HostCamera : ICamera
{
    private readonly IClock _clock;
    private readonly SensorHabits _habits;
    private byte[] _frame = [];
    private bool _isTriggered;
    private bool _isLeased;
    private long _exposedAtMs;

    private protected HostCamera(IClock clock, SensorHabits habits)
    {
        _clock = clock;
        _habits = habits ?? new SensorHabits();
    }

    public void Trigger()
    {
        if (_isLeased)
        {
            throw new CameraException("trigger: the last still has not been released");
        }

        _isTriggered = true;
        _exposedAtMs = _clock.UptimeMs + _habits.ExposureMs;
    }

    public IStill Poll()
    {
        if (!_isTriggered || _clock.UptimeMs < _exposedAtMs)
        {
            return null;
        }

        _isTriggered = false;
        long exposedMs = _clock.UptimeMs;
        int length = Pad(Expose(ref _frame));
        _isLeased = true;
        return new LeasedStill(_frame, length, exposedMs, _habits.PortionBytes, () => _isLeased = false);
    }

    /// <summary>Puts the next JPEG into the buffer, which it may replace by a larger one. Returns its length in bytes.</summary>
    /// <exception cref="CameraException">There is none this time; the next trigger tries anew.</exception>
    private protected abstract int Expose(ref byte[] frame);

    private int Pad(int length)
    {
        if (_habits.PadTo <= 1)
        {
            return length;
        }

        int padded = ((length / _habits.PadTo) + 1) * _habits.PadTo;
        if (_frame.Length < padded)
        {
            Array.Resize(ref _frame, padded);
        }

        Array.Clear(_frame, length, padded - length);
        return padded;
    }
}
