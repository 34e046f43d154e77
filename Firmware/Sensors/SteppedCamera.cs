using System;

namespace Sealcam.Sensors;

/// <summary>
/// A camera as a row of steps, taken in Poll: none waits, each may ask to be called again later. What goes wrong in one ends the
/// still, and the next trigger starts the part from its reset.
/// </summary>
public abstract class SteppedCamera : ICamera, IFrameSource, ISensorPart
{
    /// <summary>No still in the making. A driver's own steps are numbered from 1.</summary>
    protected const int Idle = 0;

    private readonly int _startStep, _captureStep;
    private readonly Lease _lease;
    private int _step;
    private bool _isReady;
    private long _notBeforeMs, _deadlineMs;
    private SensorSettings _wanted;     // what the next trigger begins to set up

    /// <param name="clock">The board's.</param>
    /// <param name="look">What stills are made with at first.</param>
    /// <param name="startStep">The first step for a part in an unknown state.</param>
    /// <param name="captureStep">The first step for a part that is set up.</param>
    protected SteppedCamera(IClock clock, SensorSettings look, int startStep, int captureStep)
    {
        Clock = clock;
        Look = _wanted = look;
        _startStep = startStep;
        _captureStep = captureStep;
        _lease = new Lease(this);
    }

    protected IClock Clock { get; }

    /// <summary>What the still in the making is made with.</summary>
    protected SensorSettings Look { get; private set; }

    public SensorSettings Settings => _wanted;

    /// <summary>The part is set up.</summary>
    protected bool IsReady => _isReady;

    /// <summary>Uptime of the last trigger (ms).</summary>
    protected long TriggeredMs { get; private set; }

    /// <summary>True if the present step has taken longer than it was given.</summary>
    protected bool IsLate => Clock.UptimeMs > _deadlineMs;

    public void Trigger()
    {
        if (_lease.IsOut)
        {
            throw new CameraException("trigger: the last still has not been released");
        }

        // A still that was given up half way: nobody knows where the part stands.
        _isReady &= _step == Idle && Look == _wanted;
        Look = _wanted;
        TriggeredMs = Clock.UptimeMs;
        _step = Idle;
        Go(_isReady ? _captureStep : _startStep, 0, int.MaxValue);
    }

    public IStill Poll()
    {
        if (_step == Idle)
        {
            return null;
        }

        try
        {
            while (_step != Idle && Clock.UptimeMs >= _notBeforeMs && Do(_step))
            {
            }
        }
        catch (Exception)
        {
            _step = Idle;
            _isReady = false;
            throw;
        }

        return _step == Idle ? _lease : null;
    }

    public void Apply(SensorSettings wanted) => _wanted = wanted;

    public abstract string Fault(SensorSettings wanted);

    public string Probe()
    {
        if (_step != Idle || _lease.IsOut)
        {
            throw Fail("probe", "busy with a still");
        }

        return Identity();
    }

    /// <summary>Asks the part, between two stills; as <see cref="ISensorPart.Probe"/>.</summary>
    protected abstract string Identity();

    int IFrameSource.TakeBytes(byte[] buffer, int offset, int count)
    {
        try
        {
            return TakeBytes(buffer, offset, count);
        }
        catch (Exception)
        {
            _isReady = false;
            throw;
        }
    }

    /// <summary>
    /// One slice of a step, at most about 20 ms of an ESP32's time. True to go on at once, false to be called again later.
    /// </summary>
    protected abstract bool Do(int step);

    /// <summary>As <see cref="IStill.Read"/>; never asked beyond the length given to <see cref="Deliver"/>.</summary>
    protected abstract int TakeBytes(byte[] buffer, int offset, int count);

    /// <summary>
    /// The next step, not before <paramref name="waitMs"/> from now, and the time it may take from then on (ms).
    /// </summary>
    protected bool Go(int step, int waitMs, int limitMs)
    {
        _step = step;
        _notBeforeMs = Clock.UptimeMs + waitMs;
        _deadlineMs = _notBeforeMs + limitMs;
        return true;
    }

    /// <summary>The part is set up: the next trigger begins with the capture.</summary>
    protected void SetReady() => _isReady = true;

    /// <summary>
    /// The still is there. <paramref name="exposedMs"/>: uptime at the end of its exposure, rather too early than too late.
    /// </summary>
    protected bool Deliver(int length, long exposedMs)
    {
        _lease.Open(length, exposedMs);
        _step = Idle;
        return false;
    }

    /// <summary>Gives up the still in the making or on lease; the next trigger starts the part from its reset.</summary>
    protected void Abandon()
    {
        _lease.Release();
        _step = Idle;
        _isReady = false;
    }

    protected static CameraException Fail(string step, string what) => new CameraException(step + ": " + what);
}
