using System;
using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

[TestClass]
public class MiniTests
{
    [TestMethod]
    public void TheMiniGivesItsFramesByteForByteInAnyChunkSize()
    {
        for (int part = 0; part < 2; part++)
        {
            var rig = new MiniRig(part == 1, new SensorSettings());
            int last = 0;
            for (int i = 0; i < 5; i++)
            {
                rig.Sensor.FrameBytes = 1500 + i * 777;
                rig.Sensor.PaddingBytes = i * 2;
                rig.Chip.DummyBytes = i % 3;
                rig.Chip.CountsDummies = i % 2 == 0;
                string fault = i < 2 ? rig.TakeDiffers(4000) : i == 2 ? rig.TakeDiffers(1, 2, 509) : i == 3 ? rig.TakeDiffers(3)
                    : rig.TakeDiffers(512, 1);
                Assert.IsNull(fault, fault);
                Assert.IsTrue(rig.Chip.Frame.Number > last);
                last = rig.Chip.Frame.Number;
                Assert.AreEqual(640, rig.Chip.Frame.Width);
            }

            Assert.AreEqual("", rig.Violations);
        }
    }

    [TestMethod]
    public void AStillOfTheMiniPassesTheCaptureStageWhateverLiesBeforeAndBehindIt()
    {
        for (int part = 0; part < 2; part++)
        {
            var rig = new MiniRig(part == 1, new SensorSettings { Width = 320, Height = 240 });
            rig.Sensor.FrameBytes = 8100;
            var pipeline = new SensorPipeline(rig.Clock, rig.Camera, 8 * 1024);
            for (int i = 0; i < 5; i++)
            {
                // Without padding the frame's last byte is EOI's: a dummy byte that the length does not count must not push it
                // out.
                rig.Sensor.PaddingBytes = i == 4 ? 92 : i / 2;
                rig.Chip.CountsDummies = i % 2 != 0;
                Assert.IsTrue(pipeline.Capture(), pipeline.LastFault);
                string fault = pipeline.Differs(rig.Chip.Frame);
                Assert.IsNull(fault, fault);
                Assert.IsTrue(rig.Chip.Frame.ExposedFromMs >= pipeline.AskedMs, "exposed before it was asked for");
            }

            Assert.AreEqual("", rig.Violations);
        }
    }

    [TestMethod]
    public void NothingFromBeforeTheTriggerIsInAStillOfTheMini()
    {
        for (int part = 0; part < 2; part++)
        {
            for (int phase = 0; phase < 140; phase += 19)
            {
                var rig = new MiniRig(part == 1, new SensorSettings());
                rig.Chip.LeaveOldFrame(5);
                rig.Take().Release();
                rig.Clock.Advance(400 + phase);
                long triggered = rig.Clock.UptimeMs;
                var still = rig.Take();
                long from = rig.Chip.Frame.ExposedFromMs, end = from + 2 * rig.Sensor.PeriodUs / 1000 + 1;
                Assert.IsTrue(from >= triggered, "part " + part + ", phase " + phase + ": exposed from " + from + ", triggered "
                    + triggered);
                Assert.IsTrue(still.ExposedMs >= triggered && still.ExposedMs <= end, "exposed " + still.ExposedMs + ", in truth "
                    + end);
                Assert.AreEqual("", rig.Violations);
            }
        }
    }

    [TestMethod]
    public void ALongFreezeBetweenPollsNeverMakesAStillLookFresherThanItIs()
    {
        var rig = new MiniRig(false, new SensorSettings());
        rig.Take().Release();
        rig.Camera.Trigger();
        for (int i = 0; i < 16; i++)
        {
            Assert.IsNull(rig.Camera.Poll());
            rig.Clock.Advance(5);
        }

        rig.Clock.Advance(9000);
        var still = rig.Camera.Poll();
        while (still == null)
        {
            rig.Clock.Advance(5);
            still = rig.Camera.Poll();
        }

        Assert.IsTrue(still.ExposedMs <= rig.Chip.Frame.ExposedFromMs + 2 * rig.Sensor.PeriodUs / 1000 + 1);
    }

    [TestMethod]
    public void EveryFaultOfTheMiniIsNamedAndTheNextTriggerStartsItAnew()
    {
        for (int part = 0; part < 2; part++)
        {
            var rig = new MiniRig(part == 1, new SensorSettings());
            Assert.IsNull(rig.TakeDiffers(1024));
            for (int fault = 0; fault < 8; fault++)
            {
                SetFault(rig, fault);
                string said = rig.Fails();
                Assert.IsTrue(said.IndexOf(Wanted(fault)) >= 0, "fault " + fault + ": " + said);
                SetFault(rig, -1);
                string differs = rig.TakeDiffers(1024);
                Assert.IsNull(differs, "after fault " + fault + ": " + differs);
            }

            Assert.AreEqual("", rig.Violations);
        }
    }

    [TestMethod]
    public void AFrameThatOutgrowsTheFifoIsSaidToAndAShiftedModuleIsNamed()
    {
        var rig = new MiniRig(true, new SensorSettings());
        rig.Sensor.FrameBytes = rig.Chip.FifoBytes;
        string said = rig.Fails();
        Assert.IsTrue(said.IndexOf("more than the FIFO takes; lower the quality") >= 0, said);
        rig.Chip.IsShifted = true;
        said = rig.Fails();
        Assert.IsTrue(said.IndexOf("= 0xAA, written 0x55: a first Mini 5MP") >= 0, said);
        Assert.AreEqual("", rig.Violations);
    }

    [TestMethod]
    public void AtRestTheSensorStandsStillAndTheNextTriggerWakesIt()
    {
        for (int part = 0; part < 2; part++)
        {
            var rig = new MiniRig(part == 1, new SensorSettings());
            rig.Clock.Advance(5);
            rig.Camera.Rest();
            var still = rig.Take();
            Assert.IsTrue(rig.Sensor.IsStreaming);
            rig.Camera.Rest();
            Assert.IsFalse(rig.Sensor.IsStreaming);
            Assert.AreEqual(-1, still.Read(new byte[8], 0, 8), "the lease ends");
            Assert.IsNull(rig.TakeDiffers(1024));
            rig.Camera.Trigger();
            rig.Camera.Poll();
            rig.Sensor.IsAbsent = true;
            rig.Camera.Rest();
            rig.Sensor.IsAbsent = false;
            Assert.IsNull(rig.Camera.Poll());
            Assert.IsNull(rig.TakeDiffers(1024));
            Assert.AreEqual("", rig.Violations);
        }
    }

    [TestMethod]
    public void TheFirstModulesFrameRegisterIsLeftAlone()
    {
        var rig = new MiniRig(false, new SensorSettings());
        rig.Chip.Version = ArduChipModel.FirstVersion;
        Assert.IsNull(rig.TakeDiffers(1024));
        Assert.AreEqual("", rig.Violations);
    }

    [TestMethod]
    public void AMissingOrStrangeSensorIsNamed()
    {
        for (int part = 0; part < 2; part++)
        {
            var rig = new MiniRig(part == 1, new SensorSettings());
            rig.Sensor.IsAbsent = true;
            string said = rig.Fails();
            Assert.IsTrue(said.IndexOf("did not acknowledge") >= 0, said);
            rig.Sensor.IsAbsent = false;
            rig.Chip.StuckAt = 0xFF;
            said = rig.Fails();
            Assert.IsTrue(said.IndexOf("SPI register 0x00 = 0xFF") >= 0, said);
            rig.Chip.StuckAt = -1;
            Assert.IsNull(rig.TakeDiffers(1024));
        }

        var other = new MiniRig(false, new SensorSettings());
        ((Ov2640Model)other.Sensor).Product = 0x96;
        other.Sensor.Write(new byte[] { 0xFF, 1 }, 0, 2);
        other.Clock.Advance(5);
        other.Sensor.Write(new byte[] { 0xFF, 1 }, 0, 2);
        other.Sensor.Write(new byte[] { 0x12, 0x80 }, 0, 2);
        string name = other.Fails();
        Assert.IsTrue(name.IndexOf("0x9642 is no OV2640") >= 0, name);
        other = new MiniRig(true, new SensorSettings());
        ((Ov5642Model)other.Sensor).Product = 0x5640;
        name = other.Fails();
        Assert.IsTrue(name.IndexOf("0x5640 is no OV5642") >= 0, name);
    }

    [TestMethod]
    public void AWriteThatIsNotAcknowledgedIsNamedWhereverItFalls()
    {
        for (int part = 0; part < 2; part++)
        {
            var rig = new MiniRig(part == 1, new SensorSettings());
            for (int at = 2; at < (part == 0 ? 180 : 120); at += 19)
            {
                rig.Sensor.ForgetWrites();
                rig.Sensor.NakAt = at;
                string said = rig.Fails();
                Assert.IsTrue(said.IndexOf("did not acknowledge 0x") >= 0, "write " + at + ": " + said);
                rig.Sensor.NakAt = 0;
            }

            Assert.IsNull(rig.TakeDiffers(1024));
        }
    }

    [TestMethod]
    public void ABusThatThrowsAnywhereLeavesTheMiniUsable()
    {
        var rig = new MiniRig(false, new SensorSettings());
        for (int at = 1; at < 40; at += 2)
        {
            rig.Chip.BreaksAt = at;
            try
            {
                rig.Fails();
            }
            catch (InvalidOperationException)
            {
            }

            rig.Chip.BreaksAt = 0;
            string differs = rig.TakeDiffers(1024);
            Assert.IsNull(differs, "after transfer " + at + ": " + differs);
        }

        Assert.AreEqual("", rig.Violations);
    }

    [TestMethod]
    public void ATriggerInTheMiddleOfACaptureStartsTheMiniAnew()
    {
        var rig = new MiniRig(false, new SensorSettings());
        for (int ms = 1; ms < 900; ms += 111)
        {
            SensorRun.Take(rig.Camera, rig.Clock, ms)?.Release();
            string differs = rig.TakeDiffers(1024);
            Assert.IsNull(differs, differs);
            SensorRun.Take(rig.Camera, rig.Clock, ms % 180)?.Release();
        }

        Assert.AreEqual("", rig.Violations);
    }

    private static void SetFault(MiniRig rig, int fault)
    {
        rig.Chip.StuckAt = fault == 0 ? 0x00 : fault == 1 ? 0xFF : -1;
        rig.Chip.IsStuck = fault == 2;
        rig.Chip.Announces = fault == 3 ? 0 : fault == 4 ? rig.Chip.FifoBytes - 1 : fault == 5 ? 3 : -1;
        rig.Chip.DummyBytes = fault == 6 ? 7 : 1;
        rig.Chip.HoldsOnly = fault == 7 ? 1 : -1;
    }

    private static string Wanted(int fault) => fault == 0 ? "0x41 = 0x00, never done" : fault == 1 ? "0x41 = 0xFF"
        : fault == 2 ? "0x41 = 0x00, never done" : fault < 6 ? "0x42" : "not with a JPEG";
}
