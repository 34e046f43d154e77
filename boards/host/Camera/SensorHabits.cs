namespace Sealcam.Host;

/// <summary>What real sensors do that makes an agent's life harder. All are off unless asked for.</summary>
public sealed class SensorHabits
{
    /// <summary>
    /// The still is filled up with zeros behind EOI, at least one, to a multiple of this many bytes; sensors and their transfers
    /// pad to 4 or 64. 0 or 1: no padding.
    /// </summary>
    public int PadTo { get; init; }

    /// <summary>ms from the trigger to the end of the exposure.</summary>
    public int ExposureMs { get; init; }

    /// <summary>Bytes: the most that one read gives, as a serial sensor does. 0: no bound.</summary>
    public int PortionBytes { get; init; }
}
