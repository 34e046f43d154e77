namespace Sealcam.Dvp;

/// <summary>GPIO numbers of a DVP sensor; -1 for a line that the board does not wire.</summary>
public sealed class DvpPins
{
    public int PowerDown = -1;
    public int Reset = -1;

    /// <summary>Clock to the sensor; -1 if the board has an oscillator for it.</summary>
    public int Xclk = -1;

    /// <summary>SCCB data and clock.</summary>
    public int Siod, Sioc;

    /// <summary>
    /// The eight data lines, least significant first. Sellers that number them Y2 to Y9, as OmniVision's datasheets do, mean the
    /// same.
    /// </summary>
    public int D0, D1, D2, D3, D4, D5, D6, D7;

    public int Vsync, Href, Pclk;
}
