namespace Sealcam;

/// <summary>A sensor that makes JPEG stills, one at a time.</summary>
/// <remarks>
/// Both methods may throw <see cref="CameraException"/>; the agent logs it, counts it and tries again when the next still is due.
/// Neither may wait for the exposure: a driver that must, waits in <see cref="Poll"/> by returning null.
/// </remarks>
public interface ICamera
{
    /// <summary>
    /// Starts a still whose exposure begins after this call: whatever the sensor queued before is flushed. A driver that hands
    /// out a queued frame makes the agent sign a stale picture as fresh.
    /// </summary>
    void Trigger();

    /// <summary>The still, leased until its Release, or null while the sensor is not done.</summary>
    IStill Poll();
}
