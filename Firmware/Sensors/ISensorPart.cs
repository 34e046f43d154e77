namespace Sealcam.Sensors;

/// <summary>A driver as far as its sensor can be asked and adjusted; <see cref="SensorControl"/> gives it names.</summary>
public interface ISensorPart
{
    /// <summary>
    /// Who the sensor is: "ArduCAM Mega, id 0x81". Throws <see cref="CameraException"/> if it does not answer, or is busy with a
    /// still.
    /// </summary>
    string Probe();

    /// <summary>What the next still is made with. Not to be written to.</summary>
    SensorSettings Settings { get; }

    /// <summary>
    /// Why the sensor cannot do this, or null. One that has not told yet which it is may say no later, at a trigger.
    /// </summary>
    string Fault(SensorSettings wanted);

    /// <summary>From the next trigger on; a still in the making keeps what it has. Takes the object over.</summary>
    void Apply(SensorSettings wanted);
}
