#if !NANOFRAMEWORK_1_0
using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>
/// The seven modules of the Mega: what each has, and what it is told. On the host alone: the emulator's 64 KB hold MegaTests,
/// which go the same ways with some of them.
/// </summary>
[TestClass]
public class MegaModuleTests
{
    private const int LimitMs = 20000;

    // Every size that any module has, and one that none has.
    private static readonly short[] Sizes =
    {
        96, 96, 128, 128, 160, 120, 320, 240, 320, 320, 640, 480, 800, 600, 1024, 768, 1280, 720, 1280, 1024, 1600, 1200,
        1920, 1080, 2048, 1536, 2592, 1944, 2592, 1936, 400, 300,
    };

    // Bit i for size i of the table above: SDK 3.0, CameraInfo_* and SENSOR_5MP_2. Module 81 first.
    private static readonly ushort[] Has = { 0x2D3B, 0x1D3B, 0x4D3B, 0x1D3B, 0x3FFF, 0x1FFF, 0x07FF };

    [TestMethod]
    public void EveryModuleMakesTheSizesThatItHasAndNamesTheOthers()
    {
        for (int module = 0; module < Has.Length; module++)
        {
            for (int size = 0; size < Sizes.Length / 2; size++)
            {
                var clock = new SimClock();
                var model = new MegaModel(clock) { Sensor = (byte)(0x81 + module), FrameBytes = 300 };
                var wanted = new SensorSettings { Width = Sizes[2 * size], Height = Sizes[2 * size + 1] };
                var camera = new ArducamMega(model, clock, wanted);
                string what = "module " + (0x81 + module).ToString("X2") + ", " + wanted.Width + "x" + wanted.Height;
                if ((Has[module] >> size & 1) != 0)
                {
                    Assert.IsNotNull(SensorRun.Take(camera, clock, LimitMs), what);
                    Assert.IsTrue(model.Frame.Width == wanted.Width && model.Frame.Height == wanted.Height, what);
                }
                else
                {
                    string said = SensorRun.Fails(camera, clock, LimitMs);
                    Assert.IsTrue(said.IndexOf("has no size " + wanted.Width + "x" + wanted.Height) >= 0, what + ": " + said);
                }

                Assert.AreEqual("", model.Violations.Text);
            }
        }
    }

    [TestMethod]
    public void TheModuleWithFewerRowsSaysWhatItsLargestSizeIs()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock) { Sensor = 0x83 };
        var camera = new ArducamMega(model, clock, new SensorSettings { Width = 2592, Height = 1944 });
        string said = SensorRun.Fails(camera, clock, LimitMs);
        Assert.IsTrue(said.IndexOf("its largest is 2592x1936") >= 0, said);
    }

    [TestMethod]
    public void TheAdjustmentsOfTheMegaComeAfterItsFormatWhichUndoesThem()
    {
        for (int module = 0x81; module <= 0x87; module++)
        {
            var clock = new SimClock();
            var model = new MegaModel(clock) { Sensor = (byte)module };
            var settings = new SensorSettings { Quality = 20, Brightness = 2, WhiteBalance = WhiteBalance.Cloudy };
            Assert.IsNotNull(SensorRun.Take(new ArducamMega(model, clock, settings), clock, LimitMs));
            Assert.IsTrue(model[0x2A] == 2 && model[0x22] == 3 && model[0x26] == 3 && model[0x20] == 1);
            Assert.AreEqual("", model.Violations.Text);
        }
    }

    [TestMethod]
    public void AMegaThatGetsItsPowerWithTheBoardIsWaitedFor()
    {
        for (int ms = 0; ms < 2900; ms += 290)
        {
            var clock = new SimClock();
            var model = new MegaModel(clock);
            model.PowerUp(ms);
            var camera = new ArducamMega(model, clock, new SensorSettings());
            var still = SensorRun.Take(camera, clock, LimitMs);
            Assert.IsNotNull(still, ms + " ms");
            string differs = SensorRun.Differs(still, model.Frame, clock, 4000);
            Assert.IsNull(differs, differs);
            Assert.AreEqual("", model.Violations.Text);
        }
    }

    [TestMethod]
    public void ALengthThatNoStillHasIsNamedWithItsRegister()
    {
        // The last is what a camera told that was set up without waiting for idle (forum.arducam.com, topic 6880).
        int[] lengths = { 0, 1, 127, 0x400001, 8390520 };
        var clock = new SimClock();
        var model = new MegaModel(clock);
        var camera = new ArducamMega(model, clock, new SensorSettings());
        for (int i = 0; i < lengths.Length; i++)
        {
            model.Announces = lengths[i];
            string said = SensorRun.Fails(camera, clock, LimitMs);
            Assert.IsTrue(said.IndexOf("capture: length " + lengths[i] + " in registers 0x45") == 0, said);
        }

        Assert.AreEqual("", model.Violations.Text);
    }

    [TestMethod]
    public void ThePaddingBehindAStillOfTheMegaIsReadAndNotKept()
    {
        var clock = new SimClock();
        var model = new MegaModel(clock) { FrameBytes = 5001, PaddingBytes = 700 };
        var pipeline = new SensorPipeline(clock, new ArducamMega(model, clock, new SensorSettings()), 12 * 1024);
        Assert.IsTrue(pipeline.Capture(), pipeline.LastFault);
        string fault = pipeline.Differs(model.Frame);
        Assert.IsNull(fault, fault);
        Assert.AreEqual("", model.Violations.Text);
    }
}
#endif
