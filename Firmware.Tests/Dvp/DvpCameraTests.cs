using Sealcam.Dvp;

namespace Sealcam.Tests;

[TestClass]
public class DvpCameraTests
{
    [TestMethod]
    public void TheSensorIsOpenedAtTheFirstTriggerAndOnlyThen()
    {
        var dvp = new ScriptedDvp();
        var camera = Make(dvp);
        Assert.AreEqual("", dvp.Calls);
        camera.Trigger();
        camera.Trigger();
        Assert.AreEqual("OTT", dvp.Calls);
        Assert.AreEqual(3, dvp.Settle);
    }

    [TestMethod]
    public void AStillIsReadForwardToItsEnd()
    {
        var dvp = new ScriptedDvp { PollAnswer = 10, Age = 40 };
        var camera = Make(dvp);
        camera.Trigger();
        var still = camera.Poll();
        Assert.AreEqual(10, still.Length);
        Assert.AreEqual(4960L, still.ExposedMs);
        Assert.AreSame(still, camera.Poll());
        var buffer = new byte[8];
        Assert.AreEqual(6, still.Read(buffer, 2, 6));
        Assert.AreEqual(5, (int)buffer[7]);
        Assert.AreEqual(4, still.Read(buffer, 0, 8));
        Assert.AreEqual(9, (int)buffer[3]);
        Assert.AreEqual(-1, still.Read(buffer, 0, 8));
        still.Release();
        still.Release();
        Assert.AreEqual("OTPRRL", dvp.Calls);
        Expect.Throws(typeof(CameraException), () => still.Read(buffer, 0, 8));
    }

    [TestMethod]
    public void BeforeSleepTheSensorIsClosedWithItsStillReleasedAndATriggerOpensItAnew()
    {
        var dvp = new ScriptedDvp { PollAnswer = 10 };
        var camera = Make(dvp);
        camera.Rest();
        Assert.AreEqual("", dvp.Calls);
        camera.Trigger();
        camera.Poll();
        camera.Rest();
        camera.Rest();
        Assert.AreEqual("OTPLC", dvp.Calls);
        camera.Trigger();
        Assert.AreEqual("OTPLCOT", dvp.Calls);
    }

    [TestMethod]
    public void PollGivesNothingWhileTheSensorIsNotDone()
    {
        var camera = Make(new ScriptedDvp());
        camera.Trigger();
        Assert.IsNull(camera.Poll());
    }

    [TestMethod]
    public void ATriggerEndsTheLeaseOfAStillThatWasForgotten()
    {
        var dvp = new ScriptedDvp { PollAnswer = 10 };
        var camera = Make(dvp);
        camera.Trigger();
        var still = camera.Poll();
        camera.Trigger();
        Assert.AreEqual("OTPLT", dvp.Calls);
        still.Release();
        Assert.AreEqual("OTPLT", dvp.Calls);
    }

    [TestMethod]
    public void AFaultClosesTheSensorAndTheNextTriggerOpensItAnew()
    {
        var dvp = new ScriptedDvp { PollAnswer = DvpFault.NoFrame, FaultDetail = 2 };
        var camera = Make(dvp);
        camera.Trigger();
        var thrown = Expect.Throws(typeof(CameraException), () => camera.Poll());
        Assert.AreEqual("capture: no whole frame in time, 2 seen; VSYNC, PCLK or a data pin, or PSRAM too slow", thrown.Message);
        dvp.PollAnswer = 10;
        camera.Trigger();
        Assert.IsNotNull(camera.Poll());
        Assert.AreEqual("OTPCOTP", dvp.Calls);
    }

    [TestMethod]
    public void ASensorThatDoesNotOpenSaysWhyEachTime()
    {
        var dvp = new ScriptedDvp { OpenAnswer = DvpFault.NotFound, FaultDetail = 0x106 };
        var camera = Make(dvp);
        for (int i = 0; i < 2; i++)
        {
            var thrown = Expect.Throws(typeof(CameraException), () => camera.Trigger());
            Assert.AreEqual("open: no sensor answers on SCCB (0x0106); is the ribbon seated?", thrown.Message);
        }

        Assert.AreEqual("OCOC", dvp.Calls);
    }

    [TestMethod]
    public void AFrameThatEndsEarlyIsAFault()
    {
        var dvp = new ScriptedDvp { PollAnswer = 10, ReadAnswer = 0 };
        var camera = Make(dvp);
        camera.Trigger();
        var still = camera.Poll();
        Expect.Throws(typeof(CameraException), () => still.Read(new byte[8], 0, 8));
    }

    [TestMethod]
    public void FirmwareWithoutTheDriverIsSaidSo()
    {
        var dvp = new ScriptedDvp { Absent = true };
        Assert.IsTrue(DvpCamera.FirmwareFault(dvp).IndexOf("no DVP driver") > 0);
        Assert.IsNull(DvpCamera.FirmwareFault(new ScriptedDvp()));
        var camera = Make(dvp);
        Expect.Throws(typeof(CameraException), () => camera.Trigger());
        Assert.AreEqual("", dvp.Calls);
    }

    [TestMethod]
    public void EachPinAndSettingHasItsPlaceInTheArray()
    {
        var dvp = new ScriptedDvp();
        Make(dvp).Trigger();
        var expected = new[]
        {
            1, 32, -1, 0, 26, 27, 5, 18, 19, 21, 36, 39, 34, 35, 25, 23, 22, 20000000, 800, 600, 12, 1, -1, 1, 0, 2,
        };
        CollectionAssert.AreEqual(expected, dvp.Config);
    }

    private static DvpCamera Make(ScriptedDvp dvp)
    {
        var pins = new DvpPins
        {
            PowerDown = 32, Xclk = 0, Siod = 26, Sioc = 27, D0 = 5, D1 = 18, D2 = 19, D3 = 21, D4 = 36, D5 = 39, D6 = 34, D7 = 35,
            Vsync = 25, Href = 23, Pclk = 22,
        };
        var settings = new DvpSettings { Width = 800, Height = 600, Brightness = -1, Mirror = true, WhiteBalance = 2, Settle = 3 };
        return new DvpCamera(dvp, pins, settings, new FakeClock { UptimeMs = 5000 });
    }
}
