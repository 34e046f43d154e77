namespace Sealcam.Tests;

[TestClass]
public class ShelfRecoveryTests
{
    [TestMethod]
    public void NamesSortAsOrdersDo()
    {
        Assert.AreEqual("00000001-0000000a.still", StillFile.Name(1, 10));
        Assert.IsTrue(string.Compare(StillFile.Name(9, 0xFFFFFFFF), StillFile.Name(10, 1)) < 0);
        Assert.IsTrue(StillFile.TryName("fffffffe-00000010.still", out uint boot, out uint sequence));
        Assert.AreEqual(0xFFFFFFFEu, boot);
        Assert.AreEqual(16u, sequence);
        string[] others = { "", "00000001-0000000a.stil", "00000001-0000000A.still", "00000001_0000000a.still", "00000000-00000001.still", "x", null };
        foreach (string other in others)
        {
            Assert.IsFalse(StillFile.TryName(other, out _, out _), other);
        }
    }

    [TestMethod]
    public void ATornFileGoesAtWhateverByteItIsTorn()
    {
        var rig = Two();
        string name = StillFile.Name(1, 2);
        var whole = rig.Files.Get(name);
        for (int length = 0; length < whole.Length; length += length < 300 ? 29 : 1)
        {
            rig.Files.Put(name, FakeFiles.First(whole, length));
            rig.Boot();
            Assert.AreEqual(1, rig.Box.Count, "torn at " + length);
            Assert.IsNull(rig.Files.Get(name));
        }

        Assert.IsTrue(rig.Log.Says("is torn"));
        rig.Ship("1-1");
    }

    [TestMethod]
    public void AnyFlippedBitOfFootOrSegmentIsFound()
    {
        var rig = Two();
        string name = StillFile.Name(1, 2);
        var whole = rig.Files.Get(name);
        for (int bit = 300 * 8; bit < whole.Length * 8; bit += 11)
        {
            var bad = FakeFiles.First(whole, whole.Length);
            bad[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.IsFalse(StillFile.Decode(bad, bad.Length, bad.Length, new KeptStill()), "bit " + bit);
        }

        Assert.IsTrue(StillFile.Decode(whole, whole.Length, whole.Length, new KeptStill()));
    }

    [TestMethod]
    public void AFileThatLacksOrHasMoreThanItsFootSaysIsTornThoughItsEndIsGood()
    {
        var rig = Two();
        string name = StillFile.Name(1, 2);
        var whole = rig.Files.Get(name);
        for (int more = -1; more < 2; more += 2)
        {
            // A block that a faulty storage left out or wrote twice: what is in front of the end has moved.
            var other = new byte[whole.Length + more];
            System.Array.Copy(whole, whole.Length - 290, other, other.Length - 290, 290);
            rig.Files.Put(name, other);
            rig.Boot();
            Assert.AreEqual(1, rig.Box.Count, "longer by " + more);
            Assert.IsNull(rig.Files.Get(name));
        }
    }

    [TestMethod]
    public void ForeignFilesStayAndHarmNothing()
    {
        var rig = Two();
        rig.Files.Put("readme.txt", new byte[9]);
        rig.Files.Put(StillFile.Name(1, 1) + "x", rig.Files.Get(StillFile.Name(1, 1)));
        rig.Files.Put(StillFile.Name(7, 7), rig.Files.Get(StillFile.Name(1, 1)));
        rig.Boot();
        Assert.AreEqual(2, rig.Box.Count);
        Assert.AreEqual(5, rig.Files.Count);
        Assert.IsTrue(rig.Log.Says("holds another still: left alone"));
        rig.Ship("1-1");
        rig.Ship("1-2");
        Assert.AreEqual(3, rig.Files.Count);
    }

    [TestMethod]
    public void AStillOfAnotherIdentityIsNotShippedAndIsTheFirstToGo()
    {
        var rig = Two();
        rig.Id[0] ^= 1;
        rig.Settings.StorageStills = 3;
        rig.Boot();
        Assert.AreEqual(0, rig.Box.Count);
        Assert.IsNull(rig.Box.Oldest());
        rig.Keep(300);
        rig.Keep(300);
        Assert.AreEqual(0, rig.Declares, "another key's stills are not this one's to declare");
        Assert.IsNull(rig.Files.Get(StillFile.Name(1, 1)));
        Assert.AreEqual(3, rig.Files.Count);
    }

    [TestMethod]
    public void MoreStillsThanTheIndexHoldsAreAllShipped()
    {
        var rig = new ShelfRig();
        rig.Settings.Keep = Keeping.Storage;
        rig.Boot();
        for (int i = 0; i < 6; i++)
        {
            rig.Keep(300);
        }

        rig.Settings.StorageStills = 2;  // a configuration was restored
        rig.Boot();
        for (int i = 1; i <= 6; i++)
        {
            rig.Ship("1-" + i);
            rig.Run(50, true);
        }

        Assert.AreEqual(0, rig.Files.Count);
        Assert.AreEqual(0, rig.Declares);
        Assert.AreEqual(6, rig.Counters.Recovered);
    }

    [TestMethod]
    public void StorageThatCannotBeListedOrReadDoesNotStopABoot()
    {
        var rig = Two();
        rig.Files.ListsFail = true;
        rig.Boot();
        Assert.AreEqual(0, rig.Box.Count);
        rig.Files.ListsFail = false;
        rig.Files.ReadsFail = true;
        rig.Boot();
        Assert.AreEqual(0, rig.Box.Count);
        rig.Files.ReadsFail = false;
        rig.Files.DeletesFail = true;
        rig.Boot();
        rig.Ship("1-1");
        rig.Files.DeletesFail = false;
        rig.Boot();
        rig.Ship("1-1");  // it could not go, so it is sent again: a receiver has it already and says so
        rig.Ship("1-2");
    }

    private static ShelfRig Two()
    {
        var rig = new ShelfRig();
        rig.Settings.Keep = Keeping.Storage;
        rig.Boot();
        rig.Keep(300);
        rig.Keep(300);
        return rig;
    }
}
