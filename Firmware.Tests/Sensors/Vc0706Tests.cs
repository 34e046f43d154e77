using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

[TestClass]
public class Vc0706Tests
{
    private const int LimitMs = 25000;

    [TestMethod]
    public void TheVc0706GivesItsFramesByteForByteInAnyChunkSize()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock);
        var camera = new Vc0706(model, clock, Small());
        int last = 0;
        for (int i = 0; i < 5; i++)
        {
            model.Buffer.FrameBytes = i == 0 ? 1024 : 1500 + i * 513;
            string fault = i == 0 ? Differs(camera, model, clock, 4000) : i == 1 ? Differs(camera, model, clock, 4000, 1)
                : i == 2 ? Differs(camera, model, clock, 1, 3) : i == 3 ? Differs(camera, model, clock, 1000)
                    : Differs(camera, model, clock, 1024);
            Assert.IsNull(fault, fault);
            Assert.IsTrue(model.Frame.Number > last);
            last = model.Frame.Number;
        }

        IsClean(model);
    }

    [TestMethod]
    public void AStillOfTheVc0706PassesTheCaptureStageAtEverySpeed()
    {
        int[] bauds = { 9600, 19200, 38400, 57600, 115200 };
        for (int i = 0; i < bauds.Length; i++)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock);
            model.Buffer.FrameBytes = 5000;
            var pipeline = new SensorPipeline(clock, new Vc0706(model, clock, Small(), bauds[i]), 8 * 1024);
            for (int still = 0; still < 2; still++)
            {
                Assert.IsTrue(pipeline.Capture(), pipeline.LastFault);
                string fault = pipeline.Differs(model.Frame);
                Assert.IsNull(fault, fault);
                Assert.IsTrue(model.Frame.ExposedFromMs >= pipeline.AskedMs, "exposed before it was asked for");
            }

            Assert.AreEqual(bauds[i], model.Baud);
            IsClean(model);
        }
    }

    [TestMethod]
    public void TheVc0706IsFoundAtWhateverSpeedItWasLeft()
    {
        int[] bauds = { 9600, 19200, 38400, 57600, 115200 };
        for (int i = 0; i < bauds.Length; i++)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock);
            model.Buffer.FrameBytes = 1000;
            model.LeaveStopped(77, bauds[i]);
            string fault = Differs(new Vc0706(model, clock, Small(), 57600), model, clock, 512);
            Assert.IsNull(fault, fault);
            Assert.AreNotEqual(77L, (long)model.Frame.Number);
            Assert.AreEqual(57600, model.Baud);
            IsClean(model);
        }
    }

    [TestMethod]
    public void NothingFromBeforeTheTriggerIsInAStillOfTheVc0706()
    {
        for (int phase = 0; phase < 67; phase += 6)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock);
            model.Buffer.PeriodMs = 67;
            model.Buffer.FrameBytes = 800;
            model.LeaveStopped(3, 115200);
            var camera = new Vc0706(model, clock, Small());
            SensorRun.Take(camera, clock, LimitMs).Release();
            clock.Advance(300 + phase);
            long triggered = clock.UptimeMs;
            var still = SensorRun.Take(camera, clock, LimitMs);
            long from = model.Frame.ExposedFromMs, end = from + 2 * model.Buffer.PeriodMs;
            Assert.IsTrue(from >= triggered, "phase " + phase + ": exposed from " + from + ", triggered " + triggered);
            Assert.IsTrue(still.ExposedMs >= triggered && still.ExposedMs <= end, "exposed " + still.ExposedMs + ", in truth "
                + end);
            IsClean(model);
        }
    }

    [TestMethod]
    public void WithoutTheTimeToSettleAnOldExposureShows()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock);
        model.Buffer.FrameBytes = 800;
        var camera = new Vc0706(model, clock, Small()) { SettleMs = 0 };
        SensorRun.Take(camera, clock, LimitMs).Release();
        long triggered = clock.UptimeMs;
        SensorRun.Take(camera, clock, LimitMs);
        Assert.IsTrue(model.Frame.ExposedFromMs < triggered, "the model does not tell old exposures from new ones");
    }

    [TestMethod]
    public void TheSizeIsWrittenToTheEepromOnlyIfItMustChange()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock) { Size = 0x00, ResetReplyBytes = 4 };
        model.Buffer.FrameBytes = 700;
        var camera = new Vc0706(model, clock, new SensorSettings { Width = 160, Height = 120, Quality = 50 });
        for (int i = 0; i < 3; i++)
        {
            Assert.IsNull(Differs(camera, model, clock, 512));
        }

        Assert.IsTrue(model.EepromWrites == 1 && model.Resets == 1 && model.Size == 0x22, model.EepromWrites + " writes");
        Assert.AreEqual(114, (int)model.Compression);
        Assert.AreEqual(120, model.Frame.Height);
        Assert.IsNull(Differs(new Vc0706(model, clock, new SensorSettings { Width = 160, Height = 120 }), model, clock, 512));
        Assert.AreEqual(1, model.EepromWrites);
        IsClean(model);
    }

    [TestMethod]
    public void EveryFaultOfTheVc0706IsNamedAndTheNextTriggerRecovers()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock);
        model.Buffer.FrameBytes = 2500;
        var camera = new Vc0706(model, clock, Small());
        for (int fault = 0; fault < 8; fault++)
        {
            model.IsAbsent = fault == 0;
            model.FailCommand = fault == 1 ? 0x36 : fault == 2 ? 0x34 : fault == 3 ? 0x32 : 0;
            model.Buffer.Announces = fault == 4 ? 0 : fault == 5 ? 0x7FFFFFFF : fault == 6 ? 10 : -1;
            model.Line.CutsAt = fault == 7 ? 700 : -1;
            string said = SensorRun.Fails(camera, clock, LimitMs);
            string wanted = fault == 0 ? "no answer to 0x11 at any speed" : fault == 1 ? "0x36 answered with status 4 (not now)"
                : fault == 2 ? "0x34 answered"
                : fault == 3 ? "0x32 answered" : fault < 7 ? "0x34 tells" : "0x32 at 0: nothing more";
            Assert.IsTrue(said.IndexOf(wanted) >= 0, "fault " + fault + ": " + said);
            model.IsAbsent = false;
            model.FailCommand = 0;
            model.Buffer.Announces = model.Line.CutsAt = -1;
            string differs = Differs(camera, model, clock, 1024);
            Assert.IsNull(differs, "after fault " + fault + ": " + differs);
        }

        IsClean(model);
    }

    [TestMethod]
    public void AStillGivenUpHalfWayDoesNotDisturbTheNext()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock);
        model.Buffer.FrameBytes = 3000;
        var camera = new Vc0706(model, clock, Small(), 38400);
        var buffer = new byte[300];
        for (int i = 0; i < 6; i++)
        {
            var still = SensorRun.Take(camera, clock, LimitMs);
            for (int k = 0; k < i * 9; k++)
            {
                still.Read(buffer, 0, buffer.Length);
                clock.Advance(5);
            }

            still.Release();
            string differs = Differs(camera, model, clock, 1024);
            Assert.IsNull(differs, differs);
            SensorRun.Take(camera, clock, 40 * i)?.Release();
        }

        IsClean(model);
    }

    [TestMethod]
    public void WhatTheVc0706CannotDoIsNamed()
    {
        Names(new SensorSettings { Width = 800, Height = 600 }, 38400, "no size 800x600");
        Names(new SensorSettings { Flip = true }, 38400, "no brightness, flip or white balance");
        Names(new SensorSettings(), 14400, "no speed 14400");
        Names(new SensorSettings { Quality = 101 }, 38400, "quality 101");
    }

    private static void Names(SensorSettings settings, int baud, string wanted)
    {
        var clock = new SimClock();
        string said = SensorRun.Fails(new Vc0706(new Vc0706Model(clock), clock, settings, baud), clock, LimitMs);
        Assert.IsTrue(said.IndexOf(wanted) >= 0, said);
    }

    private static SensorSettings Small() => new SensorSettings { Width = 320, Height = 240 };

    private static string Differs(ICamera camera, Vc0706Model model, SimClock clock, params int[] chunks)
    {
        var still = SensorRun.Take(camera, clock, LimitMs);
        return still == null ? "no still" : SensorRun.Differs(still, model.Frame, clock, chunks);
    }

    private static void IsClean(Vc0706Model model) => Assert.AreEqual("", model.Violations.Text + model.Line.Violations.Text);
}
