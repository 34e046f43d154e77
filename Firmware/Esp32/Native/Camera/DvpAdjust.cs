using Sealcam.Sensors;

namespace Sealcam.Dvp;

/// <content>What a technician asks and adjusts.</content>
/// <remarks>
/// The driver sets the sensor up when it is opened, so a new setting closes it, and the next trigger opens it with that. The
/// frame buffer in PSRAM is as large as the size asks for, and the firmware's reserve is reckoned for the board's own size: no
/// larger one is taken.
/// </remarks>
public sealed partial class DvpCamera : ISensorPart
{
    private readonly int _width, _height;
    private bool _changed;

    public SensorSettings Settings { get; private set; }

    /// <summary>Opens the sensor if it is closed: up to a second in native code.</summary>
    public string Probe()
    {
        if (_still != null)
        {
            throw new CameraException("probe: busy with a still");
        }

        if (!_open)
        {
            Open();
        }

        int id = Check("probe", _dvp.SensorId());
        string name = id == 0x26 ? "OV2640" : id == 0x3660 ? "OV3660" : id == 0x5640 ? "OV5640" : "unknown sensor";
        return name + ", id 0x" + id.ToString("X4");
    }

    public string Fault(SensorSettings wanted)
    {
        return wanted.Fault() ?? (!DvpLook.HasSize(wanted.Width, wanted.Height)
            ? "esp32-camera has no size " + wanted.Width + "x" + wanted.Height
            : wanted.Width * wanted.Height > _width * _height
                ? wanted.Width + "x" + wanted.Height + " needs a larger frame buffer than this board's " + _width + "x" + _height : null);
    }

    public void Apply(SensorSettings wanted)
    {
        Settings = wanted;
        _changed = true;
    }

    private void TakeOver()
    {
        if (_changed)
        {
            _changed = false;
            DvpLook.Put(Settings, _config);
            if (_open)
            {
                Close();
            }
        }
    }
}
