namespace Sealcam.Sensors;

/// <summary>
/// One device on an SPI bus, mode 0, most significant bit first, with its chip select driven by hand: a burst is a command and
/// its data under one select, and nanoFramework's own chip select would rise between the two calls.
/// </summary>
/// <remarks>
/// On nanoFramework: SpiDevice with chipSelectLine -1 and a GpioPin; Write and Read wrap the array in a SpanByte, without a
/// copy. Any method may throw; the driver then starts the part anew at its next trigger.
/// </remarks>
public interface ISpi
{
    /// <summary>
    /// Bytes: the most that one <see cref="Write"/> or <see cref="Read"/> may move. nanoFramework allocates buffers of that size
    /// in internal RAM for each transfer, so 4,096 is a good bound and 32,767 the hard one (native sizes are 16 bits wide).
    /// </summary>
    int ChunkBytes { get; }

    /// <summary>Chip select low. Never nested.</summary>
    void Select();

    /// <summary>Chip select high.</summary>
    void Deselect();

    /// <summary>Clocks bytes out; what comes in meanwhile is lost.</summary>
    void Write(byte[] buffer, int offset, int count);

    /// <summary>Clocks bytes in; what goes out meanwhile does not matter to any part here.</summary>
    void Read(byte[] buffer, int offset, int count);
}
