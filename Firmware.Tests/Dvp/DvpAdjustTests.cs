using Sealcam.Dvp;
using Sealcam.Sensors;

namespace Sealcam.Tests;

[TestClass]
public class DvpAdjustTests
{
    [TestMethod]
    public void ANewSettingClosesTheSensorAndTheNextTriggerOpensItWithThat()
    {
        var dvp = new ScriptedDvp();
        var camera = Make(dvp);
        var control = new SensorControl(camera);
        camera.Trigger();
        Assert.IsTrue(control.Set(0, "640x480"));
        Assert.IsTrue(control.Set(1, "100"));
        Assert.AreEqual("OT", dvp.Calls, "the still in the making keeps what it has");
        camera.Trigger();
        Assert.AreEqual("OTCOT", dvp.Calls);
        Assert.AreEqual(640, dvp.Config[DvpConfig.Width]);
        Assert.AreEqual(4, dvp.Config[DvpConfig.Quality]);
        camera.Trigger();
        Assert.AreEqual("OTCOTT", dvp.Calls);
    }

    [TestMethod]
    public void QualityGoesFromOneToAHundredAndTheBoardsOwnStaysWhereItIs()
    {
        var dvp = new ScriptedDvp();
        var camera = Make(dvp);
        for (int quality = 1; quality <= 100; quality++)
        {
            var wanted = camera.Settings.Copy();
            wanted.Quality = quality;
            camera.Apply(wanted);
            camera.Trigger();
            int native = dvp.Config[DvpConfig.Quality];
            Assert.IsTrue(native >= 4 && native <= 63, "quality " + quality + " is " + native);
        }

        camera = Make(dvp);
        camera.Apply(camera.Settings.Copy());
        camera.Trigger();
        Assert.AreEqual(12, dvp.Config[DvpConfig.Quality]);
        Assert.AreEqual(1600, dvp.Config[DvpConfig.Width]);
    }

    [TestMethod]
    public void TheWhiteBalancesOfTheDriverHaveOtherNumbers()
    {
        var dvp = new ScriptedDvp();
        var camera = Make(dvp);
        var control = new SensorControl(camera);
        string[] names = { "auto", "sunny", "cloudy", "office", "home" };
        for (int i = 0; i < names.Length; i++)
        {
            int option = control.OptionCount - 1;
            Assert.IsTrue(control.Set(option, names[i]));
            Assert.AreEqual(names[i], control.OptionValue(option));
            camera.Trigger();
            Assert.AreEqual(i, dvp.Config[DvpConfig.WhiteBalance]);
        }
    }

    [TestMethod]
    public void ASizeBeyondTheBoardsFrameBufferIsRefused()
    {
        var camera = Make(new ScriptedDvp());
        var control = new SensorControl(camera);
        Assert.AreEqual("camera-size: 2048x1536 needs a larger frame buffer than this board's 1600x1200; 1600x1200 is used",
            control.Start("2048x1536", ""));
        Assert.AreEqual("camera-size: esp32-camera has no size 1000x1000; 1600x1200 is used", control.Start("1000x1000", ""));
        Assert.IsNull(control.Start("XGA", "50"));
    }

    [TestMethod]
    public void AProbeOpensTheSensorAndNamesIt()
    {
        var dvp = new ScriptedDvp { Id = 0x3660 };
        Assert.AreEqual("OV3660, id 0x3660", Make(dvp).Probe());
        Assert.AreEqual("O", dvp.Calls);
        var absent = Make(new ScriptedDvp { Absent = true });
        Assert.IsTrue(Expect.Throws(typeof(CameraException), () => absent.Probe()).Message.IndexOf("no DVP driver") > 0);
    }

    private static DvpCamera Make(ScriptedDvp dvp) => new DvpCamera(dvp, new DvpPins(), new DvpSettings(), new FakeClock());
}
