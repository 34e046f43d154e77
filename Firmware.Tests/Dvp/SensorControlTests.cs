using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>Adjustments by name, on the drivers and the models of their parts.</summary>
[TestClass]
public class SensorControlTests
{
    private const int LimitMs = 20000;

    [TestMethod]
    public void AnOptionOfTheMegaCountsFromTheNextStillOnAndNotForTheOneInTheMaking()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock);
        var camera = new ArducamMega(model, clock, new SensorSettings());
        var control = new SensorControl(camera);
        camera.Trigger();
        clock.Advance(20);
        camera.Poll();
        Assert.IsTrue(Set(control, "size", "320x240"));
        Assert.AreEqual("320x240", Value(control, "size"));
        IStill still = null;
        for (int i = 0; i < 2000 && still == null; i++, clock.Advance(5))
        {
            still = camera.Poll();
        }

        Assert.AreEqual(640, model.Frame.Width);
        still.Release();
        SensorRun.Take(camera, clock, LimitMs).Release();
        Assert.AreEqual(320, model.Frame.Width);
        Assert.IsTrue(Set(control, "quality", "20"));
        Assert.IsTrue(Set(control, "brightness", "-1"));
        Assert.IsTrue(Set(control, "white-balance", "cloudy"));
        SensorRun.Take(camera, clock, LimitMs).Release();
        Assert.AreEqual(2, (int)model[0x2A], "quality low");
        Assert.AreEqual(2, (int)model[0x22], "brightness -1");
        Assert.AreEqual(WhiteBalance.Cloudy, (int)model[0x26]);
        Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
    }

    [TestMethod]
    public void EachPartHasTheOptionsThatItCanDo()
    {
        var clock = new SimClock();
        var mega = new SensorControl(new ArducamMega(new MegaModel(clock), clock, new SensorSettings()));
        Assert.AreEqual("size quality brightness turn white-balance", Options(mega));
        var mini = new SensorControl(new MiniRig(false, new SensorSettings()).Camera);
        Assert.AreEqual("size quality brightness mirror flip white-balance", Options(mini));
        Assert.AreEqual("160x120|320x240|400x296|640x480|800x600|1024x768|1280x720|1280x1024|1600x1200", mini.OptionRange(0));
        Assert.AreEqual("size quality brightness flip white-balance",
            Options(new SensorControl(new MiniRig(true, new SensorSettings()).Camera)));
        var serial = new SensorControl(new Vc0706(new Vc0706Model(clock), clock, new SensorSettings()));
        Assert.AreEqual("size quality", Options(serial));
        Assert.AreEqual("160x120|320x240|640x480", serial.OptionRange(0));
    }

    [TestMethod]
    public void NamesOfSizesCountAsWellAsNumbers()
    {
        var control = new SensorControl(new MiniRig(true, new SensorSettings()).Camera);
        Assert.IsTrue(Set(control, "size", "qxga"));
        Assert.AreEqual("2048x1536", Value(control, "size"));
        Assert.IsTrue(Set(control, "size", "1936X1088"));
        Assert.AreEqual("1936x1088", Value(control, "size"));
        string[] bad = { "", "x", "640", "640x", "x480", "640x480x2", "640 x 480", "-640x480", "99999x480", "huge" };
        for (int i = 0; i < bad.Length; i++)
        {
            Assert.IsFalse(Set(control, "size", bad[i]), bad[i]);
        }
    }

    [TestMethod]
    public void WhatIsOutOfTheRangeChangesNothing()
    {
        var control = new SensorControl(new MiniRig(false, new SensorSettings()).Camera);
        string[] bad = { "quality", "0", "quality", "101", "quality", "x", "brightness", "3", "mirror", "maybe", "white-balance", "1" };
        for (int i = 0; i < bad.Length; i += 2)
        {
            string before = Value(control, bad[i]);
            Assert.IsFalse(Set(control, bad[i], bad[i + 1]), bad[i] + " " + bad[i + 1]);
            Assert.AreEqual(before, Value(control, bad[i]));
        }

        var thrown = Expect.Throws(typeof(CameraException), () => Set(control, "size", "1920x1080"));
        Assert.AreEqual("1920x1080 is not within 96x96 to 1600x1200", thrown.Message);
        Assert.AreEqual("640x480", Value(control, "size"));
    }

    [TestMethod]
    public void AWrongSettingAtTheStartIsSaidAndTheDriversIsUsed()
    {
        var clock = new SimClock();
        var control = new SensorControl(new Vc0706(new Vc0706Model(clock), clock, new SensorSettings()));
        Assert.IsNull(control.Start("", ""));
        Assert.AreEqual("640x480 80", Value(control, "size") + " " + Value(control, "quality"));
        Assert.AreEqual("camera-size: the VC0706 has no size 1600x1200; 640x480 is used", control.Start("1600x1200", ""));
        Assert.AreEqual("camera-quality is 1..100; 80 is used", control.Start("", "best"));
        Assert.AreEqual("camera-size is 160x120|320x240|640x480; 640x480 is used", control.Start("large", "50"));
        Assert.AreEqual("50", Value(control, "quality"), "one wrong setting does not cost the other");
        Assert.IsNull(control.Start("QVGA", "90"));
        Assert.AreEqual("320x240 90", Value(control, "size") + " " + Value(control, "quality"));
    }

    [TestMethod]
    public void AProbeAsksThePartAndNeverInTheMiddleOfAStill()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock) { Sensor = 0x82 };
        var camera = new ArducamMega(model, clock, new SensorSettings());
        Assert.AreEqual("ArduCAM Mega 3 MP, id 0x82", camera.Probe());
        var still = SensorRun.Take(camera, clock, LimitMs);
        var thrown = Expect.Throws(typeof(CameraException), () => camera.Probe());
        Assert.AreEqual("probe: busy with a still", thrown.Message);
        still.Release();
        model.Sensor = 0x11;
        Assert.AreEqual("probe: register 0x40 = 0x11 is no Mega", Expect.Throws(typeof(CameraException), () => camera.Probe()).Message);
        var rig = new MiniRig(false, new SensorSettings());
        rig.Take().Release();
        Assert.AreEqual("OV2640 behind an ArduChip, id 0x26", rig.Camera.Probe().Substring(0, 34));
        Assert.IsNull(rig.TakeDiffers(1000), "a probe leaves the part as it was");
        Assert.AreEqual("", rig.Violations);
    }

    [TestMethod]
    public void TheSerialCameraSaysWhatItAnsweredWhenItWasSetUp()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock);
        var camera = new Vc0706(model, clock, new SensorSettings { Width = 160, Height = 120 });
        Expect.Throws(typeof(CameraException), () => camera.Probe());
        SensorRun.Take(camera, clock, 25000).Release();
        Assert.AreEqual("VC0706, version VC07", camera.Probe().Substring(0, 20));
    }

    private static string Options(SensorControl control)
    {
        string all = "";
        for (int i = 0; i < control.OptionCount; i++)
        {
            all += (i > 0 ? " " : "") + control.OptionName(i);
        }

        return all;
    }

    private static string Value(SensorControl control, string option) => control.OptionValue(Find(control, option));

    private static bool Set(SensorControl control, string option, string value) => control.Set(Find(control, option), value);

    private static int Find(SensorControl control, string option)
    {
        for (int i = 0; i < control.OptionCount; i++)
        {
            if (control.OptionName(i) == option)
            {
                return i;
            }
        }

        return -1;
    }
}
