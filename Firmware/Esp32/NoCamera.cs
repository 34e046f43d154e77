namespace Sealcam.Esp32;

/// <summary>Stands where a board's sensor will be, and says so: it makes no still.</summary>
public sealed class NoCamera : ICamera
{
    private readonly string _why;

    /// <param name="why">The sentence that a technician sees at boot and at every trigger.</param>
    public NoCamera(string why)
    {
        _why = why;
    }

    public void Trigger() => throw new CameraException(_why);

    public IStill Poll() => throw new CameraException(_why);
}
