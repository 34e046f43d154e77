using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>An ArduCAM Mini with either sensor: driver, ArduChip and sensor on one clock.</summary>
public sealed class MiniRig
{
    /// <summary>ms that a still may take, set-up included.</summary>
    public const int LimitMs = 20000;

    public readonly SimClock Clock = new SimClock();
    public readonly SensorModel Sensor;
    public readonly ArduChipModel Chip;
    public readonly ArducamMini Camera;

    /// <param name="isOv5642">The 5 MP module; otherwise the 2 MP one.</param>
    /// <param name="settings">What the sensor is to make.</param>
    public MiniRig(bool isOv5642, SensorSettings settings)
    {
        Sensor = isOv5642 ? (SensorModel)new Ov5642Model(Clock) : new Ov2640Model(Clock);
        Chip = new ArduChipModel(Clock, Sensor) { NeedsVsyncBit = isOv5642, FifoBytes = isOv5642 ? 0x80000 : 0x60000 };
        var part = isOv5642 ? (SccbSensor)new Ov5642() : new Ov2640();
        Camera = new ArducamMini(Chip, Sensor, part, Clock, settings);
    }

    public string Violations => Chip.Violations.Text + Sensor.Violations.Text;

    public IStill Take() => SensorRun.Take(Camera, Clock, LimitMs);

    public string Fails() => SensorRun.Fails(Camera, Clock, LimitMs);

    /// <summary>Takes a still and compares it; null if all is well.</summary>
    public string TakeDiffers(params int[] chunks)
    {
        var still = Take();
        if (still == null)
        {
            return "no still: " + Sensor.Why;
        }

        var got = Chip.Frame;
        var wanted = new ModelFrame(got.Number, got.ExposedFromMs, got.Width, got.Height, got.Length, got.Padding + Chip.ExtraBytes);
        return SensorRun.Differs(still, wanted, Clock, chunks);
    }
}
