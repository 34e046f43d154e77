using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Esp32.Tests;

/// <summary>Kept stills on the device's drives, over a model of its file classes.</summary>
[TestClass]
[DoNotParallelize]
public class StillFolderTests
{
    private const string Folder = "D:\\stills";

    private StillFolder _files;

    [TestInitialize]
    public void AnEmptyCard()
    {
        Disk.Format();
        _files = new StillFolder(Folder);
    }

    [TestMethod]
    public void AFileIsThereOnceItIsClosedAndNotBefore()
    {
        Make("a.still", 1, 2, 3);
        _files.Create("b.still");
        _files.Append([4, 5], 0, 2);
        Disk.CutPower();
        var next = new StillFolder(Folder);
        CollectionAssert.AreEqual(new[] { "b.still", "a.still" }, next.List());
        Assert.AreEqual(3, next.Length("a.still"));
        Assert.AreEqual(0, next.Length("b.still"));
        Assert.AreEqual(-1, next.Length("c.still"));
    }

    [TestMethod]
    public void ReadsRiseJumpAndChangeFilesAndNoneIsLeftInTheWay()
    {
        Make("a.still", 1, 2, 3, 4, 5);
        Make("b.still", 6, 7);
        CollectionAssert.AreEqual(new byte[] { 1, 2 }, Read("a.still", 0, 2));
        CollectionAssert.AreEqual(new byte[] { 3 }, Read("a.still", 2, 1));
        CollectionAssert.AreEqual(new byte[] { 5 }, Read("a.still", 4, 1));
        CollectionAssert.AreEqual(new byte[] { 1 }, Read("a.still", 0, 1));
        CollectionAssert.AreEqual(new byte[] { 6, 7 }, Read("b.still", 0, 2));
        Assert.HasCount(1, Disk.Open);
        Assert.AreEqual(2, _files.Length("b.still"));
        _ = Read("a.still", 0, 1);
        Make("a.still", 9);
        CollectionAssert.AreEqual(new byte[] { 9 }, Read("a.still", 0, 1));
        _files.Delete("a.still");
        _files.Delete("a.still");
        Assert.AreEqual(-1, _files.Length("a.still"));
        Assert.IsEmpty(Disk.Open);
    }

    [TestMethod]
    public void AReadBeyondTheEndThrowsAndTheNextOneIsRightAgain()
    {
        Make("a.still", 1, 2, 3);
        Assert.ThrowsExactly<IOException>(() => Read("a.still", 1, 3));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, Read("a.still", 0, 3));
        Assert.ThrowsExactly<IOException>(() => Read("b.still", 0, 1));
        CollectionAssert.AreEqual(new byte[] { 3 }, Read("a.still", 2, 1));
    }

    /// <summary>
    /// A file that does not fit cannot be closed either: left where it is, it would keep the room of the next one.
    /// </summary>
    [TestMethod]
    public void ATornFileGoesOffAFullCardThoughItsCloseFails()
    {
        Disk.Free = 1000;
        _files.Create("a.still");
        _files.Append(new byte[600], 0, 600);
        Assert.ThrowsExactly<IOException>(() => _files.Append(new byte[600], 0, 600));
        _files.Delete("a.still");
        Assert.IsEmpty(_files.List());
        Assert.AreEqual(1000, Disk.Free);
        Make("b.still", new byte[1000]);
        Assert.AreEqual(1000, _files.Length("b.still"));
    }

    [TestMethod]
    public void ACardThatIsPulledOutThrowsAndOneThatComesBackIsUsable()
    {
        Make("a.still", 1, 2, 3);
        _ = Read("a.still", 0, 1);
        _files.Create("b.still");
        Disk.IsGone = true;
        Assert.ThrowsExactly<IOException>(() => _files.Append([4], 0, 1));
        Assert.ThrowsExactly<IOException>(_files.Close);
        Assert.ThrowsExactly<IOException>(() => Read("a.still", 1, 1));
        Assert.ThrowsExactly<IOException>(() => _files.Delete("a.still"));
        Assert.ThrowsExactly<IOException>(() => _files.Create("c.still"));
        Disk.IsGone = false;
        Assert.IsEmpty(Disk.Open, "a file that stays open can never be deleted");
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, Read("a.still", 0, 3));
        Make("c.still", 8);
        _files.Delete("a.still");
        Assert.AreEqual(-1, _files.Length("a.still"));
    }

    private void Make(string name, params byte[] bytes)
    {
        _files.Create(name);
        _files.Append(bytes, 0, bytes.Length);
        _files.Close();
    }

    private byte[] Read(string name, int position, int count)
    {
        byte[] read = new byte[count + 1];
        _files.Read(name, position, read, 1, count);
        return read[1..];
    }
}
