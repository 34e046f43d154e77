namespace Sealcam.Sensors;

/// <summary>
/// What is special to one OmniVision sensor behind an ArduCAM Mini: how it is told apart, reset and set up. It holds no state of
/// the part.
/// </summary>
public abstract class SccbSensor
{
    /// <summary>The part's name, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>Bytes of a register address: 1 or 2.</summary>
    internal abstract int AddressBytes { get; }

    /// <summary>Upper bound of the writes of <see cref="Setup"/>.</summary>
    internal abstract int MostWrites { get; }

    /// <summary>The two registers that tell the part, and the mask and value of the two bytes together.</summary>
    internal abstract int IdHigh { get; }

    internal abstract int IdLow { get; }

    internal abstract int IdMask { get; }

    internal abstract int Id { get; }

    /// <summary>ms after the software reset before the part listens again.</summary>
    internal abstract int ResetMs { get; }

    /// <summary>ms after the set-up until exposure and white balance have found the scene.</summary>
    internal abstract int WarmUpMs { get; }

    /// <summary>Bytes of the module's FIFO; a length that reaches its end is an overrun.</summary>
    internal abstract int FifoBytes { get; }

    /// <summary>Value of the ArduChip's timing register 03, or -1 to leave it alone.</summary>
    internal abstract int Timing { get; }

    /// <summary>Why the settings are not for this part, or null.</summary>
    internal abstract string Fault(SensorSettings settings);

    /// <summary>Writes before the identity is read (a bank select), then those of the software reset.</summary>
    internal abstract void Select(RegisterList list);

    internal abstract void Reset(RegisterList list);

    /// <summary>Writes that put the part into standby; the reset ends it.</summary>
    internal abstract void Rest(RegisterList list);

    /// <summary>Everything after the reset.</summary>
    internal abstract void Setup(SensorSettings settings, RegisterList list);

    /// <summary>ms of one frame with these settings: so long before a frame's readout its exposure may have begun.</summary>
    internal abstract int FrameMs(SensorSettings settings);
}
