using Sealcam.Sensors;
using Sealcam.Tests.Models;

namespace Sealcam.Tests.Sensors;

/// <summary>
/// Whether the computed registers make the sensors put out what was asked for, by the models' own reading of the data sheets.
/// </summary>
[TestClass]
public class OmniVisionRegisterTests
{
    private static readonly short[] Sizes =
    {
        96, 96, 160, 120, 176, 144, 320, 240, 352, 288, 400, 296, 640, 480, 800, 600, 1024, 768, 1280, 720, 1280, 1024,
        1600, 1200,
        1600, 96, 96, 1200, 240, 240, 2048, 1536, 1920, 1080, 2592, 1944,
    };

    [TestMethod]
    public void EveryOv2640SizeComesOutAsAskedFor()
    {
        for (int i = 0; i < Sizes.Length && Sizes[i] <= 1600; i += 2)
        {
            var model = Ov2640(new SensorSettings { Width = Sizes[i], Height = Sizes[i + 1] });
            Assert.IsTrue(model.IsJpeg, Sizes[i] + "x" + Sizes[i + 1] + ": " + model.Why);
            Assert.AreEqual((int)Sizes[i], model.Width);
            Assert.AreEqual((int)Sizes[i + 1], model.Height);
        }
    }

    [TestMethod]
    public void EveryOv5642SizeComesOutAsAskedFor()
    {
        for (int i = 2; i < Sizes.Length; i += 2)
        {
            if (Sizes[i] < 160 || Sizes[i + 1] < 120)
            {
                continue;
            }

            var model = Ov5642(new SensorSettings { Width = Sizes[i], Height = Sizes[i + 1] });
            Assert.IsTrue(model.IsJpeg, Sizes[i] + "x" + Sizes[i + 1] + ": " + model.Why);
            Assert.AreEqual((int)Sizes[i], model.Width);
            Assert.AreEqual((int)Sizes[i + 1], model.Height);
        }
    }

    [TestMethod]
    public void TheOv2640sWindowRegistersAreThoseOfTheReferenceSettings()
    {
        // HREFST, HREFEND, VSTRT, VEND, REG32, COM1 of UXGA, SVGA and CIF as OmniVision's settings have them.
        HasWindow(Ov2640(new SensorSettings { Width = 1600, Height = 1200 }), 0x11, 0x75, 0x01, 0x97, 0x36, 0x0F);
        HasWindow(Ov2640(new SensorSettings { Width = 800, Height = 600 }), 0x11, 0x43, 0x00, 0x4B, 0x09, 0x0A);
        HasWindow(Ov2640(new SensorSettings { Width = 400, Height = 296 }), 0x11, 0x43, 0x00, 0x25, 0x89, 0x0A);
    }

    [TestMethod]
    public void TheOv2640IsSlowestAtItsFullSizeAndTheDriverKnows()
    {
        // Clocks of a line and lines (figures 15 to 17); CLKRC halves 24 MHz for the whole array.
        int[] periods = { 1922 * 1248 / 12, 1190 * 672 / 24, 1190 * 336 / 24 };
        for (int i = 0; i < 3; i++)
        {
            var settings = new SensorSettings { Width = 1600 >> i, Height = i == 2 ? 296 : 1200 >> i };
            var rig = new MiniRig(false, settings);
            rig.Take().Release();
            long triggered = rig.Clock.UptimeMs;
            rig.Take();
            long waited = rig.Chip.StartedUs / 1000 - triggered;
            Assert.AreEqual((long)periods[i], rig.Sensor.PeriodUs);
            Assert.IsTrue(waited >= rig.Sensor.PeriodUs / 1000 && waited < rig.Sensor.PeriodUs / 1000 + 30, "waited " + waited);
        }
    }

    [TestMethod]
    public void LooksReachTheRegistersOfBothSensors()
    {
        var settings = new SensorSettings { Quality = 100, Brightness = 2, Mirror = true, Flip = true };
        settings.WhiteBalance = WhiteBalance.Sunny;
        var small = Ov2640(settings);
        Assert.IsTrue(small.IsJpeg, small.Why);
        Assert.AreEqual(4, (int)small[0, 0x44]);
        Assert.AreEqual(0xF8, (int)small[1, 0x04]);
        Assert.IsTrue(small[0, 0xC7] == 0x50 && small[0, 0xCC] == 0x5E && small[0, 0xCD] == 0x41 && small[0, 0xCE] == 0x54);
        settings.Mirror = false;
        var large = Ov5642(settings);
        Assert.IsTrue(large.IsJpeg, large.Why);
        Assert.AreEqual(2, (int)large[0x4407]);
        Assert.IsTrue(large[0x3818] == 0x88 && large[0x3621] == 0x10);
        Assert.IsTrue(large[0x5001] == 0xFF && large[0x5580] == 4 && large[0x5589] == 0x20 && large[0x558A] == 0);
        Assert.IsTrue(large[0x3406] == 1 && large[0x3400] == 7 && large[0x3401] == 0x32 && large[0x3402] == 4
            && large[0x3405] == 0x36);

        settings = new SensorSettings { Quality = 1, Brightness = -1 };
        small = Ov2640(settings);
        Assert.AreEqual(63, (int)small[0, 0x44]);
        Assert.AreEqual(0x28, (int)small[1, 0x04]);
        large = Ov5642(settings);
        Assert.IsTrue(large[0x4407] == 32 && large[0x3818] == 0xA8 && large[0x3621] == 0x10 && large[0x5589] == 0x10
            && large[0x558A] == 8);
    }

    [TestMethod]
    public void EveryLookLeavesAWholePictureOfTheSameSize()
    {
        for (int i = 0; i < 24; i++)
        {
            var look = new SensorSettings { Quality = 1 + i * 99 / 23, Brightness = i % 5 - 2, Flip = (i & 1) != 0, WhiteBalance = i % 5 };
            var large = Ov5642(look);
            Assert.IsTrue(large.IsJpeg && large.Width == 640 && large.Height == 480, i + ": " + large.Why);
            Assert.AreEqual(look.Flip ? 0x88 : 0xA8, (int)large[0x3818]);
            look.Mirror = (i & 2) != 0;
            var small = Ov2640(look);
            Assert.IsTrue(small.IsJpeg && small.Width == 640 && small.Height == 480, i + ": " + small.Why);
            Assert.AreEqual(0x28 | (look.Mirror ? 0x80 : 0) | (look.Flip ? 0x50 : 0), (int)small[1, 0x04]);
        }
    }

    [TestMethod]
    public void SettingsThatAPartCannotDoAreNamed()
    {
        Names(false, new SensorSettings { Width = 1608, Height = 1200 }, "not within 96x96 to 1600x1200");
        Names(false, new SensorSettings { Width = 648, Height = 480 }, "not whole JPEG blocks");
        Names(true, new SensorSettings { Width = 640, Height = 484 }, "not whole JPEG blocks");
        Names(true, new SensorSettings { Width = 80, Height = 64 }, "not within 160x120");
        Names(true, new SensorSettings { Mirror = true }, "does not mirror");
        Names(false, new SensorSettings { Quality = 0 }, "quality 0");
        Names(true, new SensorSettings { Brightness = 3 }, "brightness 3");
        Names(true, new SensorSettings { WhiteBalance = 5 }, "white balance 5");
    }

    private static void Names(bool isOv5642, SensorSettings settings, string wanted)
    {
        string said = new MiniRig(isOv5642, settings).Fails();
        Assert.IsTrue(said.IndexOf(wanted) >= 0, said);
    }

    private static void HasWindow(Ov2640Model model, int hrefst, int hrefend, int vstrt, int vend, int reg32, int com1)
    {
        Assert.IsTrue(model.IsJpeg, model.Why);
        string is1 = model[1, 0x17] + " " + model[1, 0x18] + " " + model[1, 0x19] + " " + model[1, 0x1A] + " " + model[1, 0x32]
            + " " + model[1, 0x03];
        Assert.AreEqual(hrefst + " " + hrefend + " " + vstrt + " " + vend + " " + reg32 + " " + com1, is1);
    }

    private static Ov2640Model Ov2640(SensorSettings settings)
    {
        var rig = new MiniRig(false, settings);
        rig.Take();
        return (Ov2640Model)rig.Sensor;
    }

    private static Ov5642Model Ov5642(SensorSettings settings)
    {
        var rig = new MiniRig(true, settings);
        rig.Take();
        return (Ov5642Model)rig.Sensor;
    }
}
