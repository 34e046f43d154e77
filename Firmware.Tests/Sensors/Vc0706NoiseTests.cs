using System;
using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>Seeded disturbance of the serial line: the driver must stay within its bounds, end in time, and recover.</summary>
[TestClass]
public class Vc0706NoiseTests
{
#if NANOFRAMEWORK_1_0
    private const int Seeds = 25;
#else
    private const int Seeds = 1500;
#endif

    [TestMethod]
    public void ADisturbedLineEndsInAFaultOrAStillAndNeverInAHang()
    {
        int faults = 0, whole = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            var clock = new SimClock();
            var model = new Vc0706Model(clock);
            model.Buffer.FrameBytes = 900 + seed * 37 % 2000;
            int baud = seed % 2 == 0 ? 38400 : 115200;
            var camera = new Vc0706(model, clock, new SensorSettings { Width = 320, Height = 240 }, baud);
            model.Line.Noise = new LineNoise((uint)seed, 1 + seed % 40);
            for (int still = 0; still < 2; still++)
            {
                bool ok = TakeNoisy(camera, model, clock);
                faults += ok ? 0 : 1;
                whole += ok ? 1 : 0;
            }

            model.Line.Noise = null;
            var clean = SensorRun.Take(camera, clock, 30000);
            Assert.IsNotNull(clean, "seed " + seed + ": no still over a clean line");
            string differs = SensorRun.Differs(clean, model.Frame, clock, 700);
            Assert.IsNull(differs, "seed " + seed + ": " + differs);
            Assert.AreEqual(0, model.Line.Violations.Count, model.Line.Violations.Text);
        }

        Assert.IsTrue(faults > 0 && whole > 0, faults + " faults, " + whole + " stills: the noise tests nothing");
    }

    [TestMethod]
    public void OneByteLostOrDoubledAnywhereInABlockIsFound()
    {
        var clock = new SimClock();
        var model = new Vc0706Model(clock);
        var camera = new Vc0706(model, clock, new SensorSettings { Width = 320, Height = 240 });
        model.Buffer.FrameBytes = 600;
        for (int at = 0; at < 610; at += at < 6 || at > 600 ? 1 : 99)
        {
            model.Line.LosesAt = at;
            string said = SensorRun.Fails(camera, clock, 30000);
            Assert.IsTrue(said.IndexOf("read: ") == 0, "byte " + at + " lost: " + said);
            model.Line.LosesAt = -1;
            model.Line.DoublesAt = at;
            said = SensorRun.Fails(camera, clock, 30000);

            // The sign 76 twice is passed over at the head, and the last byte of all comes after the end was seen.
            bool isHarmless = at == 0 || at == 609;
            Assert.AreEqual(!isHarmless, said.IndexOf("read: ") == 0, "byte " + at + " doubled: " + said);
            model.Line.DoublesAt = -1;
        }

        var still = SensorRun.Take(camera, clock, 30000);
        string differs = SensorRun.Differs(still, model.Frame, clock, 700);
        Assert.IsNull(differs, differs);
    }

    [TestMethod]
    public void ALengthFromTheLineIsNeverTrustedBlindly()
    {
        var noise = new LineNoise(99, 0);
        var clock = new SimClock();
        var model = new Vc0706Model(clock);
        model.Buffer.FrameBytes = 1200;
        var camera = new Vc0706(model, clock, new SensorSettings { Width = 320, Height = 240 });
        for (int i = 0; i < Seeds; i++)
        {
            int bits = noise.Below(31);
            model.Buffer.Announces = noise.Below(0x7FFFFFFF) >> bits;
            try
            {
                var still = SensorRun.Take(camera, clock, 30000);
                Assert.IsNotNull(still);
                Assert.IsTrue(still.Length == model.Buffer.Announces && still.Length >= 128
                    && still.Length <= Limits.StillBytes, "length " + still.Length);
                still.Release();
            }
            catch (CameraException e)
            {
                bool isAbsurd = model.Buffer.Announces < 128 || model.Buffer.Announces > Limits.StillBytes;
                Assert.IsTrue(isAbsurd && e.Message.IndexOf("0x34 tells") >= 0, e.Message);
            }
        }
    }

    /// <summary>
    /// True if a still came whole in length; false after a <see cref="CameraException"/>. Everything else fails the test.
    /// </summary>
    private static bool TakeNoisy(ICamera camera, Vc0706Model model, SimClock clock)
    {
        var buffer = new byte[256];
        IStill still = null;
        try
        {
            still = SensorRun.Take(camera, clock, 60000);
            Assert.IsNotNull(still, "neither a still nor a fault in a minute");
            int got = 0;
            for (int i = 0; ; i++)
            {
                Assert.IsTrue(i < 40000, "the still never ends");
                buffer[200] = 0xEE;
                int read = still.Read(buffer, 8, 192);
                Assert.IsTrue(read <= 192 && buffer[200] == 0xEE, "read over the end");
                if (read < 0)
                {
                    Assert.AreEqual(still.Length, got);
                    return true;
                }

                got += read;
                clock.Advance(read == 0 ? 5 : 0);
            }
        }
        catch (CameraException)
        {
            return false;
        }
        finally
        {
            still?.Release();
        }
    }
}
