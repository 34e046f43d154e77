namespace Sealcam.Tests;

[TestClass]
public class LitCameraTests
{
    [TestMethod]
    public void TheLampIsLitForTheWarmUpBeforeTheSensorIsTriggered()
    {
        var bench = new LampBench(500);
        bench.Camera.Trigger();
        Assert.IsTrue(bench.Lamp.IsLit);
        Assert.AreEqual(0, bench.Sensor.Triggers);
        bench.Clock.AdvanceMs(499);
        Assert.IsNull(bench.Camera.Poll());
        Assert.AreEqual(0, bench.Sensor.Triggers);
        bench.Clock.AdvanceMs(1);
        Assert.IsNull(bench.Camera.Poll());
        Assert.AreEqual(1, bench.Sensor.Triggers);
        Assert.IsTrue(bench.Lamp.IsLit);
    }

    [TestMethod]
    public void TheLampGoesOutWithTheStill()
    {
        var bench = new LampBench(0);
        bench.Camera.Trigger();
        Assert.AreEqual(1, bench.Sensor.Triggers);
        bench.Sensor.Next = new LampStill();
        Assert.AreSame(bench.Sensor.Next, bench.Camera.Poll());
        Assert.IsFalse(bench.Lamp.IsLit);
    }

    [TestMethod]
    public void TheLampGoesOutWhenTheSensorFails()
    {
        var bench = new LampBench(0);
        bench.Sensor.Fails = true;
        Expect.Throws(typeof(CameraException), () => bench.Camera.Trigger());
        Assert.IsFalse(bench.Lamp.IsLit);
        bench.Sensor.Fails = false;
        bench.Camera.Trigger();
        bench.Sensor.Fails = true;
        Expect.Throws(typeof(CameraException), () => bench.Camera.Poll());
        Assert.IsFalse(bench.Lamp.IsLit);
    }

    [TestMethod]
    public void ALampWhoseStillWasGivenUpGoesOutByItself()
    {
        var bench = new LampBench(0);
        bench.Camera.Trigger();
        bench.Clock.AdvanceMs(LitCamera.OnMostMs - 1);
        bench.Camera.Tend();
        Assert.IsTrue(bench.Lamp.IsLit);
        bench.Clock.AdvanceMs(1);
        bench.Camera.Tend();
        Assert.IsFalse(bench.Lamp.IsLit);
    }
}
