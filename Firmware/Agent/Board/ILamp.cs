namespace Sealcam;

/// <summary>A light that the board can switch: the illumination LED, or the status LED.</summary>
public interface ILamp
{
    /// <summary>Never throws; a call without a change does nothing.</summary>
    void Set(bool on);
}
