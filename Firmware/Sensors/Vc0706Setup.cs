namespace Sealcam.Sensors;

/// <summary>What a VC0706 can be set to, and the codes for it. Sources as for <see cref="Vc0706"/>.</summary>
internal static class Vc0706Setup
{
    private const int Size640 = 0x00, Size320 = 0x11, Size160 = 0x22;

    /// <summary>Why this part cannot do it, or null.</summary>
    public static string Fault(SensorSettings s, int baud)
    {
        return SizeCode(s) < 0 ? "the VC0706 has no size " + s.Width + "x" + s.Height
            : s.Brightness != 0 || s.Mirror || s.Flip || s.WhiteBalance != WhiteBalance.Auto
                ? "the VC0706 has no brightness, flip or white balance over its serial port"
            : baud != 9600 && baud != 19200 && baud != 38400 && baud != 57600 && baud != 115200
                ? "the VC0706 has no speed " + baud : null;
    }

    /// <summary>EEPROM register 0019; -1 for a size that the part does not have.</summary>
    public static int SizeCode(SensorSettings s)
    {
        return s.Width == 640 && s.Height == 480 ? Size640 : s.Width == 320 && s.Height == 240 ? Size320
            : s.Width == 160 && s.Height == 120 ? Size160 : -1;
    }

    /// <summary>
    /// Chip register 1204: the scale of the quantisation; more is coarser. Quality 80 is 0x36, which the PTC06 data sheet
    /// recommends and the SC30MPA manual calls high quality.
    /// </summary>
    public static int Compression(SensorSettings s) => 14 + 2 * (100 - s.Quality);

    /// <summary>
    /// SET_PORT's divider. The manual lists AEC8, 56E4, 2AF2, 1C4C and 0DA6 for 9600 to 115200 baud: 432,000,000 / baud - 256.
    /// (Adafruit has 1C1C for 57,600, which is 0.6% off.)
    /// </summary>
    public static int Divider(int baud) => 432000000 / baud - 256;

    /// <summary>The reply's data as text, for comparison and messages.</summary>
    public static string Text(Vc0706Port port)
    {
        var characters = new char[port.Count];
        for (int i = 0; i < characters.Length; i++)
        {
            int value = port[i];
            characters[i] = value >= 32 && value < 127 ? (char)value : '?';
        }

        return new string(characters);
    }
}
