namespace Sealcam.Sensors;

/// <summary>
/// OV2640, 2 MP. What can be computed of its registers is computed here from the wanted size; the rest is in
/// <see cref="Ov2640Tables"/>.
/// </summary>
/// <remarks>
/// Register names and bits are those of the OV2640 data sheet 1.6, tables 12 (DSP bank, FF = 00) and 13 (sensor bank, FF = 01).
/// What is computed here comes out as esp32-camera's tables have it for the full picture of each mode. Table 13 gives COM7's CIF
/// code as 001; every working driver writes 010 (Linux, OpenMV, esp32-camera), and so does this one.
/// </remarks>
public sealed class Ov2640 : SccbSensor
{
    private const int Bank = 0xFF, Dsp = 0, Sensor = 1;

    // Sensor bank.
    private const int Com2 = 0x09, Com2Standby = 0x12;
    private const int Com1 = 0x03, Reg04 = 0x04, Clkrc = 0x11, Com7 = 0x12, Hrefst = 0x17, Hrefend = 0x18, Vstrt = 0x19;
    private const int Vend = 0x1A;
    private const int Reg32 = 0x32, Com7Reset = 0x80;

    // DSP bank.
    private const int RBypass = 0x05, Qs = 0x44, CtrlI = 0x50, HSize = 0x51, VSize = 0x52, XOffL = 0x53, YOffL = 0x54;
    private const int Vhyx = 0x55;
    private const int TestBit = 0x57, Zmow = 0x5A, Zmoh = 0x5B, Zmhh = 0x5C, BpAddr = 0x7C, BpData = 0x7D, Ctrl2 = 0x86;
    private const int ToneStart = 0x90, EdgesStart = 0x92, MatrixStart = 0x96;  // reserved; the port is the next register
    private const int SizeL = 0x8C;
    private const int HSize8 = 0xC0, VSize8 = 0xC1, WhiteManual = 0xC7, WhiteRed = 0xCC, RDvpSp = 0xD3;
    private const int ResetDsp = 0xE0;
    private const int ResetJpeg = 0x10, ResetDvp = 0x04;

    /// <summary>How often the array of 1600x1200 is halved before the DSP: COM7's modes.</summary>
    private const int Uxga = 0, Svga = 1, Cif = 2;

    private readonly int _clockHz;

    /// <param name="fifoBytes">Of the module: 384 KB on the Mini 2MP; the Plus has 8 MB.</param>
    /// <param name="clockHz">XVCLK of the module: 24 MHz (an assumption; a slower one makes every frame longer than
    /// <see cref="FrameMs"/>).</param>
    public Ov2640(int fifoBytes = 0x60000, int clockHz = 24000000)
    {
        FifoBytes = fifoBytes;
        _clockHz = clockHz;
    }

    public override string Name => "OV2640";

    internal override int AddressBytes => 1;

    internal override int MostWrites => 220;

    internal override int IdHigh => 0x0A;   // PIDH 26

    internal override int IdLow => 0x0B;    // PIDL 40 to 42, by revision

    internal override int IdMask => 0xFFFC;

    internal override int Id => 0x2640;

    /// <summary>Settling after a software reset is below 1 ms (table 7); with margin.</summary>
    internal override int ResetMs => 10;

    /// <summary>Settling after register changes is below 300 ms (table 7); exposure and white balance want more.</summary>
    internal override int WarmUpMs => 500;

    internal override int FifoBytes { get; }

    internal override int Timing => -1;

    internal override string Fault(SensorSettings s)
    {
        return s.Width < 96 || s.Height < 96 || s.Width > 1600 || s.Height > 1200
            ? s.Width + "x" + s.Height + " is not within 96x96 to 1600x1200"
            : (s.Width & 15) != 0 || (s.Height & 7) != 0 ? s.Width + "x" + s.Height + " is not whole JPEG blocks (16x8)" : null;
    }

    internal override void Select(RegisterList list) => list.Add(Bank, Sensor);

    internal override void Reset(RegisterList list)
    {
        list.Add(Bank, Sensor);
        list.Add(Com7, Com7Reset);
    }

    /// <summary>Standby over SCCB leaves 1 mA (table 6, IDDS-SCCB).</summary>
    internal override void Rest(RegisterList list)
    {
        list.Add(Bank, Sensor);
        list.Add(Com2, Com2Standby);
    }

    internal override void Setup(SensorSettings s, RegisterList list)
    {
        int mode = Mode(s);
        list.Add(Ov2640Tables.Tuning);
        AddPort(MatrixStart, Ov2640Tables.Matrix, list);
        AddPort(EdgesStart, Ov2640Tables.Edges, list);
        AddPort(ToneStart, Ov2640Tables.Tone, list);
        AddWindow(mode, s, list);
        list.Add(mode == Uxga ? Ov2640Tables.FullArray : Ov2640Tables.HalvedArray);
        list.Add(Bank, Dsp);
        list.Add(RBypass, 1);
        list.Add(ResetDsp, ResetJpeg | ResetDvp);
        AddScaling(mode, s, list);
        list.Add(Ov2640Tables.Jpeg);
        list.Add(Qs, 4 + (100 - s.Quality) * 59 / 99);  // 6 bits; below 4 frames outgrow the FIFO
        AddLooks(s, list);
        list.Add(RDvpSp, PclkDivider(mode));
        list.Add(ResetDsp, 0);
        list.Add(RBypass, 0);
    }

    /// <summary>
    /// 1,248 lines of 1,922 clocks in UXGA mode (figure 15): 2,400,000 clocks a frame; half of that is more than SVGA mode takes
    /// (figure 16: 672 of 1,190), a quarter more than CIF mode (figure 17). CLKRC divides XVCLK.
    /// </summary>
    internal override int FrameMs(SensorSettings s) => (2400000 >> Mode(s)) / (_clockHz / 1000) * (ClockDivider(Mode(s)) + 1) + 1;

    /// <summary>
    /// CLKRC[5:0], less one: the whole array at half the clock, as the module's maker runs it; nobody has shown that its FIFO
    /// keeps up with more.
    /// </summary>
    private static int ClockDivider(int mode) => mode == Uxga ? 1 : 0;

    /// <summary>Bytes for a port that takes them one after the other, behind a 0 in the register before it.</summary>
    private static void AddPort(int start, byte[] values, RegisterList list)
    {
        list.Add(start, 0);
        for (int i = 0; i < values.Length; i++)
        {
            list.Add(start + 1, values[i]);
        }
    }

    /// <summary>
    /// The smallest array mode that is not smaller than the picture: fewer clocks, more frames. CIF mode is 400x296 (figure 17).
    /// </summary>
    private static int Mode(SensorSettings s)
    {
        return s.Width <= 400 && s.Height <= 296 ? Cif : s.Width <= 800 && s.Height <= 600 ? Svga : Uxga;
    }

    private static int FullWidth(int mode) => 1600 >> mode;

    private static int FullHeight(int mode) => mode == Cif ? 296 : 1200 >> mode;

    /// <summary>
    /// The array's window. Horizontal positions count two pixels each (one in CIF mode) in 11 bits, 8 in HREFST/HREFEND and 3 in
    /// REG32; vertical ones two lines in 10 bits, 8 in VSTRT/VEND and 2 in COM1. The first pixel and line are those of the reset
    /// values that table 13 gives for each mode.
    /// </summary>
    private static void AddWindow(int mode, SensorSettings s, RegisterList list)
    {
        int left = mode == Uxga ? 142 : 137, top = mode == Uxga ? 7 : 2;
        int right = left + (mode == Cif ? FullWidth(mode) : FullWidth(mode) / 2), bottom = top + FullHeight(mode) / 2;
        int pixelClock = mode == Cif ? 0x80 : 0;  // REG32[7:6]: halved in CIF mode
        list.Add(Bank, Sensor);
        list.Add(Com7, mode == Uxga ? 0x00 : mode == Svga ? 0x40 : 0x20);
        list.Add(Clkrc, ClockDivider(mode));
        list.Add(Com1, (bottom & 3) << 2 | (top & 3));
        list.Add(Reg32, pixelClock | (right & 7) << 3 | (left & 7));
        list.Add(Hrefst, left >> 3);
        list.Add(Hrefend, right >> 3);
        list.Add(Vstrt, top >> 2);
        list.Add(Vend, bottom >> 2);

        // REG04: 7 mirror, 6 flip, 4 VREF's lowest bit (moves with the flip: Linux, esp32-camera), 3 HREF's; 5 reserved, set at
        // reset.
        list.Add(Reg04, 0x28 | (s.Mirror ? 0x80 : 0) | (s.Flip ? 0x50 : 0));
    }

    /// <summary>
    /// Cuts the middle of the array to the wanted shape and lets the zoom make the wanted size of it, as esp32-camera does;
    /// CTRLI's dividers stay at 1. Sizes are in units of 4 pixels; offsets in pixels, even ones, so that no colour changes its
    /// place.
    /// </summary>
    private static void AddScaling(int mode, SensorSettings s, RegisterList list)
    {
        int fullWidth = FullWidth(mode), fullHeight = FullHeight(mode);
        int width = fullWidth, height = fullWidth * s.Height / s.Width & ~3;
        if (height > fullHeight)
        {
            height = fullHeight;
            width = fullHeight * s.Width / s.Height & ~3;
        }

        int x = (fullWidth - width) / 2 & ~1, y = (fullHeight - height) / 2 & ~1, w4 = width / 4, h4 = height / 4;
        int outWidth = s.Width / 4, outHeight = s.Height / 4;
        list.Add(HSize8, fullWidth >> 3);
        list.Add(VSize8, fullHeight >> 3);
        list.Add(SizeL, (fullWidth & 7) << 3 | (fullHeight & 7));
        list.Add(Ctrl2, 0x3D);  // DCW (scaling), SDE, UV_ADJ, UV_AVG and CMX on
        list.Add(CtrlI, mode == Uxga ? 0 : 0x80);  // 7: LP_DP
        list.Add(HSize, w4 & 0xFF);
        list.Add(VSize, h4 & 0xFF);
        list.Add(XOffL, x & 0xFF);
        list.Add(YOffL, y & 0xFF);
        list.Add(Vhyx, (h4 & 0x100) >> 1 | (y & 0x700) >> 4 | (w4 & 0x100) >> 5 | (x & 0x700) >> 8);
        list.Add(TestBit, (w4 & 0x200) >> 2);
        list.Add(Zmow, outWidth & 0xFF);
        list.Add(Zmoh, outHeight & 0xFF);
        list.Add(Zmhh, (outHeight & 0x100) >> 6 | (outWidth & 0x300) >> 8);
    }

    /// <summary>
    /// Brightness through the special-effects block: bit 2 of its register 0 turns it on, 9 is the amount (esp32-camera's
    /// brightness_regs); and the light.
    /// </summary>
    private static void AddLooks(SensorSettings s, RegisterList list)
    {
        if (s.Brightness != 0)
        {
            list.Add(BpAddr, 0);
            list.Add(BpData, 0x04);
            list.Add(BpAddr, 9);
            list.Add(BpData, 0x20 + 0x10 * s.Brightness);
            list.Add(BpData, 0);
        }

        if (s.WhiteBalance != WhiteBalance.Auto)
        {
            int at = (s.WhiteBalance - 1) * 3;
            list.Add(WhiteManual, 0x50);
            for (int i = 0; i < 3; i++)
            {
                list.Add(WhiteRed + i, Ov2640Tables.White[at + i]);
            }
        }
    }

    /// <summary>
    /// PCLK = sysclk (48 MHz) / divider (R_DVP_SP[6:0]), with [7], the automatic, clear: what the module's maker uses.
    /// </summary>
    private static int PclkDivider(int mode) => mode == Uxga ? 2 : 4;
}
