namespace Sealcam.Dvp;

/// <summary>What a board or a person chooses about a DVP sensor.</summary>
public sealed class DvpSettings
{
    /// <summary>Pixels; must be one of esp32-camera's sizes (README.md lists them) and no larger than the sensor's.</summary>
    public int Width = 1600, Height = 1200;

    /// <summary>
    /// 4 to 63, less is better and larger. Below 10 a busy scene at full size outgrows the frame buffer (a fifth of a byte a
    /// pixel), and the driver drops such frames: the sensor then seems to give nothing.
    /// </summary>
    public int Quality = 12;

    /// <summary>-2 to 2.</summary>
    public int Brightness;

    /// <summary>Left and right, top and bottom exchanged, as the sensor is mounted.</summary>
    public bool Mirror, Flip;

    /// <summary>White balance: 0 automatic, 1 sunny, 2 cloudy, 3 office, 4 home (esp32-camera, set_wb_mode).</summary>
    public int WhiteBalance;

    /// <summary>
    /// Hz. 20 MHz is what esp32-camera's sensor tables are made for; 16 or 10 MHz help a long ribbon or a PSRAM that cannot keep
    /// up.
    /// </summary>
    public int XclkHz = 20000000;

    /// <summary>
    /// Frames thrown away after a trigger, 1 to 30. One makes the still's exposure begin after the trigger; more let exposure and
    /// white balance settle after a lamp was lit.
    /// </summary>
    public int Settle = 1;

    /// <summary>
    /// Frame buffers in PSRAM, 1 or 2. With 1 the bus rests between stills; with 2 it runs all the time, and PSRAM and Wi-Fi
    /// compete.
    /// </summary>
    public int Buffers = 1;
}
