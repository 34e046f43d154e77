namespace Sealcam.Tests.Models;

/// <summary>
/// OV5642 at its registers, after OmniVision's preliminary specification as public drivers quote it: what they make the part put
/// out, or why that is not JPEG of a whole, unstretched picture.
/// </summary>
/// <remarks>
/// Reset values: Allwinner's sunxi_csi ov5642.c. From ArduCAM's list and issues: the orientations that give a picture. Assumed: a
/// window smaller than the array works with the full array's timing (no source shows one); raw gamma without a table of its own
/// is black; the scaler shrinks to any whole blocks.
/// </remarks>
public sealed class Ov5642Model : SensorModel
{
    private const int First = 0x3000, Pages = 0x30;

    private readonly byte[][] _pages = new byte[Pages][];
    private int _address = -1;

    public Ov5642Model(SimClock clock) : base(clock)
    {
        Reset();
    }

    /// <summary>The part that registers 300A and 300B tell (5642).</summary>
    public int Product = 0x5642;

    public override bool IsStreaming => (this[0x3008] & 0x40) == 0;  // SYSTEM CTRL0[6]: software power down

    /// <summary>HTS x VTS clocks at 48 MHz, what the PLL makes of 24 MHz with 3010 = 10 and 3011 = 08.</summary>
    public override long PeriodUs
    {
        get
        {
            long clocks = (long)Word(0x380C) * Word(0x380E);
            return clocks == 0 ? 100000 : clocks / 48;
        }
    }

    protected override int AddressBytes => 2;

    protected override bool IsAddressed => _address >= 0;

    /// <summary>A register as it stands.</summary>
    public byte this[int register]
    {
        get
        {
            if (register == 0x300A || register == 0x300B)
            {
                return (byte)(register == 0x300A ? Product >> 8 : Product);
            }

            int page = (register - First) >> 8;
            return page < 0 || page >= Pages || _pages[page] == null ? (byte)0 : _pages[page][register & 0xFF];
        }
    }

    protected override void Address(byte[] buffer, int offset) => _address = buffer[offset] << 8 | buffer[offset + 1];

    protected override void Forget() => _address = -1;

    protected override byte Load() => this[_address];

    protected override void Store(byte value)
    {
        if (_address == 0x3008 && (value & 0x80) != 0)
        {
            Reset();
        }
        else if (_address == 0x300A || _address == 0x300B)
        {
            Violations.Add("a write to the product number");
        }
        else
        {
            Put(_address, value);
        }
    }

    protected override string Fault()
    {
        int windowWidth = Word(0x3804), windowHeight = Word(0x3806);
        Width = Word(0x3808);
        Height = Word(0x380A);
        if (windowWidth > 2592 || windowHeight > 1944 || Width == 0 || Height == 0 || Width > windowWidth
            || Height > windowHeight)
        {
            return Width + "x" + Height + " of a window of " + windowWidth + "x" + windowHeight;
        }

        if ((Width < windowWidth || Height < windowHeight) && (this[0x5001] & 0x30) != 0x30)
        {
            return "ISP CTRL01: the scaler is off";
        }

        // The scaler keeps the shape only if both factors are the same (to within the rounding of whole blocks).
        int skew = Width * windowHeight / windowWidth - Height;
        if (skew > 8 || skew < -8)
        {
            return "the picture is stretched";
        }

        if (Word(0x380C) < windowWidth || Word(0x380E) < windowHeight)
        {
            return "HTS or VTS shorter than the window";
        }

        return EncoderFault();
    }

    private string EncoderFault()
    {
        if ((this[0x3818] & 0x08) == 0)
        {
            return "TIMING TC REG18: compression is off";
        }

        if ((this[0x3818] & 0x53) != 0 || this[0x3621] != 0x10)
        {
            return "mirrored, a thumbnail, or 3621 changed: black (ArduCAM/Arduino issues 448 and 487)";
        }

        if ((this[0x5000] & 0x20) != 0 || (this[0x3A00] & 0x04) != 0 || (this[0x3503] & 0x07) != 0)
        {
            return "raw gamma without a table, night mode, or exposure by hand";
        }

        if ((this[0x3002] & 0x1C) != 0 || (this[0x3000] | this[0x3001] | this[0x3003]) != 0)
        {
            return "a block is held in reset";
        }

        if ((this[0x4713] & 7) < 1 || (this[0x4713] & 7) > 6 || this[0x4407] == 0 || this[0x4407] > 0x3F)
        {
            return "no JPEG mode, or a scale of 0";
        }

        if ((this[0x4300] & 0xF0) != 0x30 || (this[0x501F] & 7) != 0)
        {
            return "the encoder gets no YUV422";
        }

        return this[0x3017] != 0x7F || (this[0x3018] & 0xFC) != 0xFC ? "the data pads are inputs" : null;
    }

    private int Word(int register) => this[register] << 8 | this[register + 1];

    private void Put(int register, byte value)
    {
        int page = (register - First) >> 8;
        if (page < 0 || page >= Pages)
        {
            Violations.Add("a write to register " + register.ToString("X4"));
            return;
        }

        _pages[page] = _pages[page] ?? new byte[256];
        _pages[page][register & 0xFF] = value;
    }

    private void PutWord(int register, int value)
    {
        Put(register, (byte)(value >> 8));
        Put(register + 1, (byte)value);
    }

    private void Reset()
    {
        for (int i = 0; i < Pages; i++)
        {
            _pages[i] = null;
        }

        Put(0x3008, 0x02);
        PutWord(0x3800, 0x01B4);
        PutWord(0x3802, 0x000A);
        PutWord(0x3804, 0x0800);
        PutWord(0x3806, 0x0600);
        PutWord(0x380C, 0x0949);
        PutWord(0x380E, 0x0618);
        Put(0x3818, 0x80);
        Put(0x3621, 0x10);
        Put(0x3A00, 0x7C);
        Put(0x501F, 0x04);
        PutWord(0x5000, 0xDF4F);
        Restart(1000);
    }
}
