namespace Sealcam.Tests.Models;

/// <summary>
/// Resolution codes of the Mega's register 21. Modules 81 to 84 (application note of 2023, Zephyr's driver) and 85 on (SDK 3.0,
/// CAM_IMAGE_MODE) number them differently. Which module has which: SDK 3.0, CameraInfo; the application note's 2592x1944 for
/// 3 MP is taken for a slip. 83 has 2592x1936 (SDK, SENSOR_5MP_2).
/// </summary>
public static class MegaSizes
{
    private static readonly short[] Newer =
    {
        96, 96, 128, 128, 160, 120, 320, 240, 320, 320, 640, 480, 800, 600,
        1024, 768, 1280, 720, 1280, 1024, 1600, 1200, 1920, 1080, 2048, 1536, 2592, 1944,
    };

    // 0 where a module lacks the size.
    private static readonly short[] Older =
    {
        0, 0, 320, 240, 640, 480, 0, 0, 1280, 720, 0, 0, 1600, 1200,
        1920, 1080, 2048, 1536, 2592, 1944, 96, 96, 128, 128, 320, 320,
    };

    /// <summary>Pixels; 0 for a code that the module does not have.</summary>
    public static int Width(int sensor, int code) => Pixels(sensor, code, 0);

    /// <inheritdoc cref="Width"/>
    public static int Height(int sensor, int code) => Pixels(sensor, code, 1);

    private static int Pixels(int sensor, int code, int which)
    {
        var sizes = sensor >= 0x85 ? Newer : Older;
        bool is5Mp = sensor == 0x81 || sensor == 0x83 || sensor == 0x85;
        if (code * 2 >= sizes.Length)
        {
            return 0;
        }

        int width = sizes[code * 2];
        bool has = width <= (sensor == 0x87 ? 1600 : 1920)
            || (sensor != 0x87 && (is5Mp ? width == 2592 || sensor == 0x85 : width == 2048));
        int pixels = has ? sizes[code * 2 + which] : 0;
        return pixels == 1944 && sensor == 0x83 ? 1936 : pixels;
    }
}
