using System;
using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class DirectoryStillsTests
{
    [TestMethod]
    public void WhatIsAppendedIsReadBackAtAnyPosition()
    {
        using var folder = new TestFolder();
        using var stills = new DirectoryStills(folder.At("stills"));
        stills.Create("a.still");
        stills.Append([9, 1, 2, 3, 9], 1, 3);
        stills.Append([4, 5], 0, 2);
        stills.Close();
        byte[] back = new byte[4];
        stills.Read("a.still", 2, back, 1, 3);
        CollectionAssert.AreEqual(new byte[] { 0, 3, 4, 5 }, back);
        Assert.AreEqual(5, stills.Length("a.still"));
        CollectionAssert.AreEqual(new[] { "a.still" }, stills.List());
        Assert.ThrowsExactly<EndOfStreamException>(() => stills.Read("a.still", 3, back, 0, 3));
    }

    [TestMethod]
    public void AFileIsDeletedWhileItIsReadAndWhileItIsWritten()
    {
        using var folder = new TestFolder();
        using var stills = new DirectoryStills(folder.At("stills"));
        Make(stills, "a.still");
        stills.Read("a.still", 0, new byte[1], 0, 1);
        stills.Delete("a.still");
        stills.Create("b.still");
        stills.Delete("b.still");
        Assert.IsEmpty(stills.List());
        Assert.AreEqual(-1, stills.Length("a.still"));
        Assert.ThrowsExactly<IOException>(() => stills.Append([1], 0, 1));
    }

    [TestMethod]
    public void AFileIsReadWhileAnotherIsWritten()
    {
        using var folder = new TestFolder();
        using var stills = new DirectoryStills(folder.At("stills"));
        Make(stills, "a.still");
        stills.Create("b.still");
        byte[] back = new byte[1];
        stills.Read("a.still", 0, back, 0, 1);
        stills.Append([2], 0, 1);
        stills.Close();
        Assert.AreEqual(7, back[0]);
        Assert.AreEqual(1, stills.Length("b.still"));
    }

    [TestMethod]
    [DataRow("../a.still")]
    [DataRow("A.still")]
    [DataRow("..")]
    [DataRow("")]
    public void NoNameLeadsOutOfTheFolder(string name)
    {
        using var folder = new TestFolder();
        using var stills = new DirectoryStills(folder.At("stills"));
        Assert.ThrowsExactly<ArgumentException>(() => stills.Create(name));
        Assert.ThrowsExactly<ArgumentException>(() => stills.Delete(name));
        Assert.ThrowsExactly<ArgumentException>(() => stills.Read(name, 0, [], 0, 0));
    }

    private static void Make(DirectoryStills stills, string name)
    {
        stills.Create(name);
        stills.Append([7], 0, 1);
        stills.Close();
    }
}
