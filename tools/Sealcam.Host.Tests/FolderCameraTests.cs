using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class FolderCameraTests
{
    [TestMethod]
    public void StillsComeInNameOrderOverAndOverByteForByte()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.At("b.JPG"), [2, 0, 0]);
        File.WriteAllBytes(folder.At("a.jpeg"), [1]);
        File.WriteAllBytes(folder.At("a.txt"), [9]);
        Directory.CreateDirectory(folder.At("aa.jpg"));
        ICamera camera = Camera(folder);
        for (int round = 0; round < 3; round++)
        {
            CollectionAssert.AreEqual(new byte[] { 1 }, Stills.Take(camera));
            CollectionAssert.AreEqual(new byte[] { 2, 0, 0 }, Stills.Take(camera));
        }
    }

    [TestMethod]
    public void ASmallerStillBehindALargerOneIsWhole()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.At("a.jpg"), new byte[5000]);
        File.WriteAllBytes(folder.At("b.jpg"), [7, 7]);
        ICamera camera = Camera(folder);
        Assert.HasCount(5000, Stills.Take(camera));
        CollectionAssert.AreEqual(new byte[] { 7, 7 }, Stills.Take(camera));
    }

    [TestMethod]
    public void AnEmptyAndAHugeFileAreNamedAndPassedOver()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.At("a.jpg"), [1]);
        File.WriteAllBytes(folder.At("b.jpg"), []);
        using (FileStream huge = File.Create(folder.At("c.jpg")))
        {
            huge.SetLength(5L << 30);
        }

        ICamera camera = Camera(folder);
        for (int round = 0; round < 2; round++)
        {
            CollectionAssert.AreEqual(new byte[] { 1 }, Stills.Take(camera));
            StringAssert.Contains(Failure(camera), "b.jpg");
            StringAssert.Contains(Failure(camera), "c.jpg");
        }
    }

    // Links need a privilege on Windows.
    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void LinksToNowhereToDevicesAndToHugeFilesAreNamedAndPassedOver()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.At("a.jpg"), [1]);
        File.CreateSymbolicLink(folder.At("b.jpg"), folder.At("gone"));
        File.CreateSymbolicLink(folder.At("c.jpg"), "/dev/zero");
        File.CreateSymbolicLink(folder.At("d.jpg"), folder.At("d.jpg"));
        using (FileStream huge = File.Create(folder.At("huge")))
        {
            huge.SetLength(Limits.StillBytes + 1);
        }

        File.CreateSymbolicLink(folder.At("e.jpg"), folder.At("huge"));
        ICamera camera = Camera(folder);
        CollectionAssert.AreEqual(new byte[] { 1 }, Stills.Take(camera));
        foreach (string name in new[] { "b.jpg", "c.jpg", "d.jpg", "e.jpg" })
        {
            StringAssert.Contains(Failure(camera), name);
        }

        CollectionAssert.AreEqual(new byte[] { 1 }, Stills.Take(camera));
    }

    [TestMethod]
    public void FilesMayComeAndGo()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.At("a.jpg"), [1]);
        ICamera camera = Camera(folder);
        Stills.Take(camera);
        File.WriteAllBytes(folder.At("b.jpg"), [2]);
        CollectionAssert.AreEqual(new byte[] { 2 }, Stills.Take(camera));
        File.Delete(folder.At("a.jpg"));
        File.Delete(folder.At("b.jpg"));
        StringAssert.Contains(Failure(camera), "no .jpg");
        File.WriteAllBytes(folder.At("c.jpg"), [3]);
        CollectionAssert.AreEqual(new byte[] { 3 }, Stills.Take(camera));
    }

    [TestMethod]
    public void AFolderWithoutStillsIsRefusedAtOnce()
    {
        using var folder = new TestFolder();
        Assert.ThrowsExactly<CameraException>(() => Camera(folder));
        Assert.ThrowsExactly<CameraException>(() => new FolderCamera(folder.At("gone"), new FakeClock()));
    }

    private static FolderCamera Camera(TestFolder folder)
    {
        return new FolderCamera(folder.Root, new FakeClock());
    }

    private static string Failure(ICamera camera)
    {
        camera.Trigger();
        return Assert.ThrowsExactly<CameraException>(camera.Poll).Message;
    }
}
