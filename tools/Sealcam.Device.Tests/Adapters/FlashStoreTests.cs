using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Esp32.Tests;

/// <summary>The device's small files, over a model of its file classes.</summary>
[TestClass]
[DoNotParallelize]
public class FlashStoreTests
{
    private readonly FlashStore _store = new();

    [TestInitialize]
    public void EmptyFlash() => Disk.Format();

    [TestMethod]
    public void AFileIsReplacedWholeByALongerAndByAShorterOne()
    {
        foreach (byte[] bytes in new byte[][] { [1, 2, 3], [4, 5, 6, 7, 8], [9], [] })
        {
            _store.Write("order.a", [.. bytes, 0xEE], bytes.Length);
            CollectionAssert.AreEqual(bytes, _store.ReadWhole("order.a", 8));
        }

        Assert.IsEmpty(Disk.Open);
    }

    [TestMethod]
    public void ReadSaysTheWholeLengthAndFillsWhatThereIsRoomFor()
    {
        byte[] buffer = new byte[2];
        Assert.AreEqual(-1, _store.Read("none", buffer));
        Assert.IsNull(_store.ReadWhole("none", 8));
        _store.Write("ca.pem", [1, 2, 3], 3);
        Assert.AreEqual(3, _store.Read("ca.pem", buffer));
        CollectionAssert.AreEqual(new byte[] { 1, 2 }, buffer);
        Assert.ThrowsExactly<IOException>(() => _store.ReadWhole("ca.pem", 2));
        _store.Delete("ca.pem");
        _store.Delete("ca.pem");
        Assert.AreEqual(-1, _store.Read("ca.pem", buffer));
    }

    [TestMethod]
    public void OnFullFlashTheWriteThrowsAndNoFileStaysOpen()
    {
        _store.Write("order.a", [1, 2, 3, 4], 4);
        Disk.Free = 2;
        Assert.ThrowsExactly<IOException>(() => _store.Write("order.b", [5, 6, 7, 8], 4));
        Assert.IsEmpty(Disk.Open);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, _store.ReadWhole("order.a", 4));
        _store.Delete("order.b");
        Assert.AreEqual(2, Disk.Free);
    }

    [TestMethod]
    public void NamesThatCouldLeaveTheDriveAreRefused()
    {
        foreach (string name in new[] { "", "..\\x", "A", "a b", "x/y", new string('a', 32) })
        {
            Assert.ThrowsExactly<ArgumentException>(() => _store.Write(name, new byte[1], 1), name);
            Assert.ThrowsExactly<ArgumentException>(() => _store.Read(name, new byte[1]), name);
        }
    }
}
