namespace Sealcam.Sensors;

/// <summary>
/// What a board wants of its sensor. A driver that cannot do it says so at the first trigger, by <see cref="CameraException"/>:
/// nothing is silently rounded.
/// </summary>
public sealed class SensorSettings
{
    /// <summary>Pixels.</summary>
    public int Width = 640, Height = 480;

    /// <summary>1 (smallest files) to 100 (best picture); each driver says how it maps to its part's scale.</summary>
    public int Quality = 80;

    /// <summary>-2 to +2.</summary>
    public int Brightness;

    /// <summary>Left and right, or top and bottom, change places.</summary>
    public bool Mirror, Flip;

    /// <summary>One of the constants of <see cref="Sensors.WhiteBalance"/>.</summary>
    public int WhiteBalance;

    public SensorSettings Copy() => new SensorSettings
    {
        Width = Width, Height = Height, Quality = Quality, Brightness = Brightness, Mirror = Mirror, Flip = Flip,
        WhiteBalance = WhiteBalance,
    };

    /// <summary>What is out of bounds for every part, or null.</summary>
    public string Fault()
    {
        return Quality < 1 || Quality > 100 ? "quality " + Quality + " is not within 1 to 100"
            : Brightness < -2 || Brightness > 2 ? "brightness " + Brightness + " is not within -2 to 2"
            : WhiteBalance < Sensors.WhiteBalance.Auto || WhiteBalance > Sensors.WhiteBalance.Home
                ? "no white balance " + WhiteBalance
            : null;
    }
}

/// <summary>The light that a sensor takes for white.</summary>
public static class WhiteBalance
{
    public const int Auto = 0, Sunny = 1, Office = 2, Cloudy = 3, Home = 4;
}
