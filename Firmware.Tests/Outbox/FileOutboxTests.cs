namespace Sealcam.Tests;

[TestClass]
public class FileOutboxTests
{
    private const int Leaf = Limits.LeafBytes;

    [TestMethod]
    public void WhatIsKeptComesOutAsItWentIn()
    {
        int[] lengths = { 300, Leaf - 1, Leaf, Leaf + 1 };
        var rig = Rig().Boot();
        for (int i = 1; i <= lengths.Length; i++)
        {
            Assert.IsTrue(rig.Keep(lengths[i - 1]));
            Assert.AreEqual(lengths[i - 1], rig.Box.Oldest().Length);
            rig.Ship("1-" + i);
        }

        Assert.AreEqual(0, rig.Files.Count);
        Assert.IsNull(rig.Box.Oldest());
    }

    [TestMethod]
    public void AStillIsFoundAgainAfterAPowerCut()
    {
        var rig = Rig().Boot();
        rig.Keep(Leaf + 10);
        rig.Boot();
        rig.Keep(400);
        Assert.AreEqual(2, rig.Box.Count);
        Assert.AreEqual(1, rig.Counters.Recovered);
        rig.Ship("1-1");
        rig.Ship("2-1");
    }

    [TestMethod]
    public void AStillThatWasBeingCapturedIsGoneAndTakesNoRoom()
    {
        for (int torn = -1; torn < 2 * Leaf; torn += Leaf + 7)
        {
            var rig = Rig().Boot();
            rig.Keep(500);
            rig.Box.Announce(1, 2);
            rig.Box.Open(3 * Leaf);
            rig.Box.Lend();
            rig.Box.Lend();
            rig.Box.Lend();
            rig.Files.Cut(torn);
            rig.Boot();
            Assert.AreEqual(1, rig.Box.Count);
            Assert.AreEqual(1, rig.Files.Count);
            rig.Ship("1-1");
        }
    }

    [TestMethod]
    public void TheTrimmedEndIsNotWritten()
    {
        var rig = Rig().Boot();
        rig.Box.Announce(1, 1);
        rig.Box.Open(Leaf + 100);
        rig.Box.Lend();
        rig.Box.Lend();
        var claims = new Claims { BootCount = 1, Sequence = 1 };
        Assert.IsTrue(rig.Box.Keep(Leaf - 50, claims, new byte[ShelfRig.SegmentBytes], ShelfRig.SegmentBytes, 0));
        Assert.AreEqual(Leaf - 50 + ShelfRig.MoreBytes, rig.Files.Length(StillFile.Name(1, 1)));
    }

    [TestMethod]
    public void AFaultOfTheStorageIsADropAndNotAFileHalfThere()
    {
        for (int fault = 0; fault < 3; fault++)
        {
            var rig = Rig().Boot();
            rig.Files.CreatesFail = fault == 0;
            rig.Files.AppendsFail = fault == 1;
            rig.Files.ClosesFail = fault == 2;
            Assert.IsFalse(rig.Keep(Leaf + 9));
            Assert.AreEqual(0, rig.Files.Count);
            Assert.AreEqual(0, rig.Box.Count);
            Assert.IsTrue(rig.Log.Says("cannot be written: input/output error"));
            rig.Files.CreatesFail = rig.Files.AppendsFail = rig.Files.ClosesFail = false;
            Assert.IsTrue(rig.Keep(400));
            rig.Ship("1-2");
        }
    }

    [TestMethod]
    public void AFullOneDropsTheOldestAndTheNextTokenSaysSo()
    {
        var rig = Rig().Boot();
        for (int i = 0; i < 5; i++)
        {
            Assert.IsTrue(rig.Keep(1700));
        }

        Assert.AreEqual(2, rig.Counters.Dropped);  // 6,000 bytes hold three
        Assert.AreEqual(2u, Last(rig).Dropped);
        rig.Ship("1-3");
    }

    [TestMethod]
    public void AFullOneRefusesTheNewestIfItIsToldTo()
    {
        var rig = Rig();
        rig.Settings.RefuseNewest = true;
        rig.Boot();
        for (int i = 0; i < 5; i++)
        {
            Assert.AreEqual(i < 3, rig.Keep(1700));
        }

        Assert.AreEqual(0, rig.Files.Deletes);
        Assert.AreEqual(2, rig.Counters.Dropped);
        rig.Ship("1-1");
    }

    [TestMethod]
    public void TheBoundInStillsHoldsToo()
    {
        var rig = Rig().Boot();
        for (int i = 0; i < 9; i++)
        {
            rig.Keep(300);
        }

        Assert.AreEqual(6, rig.Files.Count);
        Assert.AreEqual(3, rig.Counters.Dropped);
    }

    [TestMethod]
    public void TheStillOnTheWireIsNotDropped()
    {
        var rig = Rig().Boot();
        rig.Keep(1700);
        var still = rig.Box.Oldest();
        still.IsShipping = true;
        for (int i = 0; i < 4; i++)
        {
            Assert.IsTrue(rig.Keep(1700));
        }

        Assert.AreSame(still, rig.Box.Oldest());
        Assert.AreEqual(1u, still.Sequence);
        Assert.IsTrue(rig.Files.Get(StillFile.Name(1, 1)) != null);
        rig.Ship("1-1");
        rig.Ship("1-4");
    }

    [TestMethod]
    public void WhatIsSetAsideIsTriedOnceMoreByTheNextBoot()
    {
        var rig = Rig().Boot();
        rig.Keep(300);
        rig.Keep(300);
        rig.Box.SetAside(rig.Box.Oldest());
        Assert.AreEqual(1, rig.Box.Count);
        Assert.AreEqual(2u, rig.Box.Oldest().Sequence);
        rig.Boot();
        Assert.AreEqual(2, rig.Box.Count);
        rig.Ship("1-1");
    }

    [TestMethod]
    public void AStillThatCannotBeReadStandsInNobodysWay()
    {
        var rig = Rig().Boot();
        rig.Keep(Leaf + 10);
        rig.Keep(300);
        var still = rig.Box.Oldest();
        rig.Files.ReadsFail = true;
        Expect.Throws(typeof(System.InvalidOperationException), () => rig.Box.Look(still, 2, out _, out _));
        rig.Files.ReadsFail = false;
        rig.Ship("1-2");
        Assert.AreEqual(2, rig.Files.Creates);
        rig.Boot();
        rig.Ship("1-1");
    }

    private static ShelfRig Rig()
    {
        var rig = new ShelfRig();
        rig.Settings.Keep = Keeping.Storage;
        return rig;
    }

    private static KeptStill Last(ShelfRig rig)
    {
        var still = new KeptStill();
        var file = rig.Files.Get(StillFile.Name(1, 5));
        Assert.IsTrue(StillFile.Decode(file, file.Length, file.Length, still));
        return still;
    }
}
