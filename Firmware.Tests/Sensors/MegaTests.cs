using System;
using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

[TestClass]
public class MegaTests
{
    private const int LimitMs = 20000;

    [TestMethod]
    public void TheMegaGivesItsFramesByteForByteInAnyChunkSize()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock);
        var camera = new ArducamMega(model, clock, new SensorSettings());
        int last = 0;
        for (int i = 0; i < 4; i++)
        {
            model.FrameBytes = 2000 + i * 1111;
            model.PaddingBytes = i;
            var still = SensorRun.Take(camera, clock, LimitMs);
            Assert.IsNotNull(still, "still " + i);
            string fault = i == 0 ? SensorRun.Differs(still, model.Frame, clock, 4000)
                : i == 1 ? SensorRun.Differs(still, model.Frame, clock, 1, 7, 509)
                : i == 2 ? SensorRun.Differs(still, model.Frame, clock, 333)
                : SensorRun.Differs(still, model.Frame, clock, 64, 1);
            Assert.IsNull(fault, fault);
            Assert.IsTrue(model.Frame.Number > last);
            last = model.Frame.Number;
            Assert.AreEqual(640, model.Frame.Width);
        }

        Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
    }

    [TestMethod]
    public void AStillOfTheMegaPassesTheCaptureStage()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock) { FrameBytes = 9001 };
        var pipeline = new SensorPipeline(clock, new ArducamMega(model, clock, new SensorSettings { Width = 320, Height = 240 }),
            12 * 1024);
        for (int i = 0; i < 3; i++)
        {
            Assert.IsTrue(pipeline.Capture(), pipeline.LastFault);
            string fault = pipeline.Differs(model.Frame);
            Assert.IsNull(fault, fault);
            Assert.IsTrue(model.Frame.ExposedFromMs >= pipeline.AskedMs, "exposed before it was asked for");
        }

        Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
    }

    [TestMethod]
    public void NothingFromBeforeTheTriggerIsInAStillOfTheMega()
    {
        for (int phase = 0; phase < 100; phase += 7)
        {
            var clock = new SimClock();
            var model = new MegaModel(clock);
            model.LeaveOldFrame(5);
            var camera = new ArducamMega(model, clock, new SensorSettings()) { FrameMs = model.PeriodMs };
            SensorRun.Take(camera, clock, LimitMs).Release();
            clock.Advance(500 + phase);
            long triggered = clock.UptimeMs;
            var still = SensorRun.Take(camera, clock, LimitMs);
            Assert.IsTrue(model.Frame.ExposedFromMs >= triggered, "phase " + phase + ": exposed from " + model.Frame.ExposedFromMs
                + ", triggered " + triggered);
            long end = model.Frame.ExposedFromMs + 2 * model.PeriodMs;
            Assert.IsTrue(still.ExposedMs >= triggered && still.ExposedMs <= end, "exposed " + still.ExposedMs + ", in truth "
                + end);
            Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
        }
    }

    [TestMethod]
    public void AFaultOfTheMegaIsNamedAndTheNextTriggerStartsItAnew()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock);
        var camera = new ArducamMega(model, clock, new SensorSettings());
        for (int fault = 0; fault < 6; fault++)
        {
            model.StuckAt = fault == 0 ? 0xFF : fault == 1 ? 0 : -1;
            model.IsStuckBusy = fault == 2;
            model.IsStuck = fault == 3;
            model.Announces = fault == 4 ? 0 : fault == 5 ? 0xFFFFFF : -1;
            string said = SensorRun.Fails(camera, clock, LimitMs);
            string wanted = fault < 3 ? "0x44" : fault == 3 ? "never done" : "0x45";
            Assert.IsTrue(said.IndexOf(wanted) >= 0, "fault " + fault + ": " + said);
            model.StuckAt = model.Announces = -1;
            model.IsStuckBusy = model.IsStuck = false;
            GivesAStill(camera, model, clock);
        }

        Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
    }

    [TestMethod]
    public void AnotherPartInTheMegasPlaceIsNamed()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock) { Sensor = 0x42 };
        var camera = new ArducamMega(model, clock, new SensorSettings());
        string said = SensorRun.Fails(camera, clock, LimitMs);
        Assert.IsTrue(said.IndexOf("0x40 = 0x42 is no Mega") >= 0, said);
        model.Sensor = 0x81;
        GivesAStill(camera, model, clock);
        Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
    }

    [TestMethod]
    public void ATriggerInTheMiddleOfACaptureStartsTheMegaAnew()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock);
        var camera = new ArducamMega(model, clock, new SensorSettings());
        GivesAStill(camera, model, clock);
        for (int ms = 5; ms < 400; ms += 30)
        {
            Assert.IsNull(SensorRun.Take(camera, clock, ms % 200));
            GivesAStill(camera, model, clock);
        }

        Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
    }

    [TestMethod]
    public void AShortFifoOfTheMegaIsRefusedAsTorn()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock) { HoldsOnly = 900 };
        var pipeline = new SensorPipeline(clock, new ArducamMega(model, clock, new SensorSettings()), 12 * 1024);
        Assert.IsFalse(pipeline.Capture());
        Assert.IsTrue(pipeline.LastFault.IndexOf("torn") >= 0, pipeline.LastFault);
        model.HoldsOnly = -1;
        Assert.IsTrue(pipeline.Capture(), pipeline.LastFault);
    }

    [TestMethod]
    public void TheMegasSettingsReachItsRegistersAndWrongOnesAreNamed()
    {
        var settings = new SensorSettings { Width = 2592, Height = 1944, Quality = 90, Brightness = -2 };
        settings.Mirror = settings.Flip = true;
        settings.WhiteBalance = WhiteBalance.Home;
        var clock = new SimClock();
        var model = new MegaModel(clock) { Sensor = 0x85 };
        var still = SensorRun.Take(new ArducamMega(model, clock, settings), clock, LimitMs);
        Assert.IsNotNull(still);
        Assert.AreEqual(2592, model.Frame.Width);
        Assert.AreEqual(1944, model.Frame.Height);
        Assert.IsTrue(model[0x2A] == 0 && model[0x22] == 4 && model[0x26] == 4 && model[0x2B] == 1 && model[0x20] == 1);

        model = new MegaModel(clock) { Sensor = 0x82 };
        string said = SensorRun.Fails(new ArducamMega(model, clock, settings), clock, LimitMs);
        Assert.IsTrue(said.IndexOf("0x82 has no size 2592x1944") >= 0, said);
        settings.Width = 2048;
        settings.Height = 1536;
        said = SensorRun.Fails(new ArducamMega(model, clock, settings), clock, LimitMs);
        Assert.IsTrue(said.IndexOf("cannot turn") >= 0, said);
        settings.Mirror = settings.Flip = false;
        Assert.IsNotNull(SensorRun.Take(new ArducamMega(model, clock, settings), clock, LimitMs));
        Assert.AreEqual(1536, model.Frame.Height);
        Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
    }

    [TestMethod]
    public void ABusThatThrowsAnywhereLeavesTheMegaUsable()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock);
        var camera = new ArducamMega(model, clock, new SensorSettings());
        for (int at = 1; at < 60; at++)
        {
            model.BreaksAt = at;
            try
            {
                SensorRun.Fails(camera, clock, LimitMs);
            }
            catch (InvalidOperationException)
            {
            }

            model.BreaksAt = 0;
            GivesAStill(camera, model, clock);
            model.StuckAt = at % 2 == 0 ? 0 : -1;  // every other time the part must be set up anew
            SensorRun.Fails(camera, clock, LimitMs);
            model.StuckAt = -1;
        }

        Assert.AreEqual(0, model.Violations.Count, model.Violations.Text);
    }

    [TestMethod]
    public void WithoutTheWaitOfOneFrameAnOldExposureShows()
    {
        int stale = 0;
        for (int phase = 0; phase < 100; phase += 10)
        {
            var clock = new SimClock();
            var model = new MegaModel(clock);
            var camera = new ArducamMega(model, clock, new SensorSettings()) { FrameMs = 0 };
            GivesAStill(camera, model, clock);
            clock.Advance(phase);
            long triggered = clock.UptimeMs;
            GivesAStill(camera, model, clock);
            stale += model.Frame.ExposedFromMs < triggered ? 1 : 0;
        }

        Assert.IsTrue(stale > 5, "the model does not tell old exposures from new ones");
    }

    [TestMethod]
    public void ALeasedStillOfTheMegaBlocksTheNextTriggerAndReadsOnlyOnce()
    {
        var clock = new SimClock();
        var camera = new ArducamMega(new MegaModel(clock), clock, new SensorSettings());
        var still = SensorRun.Take(camera, clock, LimitMs);
        Assert.IsNull(camera.Poll());
        Expect.Throws(typeof(CameraException), () => camera.Trigger());
        still.Release();
        still.Release();
        Assert.AreEqual(-1, still.Read(new byte[10], 0, 10));
        Assert.IsNotNull(SensorRun.Take(camera, clock, LimitMs));
    }

    private static void GivesAStill(ICamera camera, MegaModel model, SimClock clock)
    {
        var still = SensorRun.Take(camera, clock, LimitMs);
        Assert.IsNotNull(still, "no still");
        string differs = SensorRun.Differs(still, model.Frame, clock, 1000);
        Assert.IsNull(differs, differs);
    }
}
