namespace Sealcam.Tests;

[TestClass]
public class HybridOutboxTests
{
    private const int Leaf = Limits.LeafBytes;

    [TestMethod]
    public void InGoodWeatherNothingIsWritten()
    {
        var rig = Rig().Boot();
        for (int i = 1; i <= 20; i++)
        {
            rig.Keep(Leaf + 9);
            rig.Run(9000, true);  // longer than the wait: the uplink is slow, but it works
            rig.Ship("1-" + i);
        }

        Assert.AreEqual(0, rig.Files.Creates + rig.Files.Appends + rig.Files.Closes + rig.Files.Deletes);
        Assert.AreEqual(2, rig.Store.Calls);  // both copies of the ledger, read at boot
    }

    [TestMethod]
    public void ABlipShorterThanTheWaitWritesNothing()
    {
        var rig = Rig().Boot();
        rig.Keep(4000);
        rig.Run(rig.Settings.SpillAfterMs - 1, false);
        Assert.AreEqual(0, rig.Files.Creates);
        rig.Run(1000, true);
        Assert.AreEqual(0, rig.Files.Creates);
        rig.Ship("1-1");
    }

    [TestMethod]
    public void TheWaitOutlastsTheFirstTwoTriesOfAReconnect()
    {
        var settings = new Settings();
        var backoff = new Backoff(settings.ReconnectWindowMs);
        int both = 0;
        for (int i = 0; i < 2; i++)
        {
            backoff.Failed(0, 0);
            both += backoff.WindowMs;
        }

        Assert.IsTrue(settings.SpillAfterMs >= both + 2000, both + " ms, and 2 s for the handshake");
    }

    [TestMethod]
    public void InAnOutageEachStillIsWrittenOnceWithOneCreateAndOneClose()
    {
        var rig = Rig().Boot();
        rig.Keep(Leaf + 9);
        rig.Run(7000, false);
        rig.Keep(3000);
        rig.Run(7000, false);
        Assert.AreEqual(2, rig.Files.Count);
        Assert.AreEqual(2, rig.Files.Creates);
        Assert.AreEqual(2, rig.Files.Closes);
        Assert.AreEqual(2 + 1 + 2, rig.Files.Appends);  // blocks, and an end each
        rig.Boot();
        Assert.AreEqual(2, rig.Counters.Recovered);
        rig.Ship("1-1");
        rig.Ship("1-2");
        Assert.AreEqual(2, rig.Files.Deletes);
    }

    [TestMethod]
    public void TheOldestGoesFirstFromWhereverItIs()
    {
        var rig = Rig().Boot();
        rig.Keep(300);
        rig.Run(7000, false);
        rig.Keep(300);
        Assert.AreEqual(2, rig.Box.Count);
        rig.Ship("1-1");
        rig.Ship("1-2");
        Assert.AreEqual(0, rig.Files.Count);
    }

    [TestMethod]
    public void AStillOnTheWireIsNotMovedAndOneThatGoesOnTheWireStopsMoving()
    {
        var rig = Rig().Boot();
        rig.Keep(Leaf + 9);
        rig.Clock.UptimeMs += 7000;
        rig.Box.Step(false);  // the first block is on its way
        Assert.AreEqual(1, rig.Files.Creates);
        var still = rig.Box.Oldest();
        still.IsShipping = true;
        rig.Run(7000, false);
        Assert.AreEqual(0, rig.Files.Count);
        Assert.AreEqual(1, rig.Files.Deletes);
        rig.Ship("1-1");
    }

    [TestMethod]
    public void AReceiptInTheMiddleOfAMoveLeavesNothing()
    {
        var rig = Rig().Boot();
        rig.Keep(Leaf + 9);
        rig.Clock.UptimeMs += 7000;
        rig.Box.Step(false);
        rig.Ship("1-1");
        rig.Run(7000, false);
        rig.Boot();
        Assert.AreEqual(0, rig.Box.Count);
        Assert.AreEqual(0, rig.Files.Count);
    }

    [TestMethod]
    public void RamThatIsFullMovesItsOldestInsteadOfDroppingIt()
    {
        var rig = Rig().Boot();
        for (int i = 0; i < 5; i++)
        {
            Assert.IsTrue(rig.Keep(700));  // three fit
            rig.Run(100, true);
        }

        Assert.AreEqual(0, rig.Counters.Dropped);
        Assert.AreEqual(2, rig.Files.Count);
        for (int i = 1; i <= 5; i++)
        {
            rig.Ship("1-" + i);
        }
    }

    [TestMethod]
    public void StorageThatFailsLeavesARamOutbox()
    {
        var rig = Rig();
        rig.Files.CreatesFail = true;
        rig.Boot();
        for (int i = 0; i < 5; i++)
        {
            Assert.IsTrue(rig.Keep(700));
            rig.Run(7000, false);
        }

        Assert.AreEqual(2, rig.Counters.Dropped);
        Assert.IsTrue(rig.Log.Says("cannot be written"));
        rig.Files.CreatesFail = false;
        rig.Run(Limits.StorageRetryMs + 1000, false);
        Assert.AreEqual(3, rig.Files.Count);
        rig.Ship("1-3");
    }

    [TestMethod]
    public void ACleanStopKeepsWhatIsInRam()
    {
        var rig = Rig().Boot();
        rig.Keep(300);
        rig.Keep(300);
        rig.Keep(300);
        rig.Box.SetAside(rig.Box.Oldest());
        rig.Box.Oldest().IsShipping = true;
        rig.Box.Stop();
        Assert.AreEqual(3, rig.Files.Count);
        rig.Boot();
        rig.Ship("1-1");
        rig.Ship("1-2");
        rig.Ship("1-3");
    }

    [TestMethod]
    public void RamOnlyWritesNothingAndShipsWhatEarlierBootsKept()
    {
        var rig = Rig().Boot();
        rig.Keep(300);
        rig.Box.Stop();
        rig.Settings.Keep = Keeping.Ram;  // a configuration was restored
        rig.Boot();
        rig.Keep(300);
        rig.Run(60000, false);
        rig.Box.Stop();
        Assert.AreEqual(1, rig.Files.Creates);
        rig.Ship("1-1");
        rig.Ship("2-1");
    }

    [TestMethod]
    public void ABoardWithoutStorageHasARamOutbox()
    {
        var box = Outboxes.Make(new Parts { Log = new CollectingLog() }, new Settings { OutboxBytes = 2 * Leaf }, new Counters());
        Assert.AreEqual(typeof(RamOutbox).FullName, box.GetType().FullName);
    }

    private static ShelfRig Rig()
    {
        var rig = new ShelfRig();
        rig.Settings.StorageBytes = 16000;
        return rig;
    }
}
