namespace Sealcam.Tests;

[TestClass]
public class WallClockTests
{
    private const long Now = 1790000000;

    [TestMethod]
    public void WithoutATimeThereIsNone()
    {
        var wall = new WallClock(new FakeClock { UptimeMs = 99999 });
        Assert.AreEqual(WallClock.None, wall.Quality);
        Assert.AreEqual(0L, wall.UnixSeconds);
    }

    [TestMethod]
    public void ATakenTimeRunsWithTheUptimeAndSetsTheBoard()
    {
        var board = new FakeClock { UptimeMs = 5000 };
        var wall = new WallClock(board);
        Assert.IsTrue(wall.Offer(Now, WallClock.Network));
        Assert.AreEqual(Now, board.SetTo);
        board.UptimeMs += 61999;
        Assert.AreEqual(Now + 61, wall.UnixSeconds);
    }

    [TestMethod]
    public void ABetterSourceReplacesAWorseOneAndNeverTheOtherWayRound()
    {
        for (int first = WallClock.Stored; first <= WallClock.Receipt; first++)
        {
            for (int second = WallClock.Stored; second <= WallClock.Receipt; second++)
            {
                var wall = new WallClock(new FakeClock());
                Assert.IsTrue(wall.Offer(Now, first));
                Assert.AreEqual(second >= first, wall.Offer(Now + 1000, second));
                Assert.AreEqual(second >= first ? second : first, wall.Quality);
            }
        }
    }

    [TestMethod]
    public void TheSameSourceCorrectsOnlyARealJump()
    {
        var board = new FakeClock();
        var wall = new WallClock(board);
        wall.Offer(Now, WallClock.Receipt);
        Assert.IsFalse(wall.Offer(Now + 5, WallClock.Receipt));
        Assert.IsFalse(wall.Offer(Now - 5, WallClock.Receipt));
        Assert.AreEqual(Now, wall.UnixSeconds);
        Assert.IsTrue(wall.Offer(Now + 6, WallClock.Receipt));
        Assert.IsTrue(wall.Offer(Now - 100, WallClock.Receipt));
        Assert.AreEqual(Now - 100, wall.UnixSeconds);
        Assert.AreEqual(3, board.Sets);
    }

    [TestMethod]
    public void WhatCannotBeTrueIsNotTaken()
    {
        var wall = new WallClock(new FakeClock());
        Assert.IsFalse(wall.Offer(0, WallClock.Receipt));
        Assert.IsFalse(wall.Offer(1767225599, WallClock.Network));
        Assert.IsFalse(wall.Offer(4294967296, WallClock.Network));
        Assert.IsFalse(wall.Offer(-1, WallClock.Network));
        Assert.IsFalse(wall.Offer(Now, WallClock.None));
        Assert.IsFalse(wall.Offer(Now, 5));
        Assert.IsFalse(wall.Offer(Now, -1));
        Assert.AreEqual(WallClock.None, wall.Quality);
        Assert.IsTrue(wall.Offer(4294967295, WallClock.Stored));
    }

    [TestMethod]
    public void AReceiptThatMovedTheClockFarIsTakenBackWhenTheCertificateThenFails()
    {
        var board = new FakeClock();
        var wall = new WallClock(board);
        wall.Offer(Now, WallClock.Network);
        wall.Offer(Now + 90000, WallClock.Receipt);
        Assert.IsTrue(wall.IsDoubtful);
        wall.Offer(Now + 400000000, WallClock.Receipt);
        board.UptimeMs += 7000;
        Assert.IsTrue(wall.Doubt());
        Assert.AreEqual(WallClock.Network, wall.Quality);
        Assert.AreEqual(Now + 7, wall.UnixSeconds);
        Assert.AreEqual(Now + 7, board.SetTo);
        Assert.IsFalse(wall.IsDoubtful);
        Assert.IsFalse(wall.Doubt(), "once");
    }

    [TestMethod]
    public void AHandshakeThatPassesOrAnOrdinaryCorrectionLeavesNothingInDoubt()
    {
        var wall = new WallClock(new FakeClock());
        wall.Offer(Now, WallClock.Network);
        wall.Offer(Now + 86000, WallClock.Receipt);
        Assert.IsFalse(wall.IsDoubtful, "less than a day");
        wall.Offer(Now + 900000, WallClock.Receipt);
        Assert.IsTrue(wall.IsDoubtful);
        wall.Confirm();
        Assert.IsFalse(wall.IsDoubtful);
        Assert.IsFalse(wall.Doubt());
        Assert.AreEqual(Now + 900000, wall.UnixSeconds);

        var stored = new WallClock(new FakeClock());
        stored.Offer(Now, WallClock.Stored);
        stored.Offer(Now + 9000000, WallClock.Receipt);
        Assert.IsFalse(stored.IsDoubtful, "a stored time is late, so the new one is recorded");
        Assert.IsTrue(stored.Doubt(), "and given up all the same within this boot");
    }
}
