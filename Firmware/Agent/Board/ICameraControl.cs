namespace Sealcam;

/// <summary>The sensor's adjustments, for a technician who sets up the camera's view.</summary>
public interface ICameraControl
{
    /// <summary>
    /// Asks the sensor who it is: "OV2640, id 0x2642". Throws <see cref="CameraException"/> if it does not answer.
    /// </summary>
    string Probe();

    /// <summary>What can be set.</summary>
    int OptionCount { get; }

    /// <summary>"size".</summary>
    string OptionName(int option);

    /// <summary>What it may be, in words or divided by bars: "QVGA|VGA|SVGA", "0..63".</summary>
    string OptionRange(int option);

    /// <summary>What it is now.</summary>
    string OptionValue(int option);

    /// <summary>
    /// Sets it, from the next exposure on. False if the value is not in the range. Throws <see cref="CameraException"/>.
    /// </summary>
    bool Set(int option, string value);
}
