namespace Sealcam.Tests.Models;

/// <summary>
/// OV2640 at its registers, after OmniVision's data sheet 1.6 (tables 12 and 13). It works out from the registers what the part
/// would put out, and says why if that is not JPEG.
/// </summary>
public sealed class Ov2640Model : SensorModel
{
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
    /// Frame time: 15 UXGA frames a second at 36 MHz are 2,400,000 clocks each; SVGA takes half of that, CIF a quarter.
    /// </summary>
    public override long PeriodUs => 1000000L * (2400000 >> Halvings()) / (ClockHz / ((_banks[1][0x11] & 0x3F) + 1));

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
            _bank = value & 1;
        }
        else if (_bank == 1 && _address == 0x12 && (value & 0x80) != 0)
        {
            Reset();
        }
        else if (_bank == 1 && (_address == 0x0A || _address == 0x0B))
        {
            Violations.Add("a write to the product number");
        }
        else
        {
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
        if (across > fullWidth || down > fullHeight || across <= 0 || down <= 0)
        {
            return "the sensor's window is " + across + "x" + down;
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
        if (left + width > inWidth || top + height > inHeight)
        {
            return "the DSP's window leaves the picture";
        }

        int acrossHalved = dsp[0x50] & 7, downHalved = dsp[0x50] >> 3 & 7;
        if (acrossHalved + downHalved > 0 && (dsp[0x86] & 0x20) == 0)
        {
            return "dividers without CTRL2's DCW";
        }

        Width = (dsp[0x5A] | (dsp[0x5C] & 0x03) << 8) * 4;
        Height = (dsp[0x5B] | (dsp[0x5C] & 0x04) << 6) * 4;
        bool fits = Width > 0 && Height > 0 && Width <= width >> acrossHalved && Height <= height >> downHalved;
        return fits ? null : "zoom cannot make " + Width + "x" + Height + " of " + width + "x" + height + " halved "
            + acrossHalved + ", " + downHalved;
    }

    private static string OutputFault(byte[] dsp)
    {
        if ((dsp[0xDA] & 0x12) != 0x12)
        {
            return "IMAGE_MODE is not JPEG with HREF as VSYNC";
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

        return (dsp[0xD3] & 0x7F) == 0 || (dsp[0xD3] & 0x80) != 0 ? "R_DVP_SP: no fixed divider" : dsp[0x44] == 0 ? "Qs is 0"
            : null;
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

        Default(0, 0x05, 0x01, 0x44, 0x0C, 0x50, 0x00, 0xC2, 0x0C);
        Default(0, 0xC3, 0xFF, 0xD3, 0x82, 0xE0, 0x04, 0x51, 0x40);
        Default(1, 0x0A, Product, 0x0B, 0x42, 0x03, 0x0F, 0x17, 0x11);
        Default(1, 0x18, 0x75, 0x19, 0x01, 0x1A, 0x97, 0x32, 0x36);
        Default(1, 0x04, 0x20, 0x13, 0xC7, 0x1C, 0x7F, 0x1D, 0xA2);
        _bank = 0;
        Restart(1000);  // settling after a software reset: 1 ms (timing table)
    }

    private void Default(int bank, int r1, byte v1, int r2, byte v2, int r3, byte v3, int r4, byte v4)
    {
        _banks[bank][r1] = v1;
        _banks[bank][r2] = v2;
        _banks[bank][r3] = v3;
        _banks[bank][r4] = v4;
    }
}
