namespace Sealcam.Tests;

[TestClass]
public class RamOutboxTests
{
    private const int Leaf = Limits.LeafBytes;

    [TestMethod]
    public void WhatIsKeptComesOutAsItWentIn()
    {
        var outbox = Box(4, false);
        Keep(outbox, 1, 2 * Leaf + 100, 3 * Leaf);
        var still = outbox.Oldest();
        Assert.AreEqual(1u, still.Sequence);
        Assert.AreEqual(7u, still.BootCount);
        Assert.AreEqual(2 * Leaf + 100 + 50, still.SealedLength);
        Assert.AreEqual(1, (int)still.Segment[0]);
        Assert.AreEqual(1, (int)still.Digest[0]);
        for (int position = 0; position < still.Length; position += 1000)
        {
            int count = outbox.Look(still, position, out byte[] block, out int offset);
            int left = still.Length - position;
            Assert.AreEqual(left < Leaf - position % Leaf ? left : Leaf - position % Leaf, count);
            Assert.AreEqual(1 + position / Leaf, (int)block[offset]);
        }

        outbox.Look(still, 0, out byte[] first, out _);  // back to the start, for the next try
        Assert.AreEqual(1, (int)first[0]);
    }

    [TestMethod]
    public void BlocksBeyondTheTrimmedLengthAreFreeAgain()
    {
        var outbox = Box(4, true);
        Keep(outbox, 1, Leaf, 3 * Leaf);
        Assert.IsTrue(outbox.Open(3 * Leaf));
        Assert.IsFalse(outbox.Open(3 * Leaf + 1));
    }

    [TestMethod]
    public void AnAbandonedStillLeavesNothing()
    {
        var outbox = Box(3, true);
        for (int i = 0; i < 5; i++)
        {
            Assert.IsTrue(outbox.Open(3 * Leaf));
            outbox.Lend();
            outbox.Lend();
            outbox.Abandon();
        }

        Assert.AreEqual(0, outbox.Count);
        Assert.IsNull(outbox.Oldest());
        Assert.IsTrue(outbox.Open(3 * Leaf));
        outbox.Lend();
        Assert.IsTrue(outbox.Open(3 * Leaf), "opening again gives up what was open");
        outbox.Lend();
        outbox.Lend();
        outbox.Lend();
    }

    [TestMethod]
    public void AFullOutboxDropsTheOldestAndCountsIt()
    {
        var counters = new Counters();
        var log = new CollectingLog();
        var outbox = new RamOutbox(3 * Leaf, false, counters, log);
        Keep(outbox, 1, Leaf, Leaf);
        Keep(outbox, 2, Leaf, Leaf);
        Keep(outbox, 3, Leaf, Leaf);
        Keep(outbox, 4, 2 * Leaf, 2 * Leaf);
        Assert.AreEqual(2, counters.Dropped);
        Assert.AreEqual(3u, outbox.Oldest().Sequence);
        Assert.AreEqual(2, outbox.Count);
        Assert.IsTrue(log.Says("7-2 dropped"));
    }

    [TestMethod]
    public void AFullOutboxRefusesTheNewestIfTheSettingSaysSo()
    {
        var outbox = Box(3, true);
        Keep(outbox, 1, 2 * Leaf, 2 * Leaf);
        Assert.IsFalse(outbox.Open(Leaf + 1));
        Assert.IsTrue(outbox.Open(Leaf));
        outbox.Abandon();
        Assert.AreEqual(1, outbox.Count);
    }

    [TestMethod]
    public void TheStillOnTheWireIsNeverDropped()
    {
        var outbox = Box(3, false);
        Keep(outbox, 1, Leaf, Leaf);
        Keep(outbox, 2, Leaf, Leaf);
        outbox.Oldest().IsShipping = true;
        Assert.IsFalse(outbox.Open(3 * Leaf));
        Assert.AreEqual(2, outbox.Count, "nothing is dropped in vain");
        Keep(outbox, 3, 2 * Leaf, 2 * Leaf);
        Assert.AreEqual(1u, outbox.Oldest().Sequence);
        outbox.Release(outbox.Oldest());
        Assert.AreEqual(3u, outbox.Oldest().Sequence);
    }

    [TestMethod]
    public void LookingAtTheStillOnTheWireSurvivesADropBesideIt()
    {
        var outbox = Box(4, false);
        Keep(outbox, 1, 2 * Leaf, 2 * Leaf);
        Keep(outbox, 2, Leaf, Leaf);
        var still = outbox.Oldest();
        still.IsShipping = true;
        outbox.Look(still, Leaf + 5, out _, out _);
        Keep(outbox, 3, 2 * Leaf, 2 * Leaf);
        Assert.AreEqual(Leaf - 9, outbox.Look(still, Leaf + 9, out byte[] block, out int offset));
        Assert.AreEqual(2, (int)block[offset]);
    }

    [TestMethod]
    public void WhatIsSetAsideIsTheFirstToGoAndNeverShipped()
    {
        var outbox = Box(3, true);
        Keep(outbox, 1, Leaf, Leaf);
        Keep(outbox, 2, Leaf, Leaf);
        outbox.SetAside(outbox.Oldest());
        Assert.AreEqual(1, outbox.Count);
        Assert.AreEqual(2u, outbox.Oldest().Sequence);
        Assert.IsTrue(outbox.Open(2 * Leaf), "even by a policy that drops nothing else");
        Assert.IsFalse(outbox.Open(3 * Leaf));
        Assert.AreEqual(1, outbox.Count);
    }

    [TestMethod]
    public void FewAreSetAsideAtOnce()
    {
        var counters = new Counters();
        var outbox = new RamOutbox(6 * Leaf, true, counters, new CollectingLog());
        for (uint i = 1; i <= 6; i++)
        {
            Keep(outbox, i, Leaf, Leaf);
            outbox.SetAside(outbox.Oldest());
            Assert.AreEqual(i <= RamOutbox.SetAsideLimit ? 0 : (int)i - RamOutbox.SetAsideLimit, counters.Dropped);
        }
    }

    [TestMethod]
    public void ManySmallStillsAreBoundedByTheirNumber()
    {
        var counters = new Counters();
        var outbox = new RamOutbox(3 * Leaf, false, counters, new CollectingLog());
        for (uint i = 1; i <= 5; i++)
        {
            Keep(outbox, i, 100, 100);
        }

        Assert.AreEqual(3, outbox.Count);
        Assert.AreEqual(2, counters.Dropped);
        Assert.AreEqual(3u, outbox.Oldest().Sequence);
    }

    [TestMethod]
    public void AnOutboxOfNoBlocksTakesNothing()
    {
        var outbox = Box(0, false);
        Assert.AreEqual(0, outbox.Capacity);
        Assert.IsFalse(outbox.Open(1));
        Assert.IsNull(outbox.Oldest());
    }

    private static RamOutbox Box(int blocks, bool refuseNewest) =>
        new RamOutbox(blocks * Leaf + Leaf - 1, refuseNewest, new Counters(), new CollectingLog());

    /// <summary>Keeps a still that was announced longer; each block is full of its number, counted from 1.</summary>
    private static void Keep(RamOutbox outbox, uint sequence, int length, int announced)
    {
        Assert.IsTrue(outbox.Open(announced));
        for (int at = 0; at < announced; at += Leaf)
        {
            var block = outbox.Lend();
            for (int i = 0; i < Leaf; i++)
            {
                block[i] = (byte)(1 + at / Leaf);
            }
        }

        var claims = new Claims { BootCount = 7, Sequence = sequence };
        claims.Digest[0] = (byte)sequence;
        var segment = new byte[50];
        segment[0] = (byte)sequence;
        Assert.IsTrue(outbox.Keep(length, claims, segment, 50, 0));
    }
}
