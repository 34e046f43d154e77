namespace Sealcam.Sensors;

/// <summary>
/// The register writes that make an ArduCAM Mega take stills of the wanted kind. Sources as for <see cref="ArducamMega"/>.
/// </summary>
internal static class MegaSetup
{
    /// <summary>Bytes of the longest set-up: pairs of register and value.</summary>
    public const int MostBytes = 16;

    private const int Format = 0x20, FormatJpeg = 1;       // CAM_REG_FORMAT
    private const int Resolution = 0x21;                   // CAM_REG_CAPTURE_RESOLUTION; bit 7 clear: stills
    private const int Brightness = 0x22;                   // CAM_REG_BRIGHTNESS_CONTROL
    private const int WhiteMode = 0x26;                    // CAM_REG_WHILEBALANCE_MODE_CONTROL: auto, sunny, office, cloudy, home
    private const int Quality = 0x2A;                      // CAM_REG_IMAGE_QUALITY: 0 high, 1 default, 2 low
    private const int Rotation = 0x2B;                     // CAM_REG_ROTATION_CONTROL: 1 is half a turn
    private const int DebugAddress = 0x0A, SensorAddress = 0x78;  // CAM_REG_DEBUG_DEVICE_ADDRESS: written by begin() of the SDK

    /// <summary>
    /// Register 40 (SDK, ArducamCamera.h, SENSOR_5MP_1 to SENSOR_2MP): 81 and 83 are 5 MP, 82 and 84 3 MP; from 85 on 5 MP, 3 MP
    /// and 2 MP with another numbering of sizes.
    /// </summary>
    private const int FirstId = 0x81, ShortId = 0x83, FirstNewId = 0x85, LastId = 0x87;

    // Width, height, code of modules 81 to 84, code of 85 and later; -1 where there is none.
    private static readonly short[] Sizes =
    {
        96, 96, 0x0A, 0x00,
        128, 128, 0x0B, 0x01,
        160, 120, -1, 0x02,
        320, 240, 0x01, 0x03,
        320, 320, 0x0C, 0x04,
        640, 480, 0x02, 0x05,
        800, 600, -1, 0x06,
        1024, 768, -1, 0x07,
        1280, 720, 0x04, 0x08,
        1280, 1024, -1, 0x09,
        1600, 1200, 0x06, 0x0A,
        1920, 1080, 0x07, 0x0B,
        2048, 1536, 0x08, 0x0C,
        2592, 1944, 0x09, 0x0D,
        2592, 1936, 0x09, -1,
    };

    /// <summary>Why this module cannot do it, or null.</summary>
    public static string Fault(int id, SensorSettings settings)
    {
        string fault = FaultOf(id);
        if (fault != null)
        {
            return fault;
        }

        if (Code(id, settings) < 0)
        {
            return "module " + Hex.Byte(id) + " has no size " + settings.Width + "x" + settings.Height
                + (id == ShortId && settings.Width == 2592 ? ", its largest is 2592x1936" : "");
        }

        return settings.Mirror != settings.Flip ? "this part turns, it does not mirror: set both or none"
            : settings.Flip && id < FirstNewId ? "module " + Hex.Byte(id) + " cannot turn the picture" : null;
    }

    /// <summary>Why register 40 is not that of a Mega, or null.</summary>
    public static string FaultOf(int id) => id < FirstId || id > LastId ? "register 0x40 = " + Hex.Byte(id) + " is no Mega" : null;

    /// <summary>Why no module can do it, or null; for one that has not told yet which it is.</summary>
    public static string FaultOfAll(SensorSettings settings)
    {
        string fault = null;
        for (int id = FirstId; id <= LastId; id++)
        {
            fault = Fault(id, settings);
            if (fault == null)
            {
                return null;
            }
        }

        return fault;
    }

    public static string Name(int id) => "ArduCAM Mega " + (id == LastId ? 2 : (id & 1) != 0 ? 5 : 3) + " MP";

    /// <summary>Writes pairs of register and value; returns the bytes.</summary>
    public static int Build(int id, SensorSettings settings, byte[] pairs)
    {
        int at = Put(pairs, 0, DebugAddress, SensorAddress);
        at = Put(pairs, at, Format, FormatJpeg);
        at = Put(pairs, at, Resolution, Code(id, settings));
        at = Put(pairs, at, Quality, settings.Quality >= 85 ? 0 : settings.Quality >= 50 ? 1 : 2);

        // Levels go 0, +1, -1, +2, -2 from 0 up (CAM_BRIGHTNESS_LEVEL).
        int level = settings.Brightness > 0 ? 2 * settings.Brightness - 1 : -2 * settings.Brightness;
        at = Put(pairs, at, Brightness, level);
        at = Put(pairs, at, WhiteMode, settings.WhiteBalance);
        return id >= FirstNewId ? Put(pairs, at, Rotation, settings.Flip ? 1 : 0) : at;
    }

    private static int Code(int id, SensorSettings settings)
    {
        for (int i = 0; i < Sizes.Length; i += 4)
        {
            if (Sizes[i] == settings.Width && Sizes[i + 1] == settings.Height)
            {
                return Has(id, settings.Width, settings.Height) ? Sizes[i + (id >= FirstNewId ? 3 : 2)] : -1;
            }
        }

        return -1;
    }

    /// <summary>
    /// The older 5 MP modules have no 2048x1536 (SDK, CameraInfo_5MP_legacy), and 83 has eight rows less of the largest size
    /// (SDK, ArducamCamera.h, SENSOR_5MP_2; Zephyr, check_connection).
    /// </summary>
    private static bool Has(int id, int width, int height)
    {
        int widest = id == LastId ? 1600 : (id & 1) != 0 ? 2592 : 2048;
        bool isOld5Mp = id < FirstNewId && widest == 2592;
        return width <= widest && !(isOld5Mp && width == 2048) && (width < 2592 || height == 1936 == (id == ShortId));
    }

    private static int Put(byte[] pairs, int at, int register, int value)
    {
        pairs[at] = (byte)register;
        pairs[at + 1] = (byte)value;
        return at + 2;
    }
}
