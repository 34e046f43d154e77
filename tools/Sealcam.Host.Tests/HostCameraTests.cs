using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class HostCameraTests
{
    [TestMethod]
    public void WithoutATriggerThereIsNoStill()
    {
        using var folder = new TestFolder();
        Assert.IsNull(Camera(folder, new FakeClock(), null).Poll());
    }

    [TestMethod]
    public void PollGivesNothingUntilTheExposureIsOver()
    {
        using var folder = new TestFolder();
        var clock = new FakeClock { UptimeMs = 1000 };
        ICamera camera = Camera(folder, clock, new SensorHabits { ExposureMs = 80 });
        camera.Trigger();
        clock.UptimeMs = 1079;
        Assert.IsNull(camera.Poll());
        clock.UptimeMs = 1080;
        Assert.AreEqual(1080, camera.Poll().ExposedMs);
        Assert.IsNull(camera.Poll());
    }

    [TestMethod]
    public void AReadGivesNoMoreThanAPortion()
    {
        using var folder = new TestFolder();
        ICamera camera = Camera(folder, new FakeClock(), new SensorHabits { PortionBytes = 3 });
        camera.Trigger();
        IStill still = camera.Poll();
        byte[] buffer = new byte[100];
        Assert.AreEqual(3, still.Read(buffer, 0, 100));
        Assert.AreEqual(2, still.Read(buffer, 3, 2));
        Assert.AreEqual(2, still.Read(buffer, 5, 100));
        Assert.AreEqual(-1, still.Read(buffer, 0, 100));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5, 6, 7 }, buffer[..7]);
    }

    [TestMethod]
    public void WhileAStillIsLeasedThereIsNoOther()
    {
        using var folder = new TestFolder();
        ICamera camera = Camera(folder, new FakeClock(), null);
        camera.Trigger();
        IStill still = camera.Poll();
        Assert.ThrowsExactly<CameraException>(camera.Trigger);
        still.Release();
        still.Release();
        camera.Trigger();
        Assert.IsNotNull(camera.Poll());
    }

    [TestMethod]
    public void AReleasedStillGivesNothingMore()
    {
        using var folder = new TestFolder();
        ICamera camera = Camera(folder, new FakeClock(), null);
        camera.Trigger();
        IStill still = camera.Poll();
        still.Release();
        Assert.AreEqual(-1, still.Read(new byte[10], 0, 10));
    }

    private static FolderCamera Camera(TestFolder folder, IClock clock, SensorHabits habits)
    {
        File.WriteAllBytes(folder.At("a.jpg"), [1, 2, 3, 4, 5, 6, 7]);
        return new FolderCamera(folder.Root, clock, habits);
    }
}
