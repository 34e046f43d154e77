namespace Sealcam.Tests;

[TestClass]
public class DropLedgerTests
{
    [TestMethod]
    public void InGoodWeatherItIsNeverWritten()
    {
        var rig = Rig().Boot();
        for (int i = 1; i < 5; i++)
        {
            rig.Keep(300);
            rig.Ship("1-" + i);
        }

        Assert.AreEqual(0, rig.Store.Calls - 2, "calls beside reading two copies");
    }

    [TestMethod]
    public void ADropThatNoTokenDeclaresIsDeclaredByTheNextBoot()
    {
        var rig = Full(1);
        Assert.AreEqual(1, rig.Counters.Dropped);
        rig.Box.Abandon();  // power goes after the drop, before the still that made it was kept
        rig.Boot();
        Assert.AreEqual(1, rig.Declares);
        rig.Keep(300);
        rig.Boot();
        Assert.AreEqual(0, rig.Declares, "a token on storage declares it");
    }

    [TestMethod]
    public void ADeclarationThatIsLostIsMadeAgain()
    {
        var rig = Full(1);
        rig.Box.Abandon();
        rig.Boot();
        rig.Boot();  // the first of the two sealed nothing
        Assert.AreEqual(1, rig.Declares);
    }

    [TestMethod]
    public void ADeclarationThatIsReceiptedIsMadeNoMore()
    {
        var rig = Full(1);
        rig.Box.Abandon();
        rig.Boot();
        rig.Keep(300);
        for (var still = rig.Box.Oldest(); still != null; still = rig.Box.Oldest())
        {
            rig.Box.Release(still);
        }

        rig.Boot();
        Assert.AreEqual(0, rig.Declares);
    }

    [TestMethod]
    public void ADroppedStillsOwnDeclarationsGoOver()
    {
        var rig = Full(2);  // 1-1 and 1-2 are gone; 1-7, the newest of five, declares one of them
        rig.Box.Abandon();
        rig.Boot();
        Assert.AreEqual(1, rig.Declares);
        for (int i = 0; i < 5; i++)
        {
            Assert.IsTrue(rig.Keep(300));
        }

        Assert.AreEqual(1 + 4, rig.Declares);
        Assert.IsTrue(rig.Keep(300));  // 1-7 goes, and what it declared is declared here
        Assert.AreEqual(1 + 4 + 2, rig.Declares);
    }

    [TestMethod]
    public void ACutBetweenTheCountAndTheFileIsFinished()
    {
        var rig = Rig().Boot();
        for (int i = 0; i < 6; i++)
        {
            rig.Keep(300);
        }

        rig.Files.DeletesFail = true;
        rig.Box.Announce(1, 7);
        rig.Box.Open(300);
        rig.Files.DeletesFail = false;
        rig.Files.Cut(-1);
        Assert.IsTrue(rig.Files.Get(StillFile.Name(1, 1)) != null);
        rig.Boot();
        Assert.IsNull(rig.Files.Get(StillFile.Name(1, 1)));
        Assert.AreEqual(1, rig.Declares);
        rig.Ship("1-2");
    }

    [TestMethod]
    public void WithoutACountNothingIsDropped()
    {
        var rig = Rig().Boot();
        for (int i = 0; i < 6; i++)
        {
            rig.Keep(300);
        }

        rig.Store.WritesFail = true;
        Assert.IsFalse(rig.Keep(300));
        Assert.AreEqual(6, rig.Files.Count);
        Assert.AreEqual(1, rig.Counters.Dropped, "the new one, which this boot declares");
        rig.Ship("1-1");
    }

    [TestMethod]
    public void ATornCopyLeavesTheOtherOne()
    {
        for (int torn = 0; torn < DropRecord.Bytes; torn += 9)
        {
            var rig = Full(2);
            rig.Box.Abandon();
            string newer = rig.Store.Get(DropLedger.NameA)[7] > rig.Store.Get(DropLedger.NameB)[7] ? DropLedger.NameA : DropLedger.NameB;
            rig.Store.Put(newer, rig.Store.Get(newer), torn);
            rig.Boot();
            Assert.IsTrue(rig.Declares <= 1);
        }
    }

    [TestMethod]
    public void AnotherIdentityOwesNothing()
    {
        var rig = Full(1);
        rig.Box.Abandon();
        rig.Id[3] ^= 1;
        rig.Boot();
        Assert.AreEqual(0, rig.Declares);
    }

    private static ShelfRig Rig()
    {
        var rig = new ShelfRig();
        rig.Settings.Keep = Keeping.Storage;
        return rig;
    }

    /// <summary>Six kept, and so many dropped for others after them; the last drop made room for a still that is open.</summary>
    private static ShelfRig Full(int drops)
    {
        var rig = Rig().Boot();
        for (int i = 0; i < 6 + drops - 1; i++)
        {
            rig.Keep(300);
        }

        rig.Box.Announce(1, 99);
        Assert.IsTrue(rig.Box.Open(300));
        return rig;
    }
}
