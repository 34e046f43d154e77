namespace Sealcam.Tests;

/// <summary>A still that passed Capture and cannot be sealed: its sequence is gone, so it must be declared.</summary>
[TestClass]
public class LostStillTests
{
    [TestMethod]
    public void AStillThatCannotBeSealedIsADeclaredDropAndTheNextOneIsGood()
    {
        var rig = new Rig(2, 1000, 0, 1000);
        var counters = new Counters();
        var signer = new PatternSigner { Throws = true };
        var outbox = new RamOutbox(2 * Limits.LeafBytes, true, counters, rig.Log);
        var stage = Stage(rig, counters, signer, outbox);
        stage.Ask(new byte[16]);
        Run(rig, stage, 900);
        Assert.AreEqual(1, counters.Captured);
        Assert.AreEqual(1, counters.Dropped);
        Assert.AreEqual(0, counters.Sealed + counters.CameraFaults + outbox.Count);
        Assert.AreEqual(1u, stage.LastSequence);
        Assert.IsTrue(rig.Log.Says("still 1-1 dropped: "), rig.Log.All());
        Assert.IsTrue(outbox.Open(2 * Limits.LeafBytes), "its blocks are free");
        signer.Throws = false;
        Run(rig, stage, 1000);
        Assert.AreEqual(1, counters.Sealed);
        var token = new TokenView();
        var kept = outbox.Oldest();
        Assert.IsTrue(token.Read(kept.Segment, 0, kept.SegmentLength));
        Assert.AreEqual(2u, token.Sequence);
        Assert.AreEqual(1u, token.Dropped);
        Assert.IsFalse(token.HasNonce, "what may have been the reason is not tried again");
    }

    private static CaptureStage Stage(Rig rig, Counters counters, PatternSigner signer, RamOutbox outbox)
    {
        var parts = new Parts { Camera = rig.Camera, Clock = rig.Clock, Mac = new ManagedMac(), Log = rig.Log };
        var book = new OrderBook(rig.Store, rig.Log);
        Assert.IsTrue(book.Open());
        var sealer = new Sealer(signer, book.Record.Id);
        return new CaptureStage(parts, rig.Settings, new WallClock(rig.Clock), outbox, book, sealer, counters);
    }

    private static void Run(Rig rig, CaptureStage stage, int ms)
    {
        long end = rig.Clock.UptimeMs + ms;
        while (rig.Clock.UptimeMs < end)
        {
            int wait = stage.Step();
            rig.Clock.UptimeMs += wait < end - rig.Clock.UptimeMs ? wait : end - rig.Clock.UptimeMs;
        }
    }
}
