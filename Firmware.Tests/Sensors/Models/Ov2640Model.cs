namespace Sealcam.Tests.Models;

/// <summary>
/// OV2640 at its registers, after OmniVision's data sheet 1.6 (tables 12 and 13). It works out from the registers what the part
/// would put out, and says why if that is not JPEG of a whole, unstretched picture.
/// </summary>
/// <remarks>
/// From elsewhere: COM7's CIF code 010 (every driver; table 13 has 001), REG32's one pixel a step in CIF mode (esp32-camera).
/// Assumed: HREF must not be VSYNC, because the ArduChip records while HREF is high; the zoom shrinks at most 4.2 times, the most
/// that anybody is known to use; reserved registers have no effect on size and format.
/// </remarks>
public sealed class Ov2640Model : SensorModel
{
    // Register and reset value of all that tables 12 and 13 name and that are not 0.
    private static readonly byte[] DspAtReset =
    {
        0x05, 0x01, 0x44, 0x0C, 0x51, 0x40, 0x52, 0xF0, 0x55, 0x08, 0x5A, 0x58, 0x5B, 0x48, 0x86, 0x0D, 0x87, 0x50, 0xC0, 0x80, 0xC1, 0x60,
        0xC2, 0x0C, 0xC3, 0xFF, 0xD3, 0x82, 0xE0, 0x04, 0xF0, 0x04, 0xF8, 0x01, 0xFC, 0x80,
    };

    private static readonly byte[] SensorAtReset =
    {
        0x03, 0x0F, 0x04, 0x20, 0x08, 0x40, 0x0B, 0x42, 0x0C, 0x38, 0x0D, 0x07, 0x10, 0x33, 0x13, 0xC7, 0x14, 0x50, 0x17, 0x11, 0x18, 0x75,
        0x19, 0x01, 0x1A, 0x97, 0x1C, 0x7F, 0x1D, 0xA2, 0x24, 0x78, 0x25, 0x68, 0x26, 0xD4, 0x30, 0x08, 0x31, 0x30, 0x32, 0x36, 0x34, 0x20,
        0x4B, 0x20, 0x4F, 0xCA, 0x50, 0xA8, 0x61, 0x80, 0x62, 0x90,
    };

    private readonly byte[][] _banks = { new byte[256], new byte[256] };
    private int _bank;
    private int _address = -1;

    public Ov2640Model(SimClock clock) : base(clock)
    {
        Reset();
    }

    /// <summary>The product number that register 0A of bank 1 tells (26 for the OV2640).</summary>
    public byte Product = 0x26;

    /// <summary>Hz on XVCLK.</summary>
    public int ClockHz = 24000000;

    public override bool IsStreaming => (_banks[1][0x09] & 0x10) == 0;  // COM2[4]: standby

    /// <summary>
    /// Frame time (figures 15 to 17): 1,248 lines of 1,922 clocks, 672 of 1,190, and in CIF mode 336 of 595 halved ones.
    /// </summary>
    public override long PeriodUs
    {
        get
        {
            int halvings = Halvings();
            long clocks = halvings == 0 ? 1922 * 1248 : halvings == 1 ? 1190 * 672 : 1190 * 336;
            return clocks * 1000000 / (ClockHz / ((_banks[1][0x11] & 0x3F) + 1));
        }
    }

    protected override int AddressBytes => 1;

    protected override bool IsAddressed => _address >= 0;

    /// <summary>A register as it stands, for tests.</summary>
    public byte this[int bank, int register] => _banks[bank][register];

    protected override void Address(byte[] buffer, int offset) => _address = buffer[offset];

    protected override void Forget() => _address = -1;

    protected override byte Load() => _address == 0xFF ? (byte)_bank : _banks[_bank][_address];

    protected override void Store(byte value)
    {
        if (_address == 0xFF)
        {
            Check(value <= 1, "a bank that there is not");
            _bank = value & 1;
        }
        else if (_bank == 1 && _address == 0x12 && (value & 0x80) != 0)
        {
            Reset();
        }
        else
        {
            Check(_bank == 0 || (_address != 0x0A && _address != 0x0B && _address != 0x1C && _address != 0x1D), "a write to an id");
            Check(_bank == 0 || _address <= 0x7E, "a write behind the sensor bank's end");
            Check(_bank == 1 || _address != 0xDA || (value & 0xA0) == 0, "reserved bits of IMAGE_MODE");
            Check(_bank == 1 || _address != 0xE0 || (value & 0x88) == 0, "reserved bits of RESET");
            Check(_bank == 0 || _address != 0x12 || (value & 0x02) == 0, "the colour bars turned on");
            _banks[_bank][_address] = value;
        }
    }

    protected override string Fault()
    {
        byte[] dsp = _banks[0], sensor = _banks[1];
        int halvings = Halvings();
        if (halvings < 0)
        {
            return "COM7: no such resolution";
        }

        int acrossEnd = sensor[0x18] << 3 | sensor[0x32] >> 3 & 7, across = acrossEnd - (sensor[0x17] << 3 | sensor[0x32] & 7);
        int downEnd = sensor[0x1A] << 2 | sensor[0x03] >> 2 & 3, down = (downEnd - (sensor[0x19] << 2 | sensor[0x03] & 3)) * 2;
        across *= halvings == 2 ? 1 : 2;
        int fullWidth = 1600 >> halvings, fullHeight = halvings == 2 ? 296 : 1200 >> halvings;
        if (across != fullWidth || down != fullHeight)
        {
            return "the sensor's window is " + across + "x" + down;
        }

        if ((sensor[0x13] & 0x05) != 0x05 || (sensor[0x15] & 0x4B) != 0)
        {
            return "COM8: no automatic exposure, or COM10: a sync signal turned round";
        }

        int inWidth = dsp[0xC0] << 3 | dsp[0x8C] >> 3 & 7, inHeight = dsp[0xC1] << 3 | dsp[0x8C] & 7;
        if (inWidth != across || inHeight != down)
        {
            return "the DSP expects " + inWidth + "x" + inHeight + " of " + across + "x" + down;
        }

        return ScalingFault(dsp, inWidth, inHeight) ?? OutputFault(dsp);
    }

    private string ScalingFault(byte[] dsp, int inWidth, int inHeight)
    {
        int width = (dsp[0x51] | (dsp[0x55] & 0x08) << 5 | (dsp[0x57] & 0x80) << 2) * 4;
        int height = (dsp[0x52] | (dsp[0x55] & 0x80) << 1) * 4;
        int left = dsp[0x53] | (dsp[0x55] & 0x07) << 8, top = dsp[0x54] | (dsp[0x55] & 0x70) << 4;
        if (left + width > inWidth || top + height > inHeight || (left & 1) != 0 || (top & 1) != 0)
        {
            return "the DSP's window leaves the picture, or its colours' places";
        }

        int acrossHalved = dsp[0x50] & 7, downHalved = dsp[0x50] >> 3 & 7;
        Width = (dsp[0x5A] | (dsp[0x5C] & 0x03) << 8) * 4;
        Height = (dsp[0x5B] | (dsp[0x5C] & 0x04) << 6) * 4;
        width >>= acrossHalved;
        height >>= downHalved;
        if (Width == 0 || Height == 0 || Width > width || Height > height || width > Width * 42 / 10 || height > Height * 42 / 10)
        {
            return "zoom cannot make " + Width + "x" + Height + " of " + width + "x" + height;
        }

        bool shrinks = Width < inWidth || Height < inHeight;
        int skew = width * Height - height * Width;
        return shrinks && (dsp[0x86] & 0x20) == 0 ? "smaller than the array without CTRL2's DCW"
            : acrossHalved + downHalved > 0 && (dsp[0x50] & 0x80) == 0 ? "dividers without CTRLI's LP_DP"
            : skew > 8 * Width || skew < -8 * Height ? "stretched: " + Width + "x" + Height + " of " + width + "x" + height : null;
    }

    private static string OutputFault(byte[] dsp)
    {
        if ((dsp[0xDA] & 0x1E) != 0x10)
        {
            return "IMAGE_MODE is not JPEG of YUV422 with an HREF of its own";
        }

        if ((dsp[0xC2] & 0x0C) != 0x0C)
        {
            return "CTRL0: the encoder gets no YUV422";
        }

        if ((dsp[0x05] & 1) != 0)
        {
            return "the DSP is bypassed";
        }

        if ((dsp[0xE0] & 0x17) != 0)
        {
            return "a block is held in reset";
        }

        return (dsp[0xD3] & 0x7F) == 0 || (dsp[0xD3] & 0x80) != 0 ? "R_DVP_SP: no fixed divider" : dsp[0x44] < 2 || dsp[0x44] > 63
            ? "Qs is " + dsp[0x44] : null;
    }

    /// <summary>COM7[6:4]: how often the array's size is halved; -1 for a value that the part does not have.</summary>
    private int Halvings()
    {
        int resolution = _banks[1][0x12] & 0x70;
        return resolution == 0 ? 0 : resolution == 0x40 ? 1 : resolution == 0x20 ? 2 : -1;
    }

    private void Reset()
    {
        for (int i = 0; i < 256; i++)
        {
            _banks[0][i] = _banks[1][i] = 0;
        }

        Put(0, DspAtReset);
        Put(1, SensorAtReset);
        _banks[1][0x0A] = Product;
        _bank = 0;
        Restart(1000);  // settling after a software reset: 1 ms (table 7)
    }

    private void Put(int bank, byte[] values)
    {
        for (int i = 0; i < values.Length; i += 2)
        {
            _banks[bank][values[i]] = values[i + 1];
        }
    }

    private void Check(bool good, string violation)
    {
        if (!good)
        {
            Violations.Add(violation);
        }
    }
}
