using Sealcam.Sensors;

namespace Sealcam.Dvp;

/// <summary>The one scale that people use for every sensor, and that of esp32-camera.</summary>
internal static class DvpLook
{
    private const int Best = 4, Coarsest = 63;

    // esp32-camera's sizes (README.md), width and height.
    private static readonly short[] Sizes =
    {
        96, 96, 160, 120, 128, 128, 176, 144, 240, 176, 240, 240, 320, 240, 320, 320, 400, 296, 480, 320, 640, 480, 800, 600, 1024, 768,
        1280, 720, 1280, 1024, 1600, 1200, 1920, 1080, 720, 1280, 864, 1536, 2048, 1536, 2560, 1440, 2560, 1600, 1088, 1920, 2560, 1920,
    };

    // WhiteBalance's numbers in esp32-camera's order (set_wb_mode), and back: office and cloudy change places.
    private static readonly byte[] White = { 0, 1, 3, 2, 4 };

    public static bool HasSize(int width, int height)
    {
        for (int i = 0; i < Sizes.Length; i += 2)
        {
            if (Sizes[i] == width && Sizes[i + 1] == height)
            {
                return true;
            }
        }

        return false;
    }

    public static SensorSettings Of(DvpSettings look) => new SensorSettings
    {
        Width = look.Width, Height = look.Height, Quality = Percent(look.Quality),
        Brightness = look.Brightness, Mirror = look.Mirror, Flip = look.Flip, WhiteBalance = White[look.WhiteBalance],
    };

    /// <summary>Rounded so that <see cref="Put"/> gives the very number back.</summary>
    private static int Percent(int native) => 100 - ((native - Best) * 99 + Coarsest - Best - 1) / (Coarsest - Best);

    /// <summary>Puts what is wanted into the places of the native side's configuration.</summary>
    public static void Put(SensorSettings wanted, int[] config)
    {
        config[DvpConfig.Width] = wanted.Width;
        config[DvpConfig.Height] = wanted.Height;
        config[DvpConfig.Quality] = Best + (100 - wanted.Quality) * (Coarsest - Best) / 99;
        config[DvpConfig.Brightness] = wanted.Brightness;
        config[DvpConfig.Mirror] = wanted.Mirror ? 1 : 0;
        config[DvpConfig.Flip] = wanted.Flip ? 1 : 0;
        config[DvpConfig.WhiteBalance] = White[wanted.WhiteBalance];
    }
}
