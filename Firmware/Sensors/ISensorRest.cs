namespace Sealcam.Sensors;

/// <summary>A driver that can take power from its sensor while nobody wants stills.</summary>
public interface ISensorRest
{
    /// <summary>Before deep sleep: a leased still is released, and the next trigger wakes the sensor. Never throws.</summary>
    void Rest();
}
