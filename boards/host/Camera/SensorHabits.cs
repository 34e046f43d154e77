namespace Sealcam.Host;

/// <summary>What real sensors do that makes an agent's life harder. All are off unless asked for.</summary>
public sealed class SensorHabits
{
    /// <summary>
    /// The still is filled up with zeros behind EOI to a multiple of this many bytes, at least one. ESP32's DVP driver and ArduCAM's
    /// FIFO pad to 4 and more, VC0706 to 64. 0 or 1: no padding.
    /// </summary>
    public int PadTo { get; init; }

    /// <summary>ms from the trigger to the end of the exposure.</summary>
    public int ExposureMs { get; init; }

    /// <summary>Bytes: the most that one read gives, as a serial sensor does. 0: no bound.</summary>
    public int PortionBytes { get; init; }
}
