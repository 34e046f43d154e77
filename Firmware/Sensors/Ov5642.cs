namespace Sealcam.Sensors;

/// <summary>OV5642, 5 MP, read out whole and scaled down in the part: the same view at every size.</summary>
/// <remarks>
/// Register names, bits and reset values are those of the OV5642 preliminary specification, as public drivers quote it beside
/// their values (Allwinner's sunxi_csi ov5642.c gives the reset values, Linux' soc_camera driver the window's registers). Values
/// that are not computed are OmniVision's reference settings, which stand alike in several vendors' drivers; timing, encoder and
/// orientation are what ArduCAM's own list leaves in the part. Gamma, colour and lens tables are left at the part's reset values:
/// nothing of the picture's look has been seen on hardware, nor has any window but the full one.
/// </remarks>
public sealed class Ov5642 : SccbSensor
{
    private const int SystemControl = 0x3008, SoftwareReset = 0x82, Running = 0x02, PowerDown = 0x42;
    private const int WindowX = 0x3800, WindowY = 0x3802, WindowWidth = 0x3804, WindowHeight = 0x3806;
    private const int OutputWidth = 0x3808, OutputHeight = 0x380A, TotalWidth = 0x380C, TotalHeight = 0x380E;
    private const int TimingControl = 0x3818, ArrayControl = 0x3621, QuantScale = 0x4407;
    private const int AverageXEnd = 0x5682, AverageYEnd = 0x5686;
    private const int IspControl1 = 0x5001, IspDefault = 0x7F, IspEffects = 0x80;
    private const int EffectsEnable = 0x5580, EffectsY = 0x5589, EffectsSign = 0x558A;
    private const int WhiteManual = 0x3406, WhiteGains = 0x3400;

    /// <summary>Pixels of the window: the whole active array.</summary>
    private const int ArrayWidth = 2592, ArrayHeight = 1944;

    /// <summary>The window's first column and row within the line and the frame (ArduCAM's list; at reset 1B4 and 0A).</summary>
    private const int Left = 0x1B0, Top = 0x0A;

    /// <summary>
    /// Clocks of a line and lines of a frame, blanking included: 3200 x 2000 at 48 MHz are 7.5 frames a second.
    /// </summary>
    private const int LineClocks = 3200, FrameLines = 2000, ClockKhz = 48000;

    /// <summary>
    /// TIMING CONTROL 18: 7 reserved, set at reset; 6 mirror; 5 flip, set for the upright picture of this module; 3 compression.
    /// </summary>
    /// <remarks>
    /// Mirror stays off: it needs 3621[5:4] and 3801 changed with it, sources disagree on how, and the four combinations of
    /// ArduCAM's own mirror function gave black pictures (ArduCAM/Arduino issues 448 and 487); bit 5 alone is what its
    /// maintainers confirmed.
    /// </remarks>
    private const int TimingUpright = 0xA8, TimingFlip = 0x20;

    /// <summary>ARRAY CONTROL 01: its reset value, which belongs to the picture that is not mirrored.</summary>
    private const int ArrayNotMirrored = 0x10;

    /// <param name="fifoBytes">Of the module: 512 KB on the Mini 5MP; the Plus has 8 MB.</param>
    public Ov5642(int fifoBytes = 0x80000)
    {
        FifoBytes = fifoBytes;
    }

    public override string Name => "OV5642";

    internal override int AddressBytes => 2;

    internal override int MostWrites => 160;

    internal override int IdHigh => 0x300A;

    internal override int IdLow => 0x300B;

    internal override int IdMask => 0xFFFF;

    internal override int Id => 0x5642;

    internal override int ResetMs => 20;

    /// <summary>Automatic exposure takes a few of its slow frames.</summary>
    internal override int WarmUpMs => 1000;

    internal override int FifoBytes { get; }

    /// <summary>VSYNC polarity 1, which every ArduCAM example for this sensor writes.</summary>
    internal override int Timing => 0x02;

    internal override string Fault(SensorSettings s)
    {
        return s.Width < 160 || s.Height < 120 || s.Width > ArrayWidth || s.Height > ArrayHeight
            ? s.Width + "x" + s.Height + " is not within 160x120 to 2592x1944"
            : (s.Width & 15) != 0 || (s.Height & 7) != 0 ? s.Width + "x" + s.Height + " is not whole JPEG blocks (16x8)"
            : s.Mirror ? "this part behind an ArduChip flips, it does not mirror" : null;
    }

    internal override void Select(RegisterList list) => list.Clear();

    internal override void Reset(RegisterList list)
    {
        list.Add(Ov5642Tables.ClockSelect);
        list.Add(SystemControl, SoftwareReset);
    }

    /// <summary>SYSTEM CTRL0[6]: software power down.</summary>
    internal override void Rest(RegisterList list) => list.Add(SystemControl, PowerDown);

    internal override void Setup(SensorSettings s, RegisterList list)
    {
        list.Add(Ov5642Tables.ClockSelect);
        list.Add(SystemControl, Running);
        list.Add(Ov5642Tables.Tuning);
        AddWindow(s, list);
        list.Add(Ov5642Tables.Jpeg);
        list.Add(QuantScale, 2 + (100 - s.Quality) * 30 / 99);  // COMPRESSION CTRL07[5:0]; ArduCAM's own: 2, 4 and 8
        list.Add(TimingControl, s.Flip ? TimingUpright & ~TimingFlip : TimingUpright);
        list.Add(ArrayControl, ArrayNotMirrored);
        AddLooks(s, list);
        list.Add(Ov5642Tables.Release);
    }

    internal override int FrameMs(SensorSettings s) => LineClocks * FrameLines / ClockKhz + 1;

    /// <summary>Cuts the middle of the array to the wanted shape; the scaler makes the wanted size of it.</summary>
    private static void AddWindow(SensorSettings s, RegisterList list)
    {
        int width = ArrayWidth, height = ArrayWidth * s.Height / s.Width & ~7;
        if (height > ArrayHeight)
        {
            height = ArrayHeight;
            width = ArrayHeight * s.Width / s.Height & ~15;
        }

        width = width < s.Width ? s.Width : width;
        height = height < s.Height ? s.Height : height;
        list.AddWord(WindowX, Left + (ArrayWidth - width) / 2);
        list.AddWord(WindowY, Top + (ArrayHeight - height) / 2);
        list.AddWord(WindowWidth, width);
        list.AddWord(WindowHeight, height);
        list.AddWord(OutputWidth, s.Width);
        list.AddWord(OutputHeight, s.Height);
        list.AddWord(TotalWidth, LineClocks);
        list.AddWord(TotalHeight, FrameLines);
        list.AddWord(AverageXEnd - 2, 0);
        list.AddWord(AverageXEnd, width);
        list.AddWord(AverageYEnd - 2, 0);
        list.AddWord(AverageYEnd, height);
    }

    private static void AddLooks(SensorSettings s, RegisterList list)
    {
        // ISP CONTROL 01: 5 and 4 scaling, 1 colour matrix, 0 white balance; 7 special effects, of which brightness is one.
        list.Add(IspControl1, s.Brightness != 0 ? IspDefault | IspEffects : IspDefault);
        int amount = s.Brightness < 0 ? -s.Brightness : s.Brightness;
        if (amount != 0)
        {
            list.Add(EffectsEnable, 0x04);
            list.Add(EffectsY, 0x10 * amount);
            list.Add(EffectsSign, s.Brightness < 0 ? 0x08 : 0x00);
        }

        list.Add(WhiteManual, s.WhiteBalance == WhiteBalance.Auto ? 0 : 1);
        if (s.WhiteBalance != WhiteBalance.Auto)
        {
            int at = (s.WhiteBalance - 1) * 3;
            for (int i = 0; i < 3; i++)
            {
                list.AddWord(WhiteGains + 2 * i, Ov5642Tables.White[at + i]);
            }
        }
    }
}
