using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class DirectoryStoreTests
{
    [TestMethod]
    public void WhatIsWrittenIsReadAndReplacedAndDeleted()
    {
        using var folder = new TestFolder();
        using var store = new DirectoryStore(folder.At("new", "flash"));
        byte[] buffer = new byte[8];
        Assert.AreEqual(-1, store.Read("order.a", buffer));
        store.Write("order.a", [1, 2, 3, 4], 3);
        Assert.AreEqual(3, store.Read("order.a", buffer));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 0, 0, 0, 0, 0 }, buffer);
        store.Write("order.a", [9], 1);
        Assert.AreEqual(1, store.Read("order.a", buffer));
        store.Delete("order.a");
        store.Delete("order.a");
        Assert.AreEqual(-1, store.Read("order.a", buffer));
    }

    [TestMethod]
    public void ALongerFileGivesItsFirstBytesAndItsLength()
    {
        using var folder = new TestFolder();
        using var store = new DirectoryStore(folder.Root);
        store.Write("x", Enumerable.Range(0, 100).Select(i => (byte)i).ToArray(), 100);
        byte[] buffer = new byte[3];
        Assert.AreEqual(100, store.Read("x", buffer));
        CollectionAssert.AreEqual(new byte[] { 0, 1, 2 }, buffer);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(null)]
    [DataRow(".")]
    [DataRow("..")]
    [DataRow("../x")]
    [DataRow("a/b")]
    [DataRow("a\\b")]
    [DataRow("Order.a")]
    [DataRow("_lock")]
    [DataRow("a b")]
    [DataRow("ä")]
    [DataRow("a\0")]
    [DataRow("abcdefghijklmnopqrstuvwxyz.12345")]
    public void ABadNameIsRefusedByEveryMethod(string name)
    {
        using var folder = new TestFolder();
        using var store = new DirectoryStore(folder.At("flash"));
        Assert.ThrowsExactly<ArgumentException>(() => store.Read(name, new byte[1]));
        Assert.ThrowsExactly<ArgumentException>(() => store.Write(name, [1], 1));
        Assert.ThrowsExactly<ArgumentException>(() => store.Delete(name));
        Assert.HasCount(1, Directory.GetFileSystemEntries(folder.Root));
    }

    [TestMethod]
    public void TheLongestNameIsTaken()
    {
        using var folder = new TestFolder();
        using var store = new DirectoryStore(folder.Root);
        store.Write("abcdefghijklmnopqrstuvwxyz.1234", [1], 1);
        Assert.AreEqual(1, store.Read("abcdefghijklmnopqrstuvwxyz.1234", new byte[1]));
    }

    [TestMethod]
    public void ASecondStoreOnTheFolderIsRefusedUntilTheFirstIsGone()
    {
        using var folder = new TestFolder();
        using (new DirectoryStore(folder.Root))
        {
            StringAssert.Contains(Assert.ThrowsExactly<HostException>(() => new DirectoryStore(folder.Root)).Message, "in use");
        }

        new DirectoryStore(folder.Root).Dispose();
    }

    [TestMethod]
    public void AFileInThePlaceOfTheFolderIsOneSentence()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.At("flash"), "");
        Assert.ThrowsExactly<HostException>(() => new DirectoryStore(folder.At("flash")));
    }

    [TestMethod]
    public void WhatAKilledWriteLeftIsOverwrittenAndOnlyTheOwnerReads()
    {
        using var folder = new TestFolder();
        using var store = new DirectoryStore(folder.Root);
        File.WriteAllText(folder.At("_order.a"), "torn, and longer than what comes");
        store.Write("order.a", [5], 1);
        Assert.AreEqual(1, store.Read("order.a", new byte[1]));
        Assert.IsFalse(File.Exists(folder.At("_order.a")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.At("order.a")));
        }
    }

    [TestMethod]
    public void AFolderInThePlaceOfAFileThrowsAndHarmsNothing()
    {
        using var folder = new TestFolder();
        using var store = new DirectoryStore(folder.Root);
        Directory.CreateDirectory(folder.At("order.a"));
        Assert.Throws<Exception>(() => store.Read("order.a", new byte[1]));
        Assert.Throws<Exception>(() => store.Write("order.a", [1], 1));
        store.Write("order.b", [1], 1);
        Assert.AreEqual(1, store.Read("order.b", new byte[1]));
    }
}
