namespace Sealcam.Sensors;

/// <summary>
/// Registers and frame FIFO behind ArduCAM's SPI protocol: a command byte, the top bit for a write, then the value; both the
/// Mini and the Mega speak it (ArduCAM, "Arducam Chip", section 2 "SPI Interface Timing"; "Mega SPI Camera Series Application
/// Note" of 2023, section 3; Arducam_Mega SDK, cameraBusRead and cameraBusWrite).
/// </summary>
internal sealed class SpiRegisters
{
    private const int WriteFlag = 0x80;

    /// <summary>Burst FIFO read; further ones of a frame go on where the last one ended (Mega: application note 3.4).</summary>
    private const int BurstRead = 0x3C;

    private readonly ISpi _spi;
    private readonly int _leadBytes;
    private readonly byte[] _scratch = new byte[4];

    /// <param name="spi">The device.</param>
    /// <param name="leadBytes">Bytes between a read command and the value: 0 on the Mini, 1 on the Mega.</param>
    public SpiRegisters(ISpi spi, int leadBytes)
    {
        _spi = spi;
        _leadBytes = leadBytes;
    }

    public void Write(int register, int value)
    {
        _scratch[0] = (byte)(register | WriteFlag);
        _scratch[1] = (byte)value;
        _spi.Select();
        try
        {
            _spi.Write(_scratch, 0, 2);
        }
        finally
        {
            _spi.Deselect();
        }
    }

    public int Read(int register)
    {
        _scratch[0] = (byte)register;
        _spi.Select();
        try
        {
            _spi.Write(_scratch, 0, 1);
            _spi.Read(_scratch, 0, _leadBytes + 1);
        }
        finally
        {
            _spi.Deselect();
        }

        return _scratch[_leadBytes];
    }

    /// <summary>Three registers in a row as one number, the lowest byte first.</summary>
    public int ReadLength(int first) => Read(first) | Read(first + 1) << 8 | Read(first + 2) << 16;

    /// <summary>
    /// The next bytes of the FIFO, behind <paramref name="dummies"/> (at most 4) that are thrown away; returns how many.
    /// </summary>
    public int Burst(int dummies, byte[] buffer, int offset, int count)
    {
        int take = count < _spi.ChunkBytes ? count : _spi.ChunkBytes;
        _scratch[0] = BurstRead;
        _spi.Select();
        try
        {
            _spi.Write(_scratch, 0, 1);
            if (dummies > 0)
            {
                _spi.Read(_scratch, 0, dummies);
            }

            _spi.Read(buffer, offset, take);
        }
        finally
        {
            _spi.Deselect();
        }

        return take;
    }
}
