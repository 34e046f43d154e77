namespace Sealcam.Sensors;

/// <summary>
/// Writes of the OV2640 that cannot be computed. What the data sheet (1.6, tables 12 and 13) names is said at its line; the rest
/// it calls reserved ("contact OmniVision for reference settings"): the values are those reference settings, as esp32-camera's
/// ov2640_settings.h (Apache-2.0) and OpenMV's ov2640.c (MIT) have them too. They tune the analog part and the picture, and
/// without them it is dark and green.
/// </summary>
/// <remarks>
/// Grouped by what they do, ascending within a group. The order matters in three places only: the bank selects, E5 = 7F before
/// and E5 = 1F behind the DSP's reserved registers, and the bytes of the ports 91, 93 and 97, which take them one after the
/// other.
/// </remarks>
internal static class Ov2640Tables
{
    /// <summary>
    /// Independent of the size. Pairs of register and value; FF selects the bank. Leaves the DSP bank selected.
    /// </summary>
    public static readonly byte[] Tuning =
    {
        0xFF, 0x00, 0x2C, 0xFF, 0x2E, 0xDF,              // reserved

        0xFF, 0x01,
        0x09, 0x02,                                      // COM2: output drive 2x (drivers call the code 3x), not in standby
        0x0C, 0x3A,                                      // COM3: banding found by the part itself, live output
        0x13, 0xE5,                                      // COM8: banding filter, AGC and AEC on
        0x14, 0x48,                                      // COM9: gain up to 8x
        0x15, 0x00,                                      // COM10: VSYNC and HREF positive, data at PCLK's falling edge
        0x24, 0x40, 0x25, 0x38, 0x26, 0x82,              // AEW, AEB, VV: the brightness that AEC keeps, and its fast zone
        0x61, 0x70, 0x62, 0x80,                          // HISTO_LOW, HISTO_HIGH
        0x16, 0x10, 0x20, 0x80, 0x21, 0x99, 0x28, 0x30, 0x2C, 0x0C, 0x33, 0x78, 0x3A, 0x33, 0x3B, 0xFB,  // reserved
        0x3C, 0x32, 0x3E, 0x00, 0x43, 0x11, 0x4A, 0x81, 0x5C, 0x00, 0x63, 0x00, 0x6C, 0x00, 0x6E, 0x00,
        0x70, 0x02, 0x71, 0x94, 0x73, 0xC1, 0x7C, 0x05,

        0xFF, 0x00, 0xE5, 0x7F,
        0x87, 0x50,                                      // CTRL3: white-pixel correction on (its reset value)
        0xC2, 0x0C,                                      // CTRL0: YUV422 on, which the encoder takes (its reset value)
        0xC3, 0xFD,                                      // CTRL1: all but bit 1, LENC (lens correction)
        0xF9, 0xC0,                                      // MC_BIST: microcontroller in reset, boot ROM
        0x41, 0x24, 0x42, 0x20, 0x43, 0x18, 0x4C, 0x00, 0x76, 0xFF, 0x7F, 0x00, 0x88, 0x3F, 0xA4, 0x00, 0xA8, 0x00,
        0xB0, 0xC5, 0xB1, 0x94, 0xB2, 0x0F, 0xB3, 0xAF, 0xB4, 0x97, 0xB5, 0xFF, 0xB6, 0x66, 0xB7, 0x64,
        0xB8, 0xA5, 0xB9, 0x7C, 0xBF, 0x80, 0xC4, 0x5C, 0xC5, 0x11, 0xC6, 0x51,
        0xC7, 0x10,                                      // automatic white balance, the simple one (Linux' ov2640.c)
        0xC8, 0x08, 0xC9, 0x80, 0xD9, 0x10,
        0x7C, 0x08, 0x7D, 0x20, 0x7D, 0x10, 0x7D, 0x0E,  // effects (BPADDR, BPDATA): contrast and sign as they come
        0x7C, 0x03, 0x7D, 0x48, 0x7D, 0x48,              // saturation likewise
        0x7C, 0x00, 0x7D, 0x00,                          // and none of them on
        0xE5, 0x1F,
    };

    /// <summary>What port 91 takes behind 90 = 0: the points of the tone curve and its last slope.</summary>
    public static readonly byte[] Tone =
    {
        0x0E, 0x1A, 0x31, 0x5A, 0x69, 0x75, 0x7E, 0x88, 0x8F, 0x96, 0xA3, 0xAF, 0xC4, 0xD7, 0xE8, 0x20,
    };

    /// <summary>What port 93 takes behind 92 = 0: edges and noise.</summary>
    public static readonly byte[] Edges =
    {
        0x06, 0xE3, 0x05, 0x05, 0x00, 0x04, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };

    /// <summary>What port 97 takes behind 96 = 0: the colour matrix.</summary>
    public static readonly byte[] Matrix =
    {
        0x08, 0x19, 0x02, 0x0C, 0x24, 0x30, 0x28, 0x26, 0x02, 0x98, 0x80, 0x00, 0x00,
    };

    /// <summary>Timing and analog part for the whole array; the sensor bank is selected.</summary>
    public static readonly byte[] FullArray =
    {
        0x4F, 0xBB, 0x50, 0x9C,                          // BD50, BD60: banding steps
        0x0D, 0xB7, 0x34, 0xA0,                          // COM4, ARCOM2: reserved bits
        0x06, 0x02, 0x07, 0xC0, 0x0E, 0x01, 0x22, 0x0A, 0x23, 0x00, 0x35, 0x88, 0x37, 0x40, 0x39, 0x82,  // reserved
        0x3D, 0x34, 0x42, 0x83, 0x4C, 0x00, 0x5A, 0x57, 0x6D, 0x80,
    };

    /// <summary>The same for the halved array (SVGA and CIF modes).</summary>
    public static readonly byte[] HalvedArray =
    {
        0x4F, 0xCA, 0x50, 0xA8,
        0x0D, 0x87, 0x34, 0xC0,
        0x06, 0x88, 0x07, 0xC0, 0x0E, 0x41, 0x22, 0x1A, 0x23, 0x00, 0x35, 0xDA, 0x37, 0xC3, 0x39, 0x92,
        0x3D, 0x38, 0x42, 0x03, 0x4C, 0x00, 0x5A, 0x23, 0x6D, 0x00,
    };

    /// <summary>The encoder; the DSP bank is selected.</summary>
    /// <remarks>
    /// IMAGE_MODE[1] (HREF = VSYNC) stays 0: the ArduChip records while HREF is high, and its maker's own list leaves 0x10 in
    /// this register, as OpenMV's driver does. esp32-camera sets the bit, for a port of its own. The reserved ones are that
    /// list's last values.
    /// </remarks>
    public static readonly byte[] Jpeg =
    {
        0xDA, 0x10,                                      // IMAGE_MODE: JPEG, of YUV422
        0x33, 0x80, 0x3C, 0x40, 0xD7, 0x03, 0xDD, 0x7F, 0xDF, 0x00, 0xE1, 0x77,  // reserved
    };

    /// <summary>
    /// Gains of red, green and blue (CC to CE, reserved) for sunny, office, cloudy and home; esp32-camera's wb_modes_regs, and
    /// OmniVision's "light modes" elsewhere.
    /// </summary>
    public static readonly byte[] White = { 0x5E, 0x41, 0x54, 0x52, 0x41, 0x66, 0x65, 0x41, 0x4F, 0x42, 0x3F, 0x71 };
}
