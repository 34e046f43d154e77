namespace Sealcam.Tests;

/// <summary>A lamp, a sensor and a clock whose every move a test makes.</summary>
public sealed class LampBench
{
    public readonly LampClock Clock = new LampClock();
    public readonly LampSensor Sensor = new LampSensor();
    public readonly TestLamp Lamp = new TestLamp();
    public readonly LitCamera Camera;

    public LampBench(int warmMs)
    {
        Camera = new LitCamera(Sensor, Lamp, Clock, warmMs);
    }
}

public sealed class LampClock : IClock
{
    public long UptimeMs { get; private set; } = 5000;

    public void AdvanceMs(int ms) => UptimeMs += ms;

    public void Set(long unixSeconds)
    {
    }
}

public sealed class TestLamp : ILamp
{
    public bool IsLit;

    public void Set(bool on) => IsLit = on;
}

public sealed class LampSensor : ICamera
{
    public int Triggers;
    public bool Fails;
    public IStill Next;

    public void Trigger()
    {
        Fail();
        Triggers++;
    }

    public IStill Poll()
    {
        Fail();
        return Next;
    }

    private void Fail()
    {
        if (Fails)
        {
            throw new CameraException("trigger: broken");
        }
    }
}

public sealed class LampStill : IStill
{
    public int Length => 0;

    public long ExposedMs => 0;

    public int Read(byte[] buffer, int offset, int count) => -1;

    public void Release()
    {
    }
}
