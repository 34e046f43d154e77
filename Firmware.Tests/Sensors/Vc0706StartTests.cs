using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>What the makes of the VC0706 do differently when they start, and what they say unasked.</summary>
[TestClass]
public class Vc0706StartTests
{
    private const int LimitMs = 25000;

    [TestMethod]
    public void AChangeOfSizeTakesOneStillWhateverTheResetAnswers()
    {
        int[] bauds = { 38400, 115200 };
        for (int i = 0; i < 16; i++)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock) { Size = 0x00, ResetReplyBytes = 4 + i % 2, PowerUpBaud = bauds[i / 2 % 2] };
            model.StartMs = i < 8 ? 2000 : 2500;
            model.Buffer.FrameBytes = 700;
            Good(new Vc0706(model, clock, new SensorSettings { Width = 160, Height = 120 }, bauds[i / 4 % 2]), model, clock);
            Assert.AreEqual(120, model.Frame.Height);
            Assert.IsTrue(model.EepromWrites == 1 && model.Resets == 1);
        }
    }

    [TestMethod]
    public void AVc0706ThatGetsItsPowerWithTheBoardIsWaitedFor()
    {
        for (int ms = 1500; ms <= 3900; ms += 200)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock) { StartMs = ms };
            model.Buffer.FrameBytes = 700;
            model.PowerUp();
            Good(new Vc0706(model, clock, Small()), model, clock);
        }
    }

    [TestMethod]
    public void AVc0706ThatLostItsPowerBetweenTwoStillsIsFoundAgain()
    {
        for (int late = 0; late < 300; late += 30)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock);
            model.Buffer.FrameBytes = 700;
            var camera = new Vc0706(model, clock, Small());
            Good(camera, model, clock);
            Assert.IsNull(SensorRun.Take(camera, clock, late));
            model.PowerUp();
            clock.Advance(late * 9);
            Good(camera, model, clock);
        }
    }

    [TestMethod]
    public void TheAnswerToTheNewSpeedMayComeAtTheOldOneOrTheNewOne()
    {
        for (int i = 0; i < 2; i++)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock) { AnswersAtNewSpeed = i == 1 };
            model.Buffer.FrameBytes = 700;
            Good(new Vc0706(model, clock, Small()), model, clock);
            Assert.AreEqual(115200, model.Baud);
        }
    }

    [TestMethod]
    public void AMakeWithoutACommandForTheSpeedIsReadAtTheSpeedItHas()
    {
        for (int i = 0; i < 4; i++)
        {
            var clock = new SimClock();
            int has = i < 2 ? 38400 : 9600;
            var model = new Vc0706Model(clock) { FailCommand = 0x24, FailStatus = 1, FailsSilently = i % 2 == 1, PowerUpBaud = has };
            model.LeaveStopped(1, has);
            model.Buffer.FrameBytes = 1300;
            var camera = new Vc0706(model, clock, Small());
            Good(camera, model, clock);
            Assert.AreEqual(has, model.Baud);
            Good(camera, model, clock);
        }
    }

    [TestMethod]
    public void WhatTheVc0706SaysOfMotionIsPassedOver()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock) { SeesMotion = true };
        model.Buffer.FrameBytes = 1300;
        var camera = new Vc0706(model, clock, Small());
        Good(camera, model, clock);
        Good(camera, model, clock);
    }

    [TestMethod]
    public void FramesOfAnyLengthAreReadInWholeWords()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock);
        var camera = new Vc0706(model, clock, Small());
        for (int more = 0; more < 9; more++)
        {
            model.Buffer.FrameBytes = 1020 + more;  // around a whole block
            Good(camera, model, clock);
            model.Buffer.FrameBytes = 2044 + more;
            Good(camera, model, clock);
        }
    }

    [TestMethod]
    public void AHostWithLittleRoomReadsShorterBlocks()
    {
        for (int room = 64; room < 1100; room += 333)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock);
            model.Line.RoomBytes = room;
            model.Buffer.FrameBytes = 1111;
            Good(new Vc0706(model, clock, Small(), 9600), model, clock);
        }
    }

    [TestMethod]
    public void ASlowAndLateSensorShowsNothingFromBeforeTheTrigger()
    {
        for (int phase = 0; phase < 67; phase += 6)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock);
            model.Buffer.PeriodMs = 67;
            model.Buffer.LagFrames = 1;
            model.Buffer.FrameBytes = 700;
            var camera = new Vc0706(model, clock, Small());
            Good(camera, model, clock);
            clock.Advance(phase);
            long triggered = clock.UptimeMs;
            Good(camera, model, clock);
            long from = model.Frame.ExposedFromMs;
            Assert.IsTrue(from >= triggered, "phase " + phase + ": exposed from " + from + ", triggered " + triggered);
        }
    }

    private static SensorSettings Small() => new SensorSettings { Width = 320, Height = 240 };

    private static void Good(ICamera camera, Vc0706Model model, SimClock clock)
    {
        var still = SensorRun.Take(camera, clock, LimitMs);
        Assert.IsNotNull(still, "no still");
        string differs = SensorRun.Differs(still, model.Frame, clock, 500);
        Assert.IsNull(differs, differs);
        Assert.AreEqual("", model.Violations.Text + model.Line.Violations.Text);
    }
}
