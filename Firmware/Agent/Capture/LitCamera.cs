namespace Sealcam;

/// <summary>
/// A sensor with a lamp: lights it before the exposure and puts it out when the still is there. The sensor is triggered only
/// after the warm-up, so the light is on for the whole exposure.
/// </summary>
public sealed class LitCamera : ICamera
{
    /// <summary>
    /// ms: a lamp that is still on then is put out whatever the sensor does. ESP32-CAM's LED has no heat sink, and the agent
    /// tells no driver that it has given up a still.
    /// </summary>
    public const int OnMostMs = 10000;

    private readonly ICamera _camera;
    private readonly ILamp _lamp;
    private readonly IClock _clock;
    private readonly int _warmMs;
    private bool _lit;
    private bool _pending;
    private long _litMs;

    /// <summary>
    /// <paramref name="warmMs"/> is the ms from light to trigger; the sensor's own settling frames come after it.
    /// </summary>
    public LitCamera(ICamera camera, ILamp lamp, IClock clock, int warmMs)
    {
        _camera = camera;
        _lamp = lamp;
        _clock = clock;
        _warmMs = warmMs;
    }

    public void Trigger()
    {
        Light(true);
        _pending = true;
        Go();
    }

    public IStill Poll()
    {
        Tend();
        Go();
        if (_pending)
        {
            return null;
        }

        try
        {
            var still = _camera.Poll();
            if (still != null)
            {
                Light(false);
            }

            return still;
        }
        catch (CameraException)
        {
            Light(false);
            throw;
        }
    }

    /// <summary>Puts the lamp out once it has been on too long. The board calls it in its loop, stills or not.</summary>
    public void Tend()
    {
        if (_lit && _clock.UptimeMs - _litMs >= OnMostMs)
        {
            Light(false);
        }
    }

    private void Go()
    {
        if (!_pending || _clock.UptimeMs - _litMs < _warmMs)
        {
            return;
        }

        _pending = false;
        try
        {
            _camera.Trigger();
        }
        catch (CameraException)
        {
            Light(false);
            throw;
        }
    }

    private void Light(bool on)
    {
        if (on)
        {
            _litMs = _clock.UptimeMs;
        }

        _lit = on;
        _lamp.Set(on);
    }
}
