namespace Sealcam.Dvp;

/// <summary>The array that <see cref="IDvp.Open"/> takes; the places are those of Cpp/dvp_core.h.</summary>
public static class DvpConfig
{
    public const int Layout = 0, PowerDown = 1, Reset = 2, Xclk = 3, Siod = 4, Sioc = 5, Data = 6, Vsync = 14, Href = 15, Pclk = 16;
    public const int XclkHz = 17, Width = 18, Height = 19, Quality = 20, Buffers = 21, Brightness = 22, Mirror = 23, Flip = 24;
    public const int WhiteBalance = 25, Count = 26;

    /// <summary>First value of the array: another layout gets another number, so that an older image refuses it.</summary>
    public const int LayoutOne = 1;

    public static int[] Make(DvpPins pins, DvpSettings settings)
    {
        var config = new int[Count];
        config[Layout] = LayoutOne;
        config[PowerDown] = pins.PowerDown;
        config[Reset] = pins.Reset;
        config[Xclk] = pins.Xclk;
        config[Siod] = pins.Siod;
        config[Sioc] = pins.Sioc;
        config[Data] = pins.D0;
        config[Data + 1] = pins.D1;
        config[Data + 2] = pins.D2;
        config[Data + 3] = pins.D3;
        config[Data + 4] = pins.D4;
        config[Data + 5] = pins.D5;
        config[Data + 6] = pins.D6;
        config[Data + 7] = pins.D7;
        config[Vsync] = pins.Vsync;
        config[Href] = pins.Href;
        config[Pclk] = pins.Pclk;
        config[XclkHz] = settings.XclkHz;
        config[Width] = settings.Width;
        config[Height] = settings.Height;
        config[Quality] = settings.Quality;
        config[Buffers] = settings.Buffers;
        config[Brightness] = settings.Brightness;
        config[Mirror] = settings.Mirror ? 1 : 0;
        config[Flip] = settings.Flip ? 1 : 0;
        config[WhiteBalance] = settings.WhiteBalance;
        return config;
    }
}
