using System;
using Sealcam.Sensors;

namespace Sealcam.Dvp;

/// <summary>OV2640, OV3660 or OV5640 on the DVP bus, through the native driver in the firmware.</summary>
/// <remarks>
/// The sensor is opened at the first trigger, not at boot: a board whose ribbon is loose must still join Wi-Fi and say what is
/// wrong. After any fault it is closed and opened anew at the next trigger, which is what gets an ESP32-S3 out of a stalled
/// transfer (esp32-camera issue 620). <see cref="Open"/> freezes the board for up to a second; a frame that has lost its end
/// makes the driver wait up to 4 s for the next one (esp_camera.c, FB_GET_TIMEOUT).
/// </remarks>
public sealed partial class DvpCamera : ICamera, ISensorRest
{
    private readonly IDvp _dvp;
    private readonly IClock _clock;
    private readonly int[] _config;
    private readonly int _settle;
    private DvpStill _still;
    private bool _open;

    public DvpCamera(IDvp dvp, DvpPins pins, DvpSettings settings, IClock clock)
    {
        _dvp = dvp;
        _clock = clock;
        _config = DvpConfig.Make(pins, settings);
        _settle = settings.Settle;
        _width = settings.Width;
        _height = settings.Height;
        Settings = DvpLook.Of(settings);
    }

    /// <summary>
    /// Null if this firmware has the native driver, else the sentence that says it has not. Needs no sensor and no open bus.
    /// </summary>
    public static string FirmwareFault(IDvp dvp)
    {
        try
        {
            dvp.SensorId();
            return null;
        }
        catch (NotSupportedException)
        {
            return "this firmware has no DVP driver: build and flash it as Firmware/Esp32/Native/README.md says; nothing is captured";
        }
    }

    public void Trigger()
    {
        EndLease();
        TakeOver();
        if (!_open)
        {
            Open();
        }

        Check("trigger", _dvp.Trigger(_settle));
    }

    public IStill Poll()
    {
        if (_still != null)
        {
            return _still;
        }

        if (!_open)
        {
            throw new CameraException(DvpFault.Text("capture", DvpFault.Closed, 0));
        }

        int length = Check("capture", _dvp.Poll());
        if (length == 0)
        {
            return null;
        }

        int age = Check("capture", _dvp.AgeMs());
        _still = new DvpStill(this, _dvp, length, _clock.UptimeMs - age);
        return _still;
    }

    public void Rest()
    {
        if (_open)
        {
            Close();
        }
    }

    /// <summary>Frees the bus, and puts the sensor to rest. The next trigger opens it again.</summary>
    public void Close()
    {
        EndLease();
        _open = false;
        _dvp.Close();
    }

    internal void Released(DvpStill still)
    {
        if (_still == still)
        {
            _still = null;
            _dvp.Release();
        }
    }

    internal int Check(string step, int result)
    {
        if (result >= 0)
        {
            return result;
        }

        string text = DvpFault.Text(step, result, _dvp.Detail());
        _open = false;
        _still = null;
        _dvp.Close();
        throw new CameraException(text);
    }

    private void Open()
    {
        string fault = FirmwareFault(_dvp);
        if (fault != null)
        {
            throw new CameraException(fault);
        }

        Check("open", _dvp.Open(_config));
        _open = true;
    }

    private void EndLease() => _still?.Release();
}
