namespace Sealcam.Tests;

[TestClass]
public class EndSearchTests
{
    private const int Leaf = Limits.LeafBytes;

    [TestMethod]
    public void AStillThatEndsWithEoiIsNotTrimmed()
    {
        Assert.AreEqual(0, Trim(false, 10, 8));
        Assert.AreEqual(0, Trim(true, 10, Leaf + 8));
        Assert.AreEqual(0, Trim(true, Leaf, 2 * Leaf - 2));
    }

    [TestMethod]
    public void PaddingBehindEoiIsTrimmed()
    {
        Assert.AreEqual(5, Trim(false, 10, 3));
        Assert.AreEqual(8, Trim(false, 10, 0));
    }

    [TestMethod]
    public void TheLastOfSeveralCounts()
    {
        var last = new byte[Leaf];
        Mark(null, last, 10);
        Mark(null, last, 20);
        Assert.AreEqual(3, EndSearch.Trim(null, last, 25));
    }

    [TestMethod]
    public void EoiMaySpanTwoBlocks()
    {
        Assert.AreEqual(9, Trim(true, 10, Leaf - 1));
        Assert.AreEqual(0, Trim(true, 1, Leaf - 1));
    }

    [TestMethod]
    public void TheSearchEndsExactlyAtItsBound()
    {
        // EOI as the very first of the last 4,096 bytes is found, one byte earlier is not.
        for (int count = 1; count <= Leaf; count += 455)
        {
            int total = Leaf + count;
            Assert.AreEqual(Limits.EndSearchBytes - 2, Trim(true, count, total - Limits.EndSearchBytes), "count " + count);
            Assert.AreEqual(-1, Trim(true, count, total - Limits.EndSearchBytes - 1), "count " + count);
        }
    }

    [TestMethod]
    public void NoEoiIsMinusOne()
    {
        Assert.AreEqual(-1, Trim(false, 1, -1));
        Assert.AreEqual(-1, Trim(false, Leaf, -1));
        Assert.AreEqual(-1, Trim(true, 1, -1));
        Assert.AreEqual(-1, Trim(true, Leaf, -1));
    }

    [TestMethod]
    public void WhatLiesBehindTheCountIsNotLookedAt()
    {
        var last = new byte[Leaf];
        Mark(null, last, 30);
        Assert.AreEqual(-1, EndSearch.Trim(null, last, 31));
        Assert.AreEqual(0, EndSearch.Trim(null, last, 32));
    }

    /// <summary>Searches two blocks, or one, with EOI at this position of them (-1: nowhere).</summary>
    private static int Trim(bool twoBlocks, int count, int eoi)
    {
        var before = twoBlocks ? new byte[Leaf] : null;
        var last = new byte[Leaf];
        if (eoi >= 0)
        {
            Mark(before, last, eoi);
        }

        return EndSearch.Trim(before, last, count);
    }

    private static void Mark(byte[] before, byte[] last, int position)
    {
        for (int i = 0; i < 2; i++)
        {
            int at = position + i;
            var block = before != null && at < Leaf ? before : last;
            block[before != null && at >= Leaf ? at - Leaf : at] = (byte)(i == 0 ? 0xFF : 0xD9);
        }
    }
}
