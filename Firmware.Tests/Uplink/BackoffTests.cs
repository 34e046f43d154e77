namespace Sealcam.Tests;

[TestClass]
public class BackoffTests
{
    [TestMethod]
    public void TheFirstRetryIsSpreadOverTheWindowAndEachNextWindowIsHalfAsLongAgain()
    {
        var backoff = new Backoff(5000);
        int[] windows = { 5000, 7500, 11250, 16875, 25312, 37968, 56952, 60000, 60000, 60000 };
        for (int i = 0; i < windows.Length; i++)
        {
            Assert.AreEqual(windows[i] - 1, backoff.Failed(0xFFFFFFFF, 0), "try " + i);
            Assert.AreEqual(windows[i], backoff.WindowMs);
        }

        backoff.Succeeded();
        Assert.AreEqual(0, backoff.WindowMs);
        Assert.AreEqual(4999, backoff.Failed(0xFFFFFFFF, 0));
    }

    [TestMethod]
    public void TheWaitIsUniformOverTheWindow()
    {
        var dice = new Dice(9);
        var counts = new int[8];
        for (int i = 0; i < 1600; i++)
        {
            var backoff = new Backoff(8000);
            int wait = backoff.Failed(dice.Next(), 0);
            Assert.IsTrue(wait >= 0 && wait < 8000);
            counts[wait / 1000]++;
        }

        for (int i = 0; i < 8; i++)
        {
            Assert.IsTrue(counts[i] > 140 && counts[i] < 260, "of 1,600, 200 are expected in each eighth: " + counts[i]);
        }

        Assert.AreEqual(0, new Backoff(8000).Failed(0, 0));
        Assert.AreEqual(4000, new Backoff(8000).Failed(0x80000000, 0));
    }

    [TestMethod]
    public void TheServerShortensTheWindowAndCannotLengthenIt()
    {
        var backoff = new Backoff(5000);
        backoff.Shorten(1000);
        Assert.AreEqual(999, backoff.Failed(0xFFFFFFFF, 0));
        Assert.AreEqual(1499, backoff.Failed(0xFFFFFFFF, 0), "the next ones grow from there");
        backoff.Succeeded();
        backoff.Shorten(0xFFFFFFFF);
        Assert.AreEqual(4999, backoff.Failed(0xFFFFFFFF, 0));
        backoff.Succeeded();
        backoff.Shorten(0);
        Assert.AreEqual(0, backoff.Failed(0xFFFFFFFF, 0));
        Assert.AreEqual(999, backoff.Failed(0xFFFFFFFF, 0), "however short, the second one is a second");
    }

    [TestMethod]
    public void AWindowOfNothingIsAMillisecondAndOneBeyondTheCapStays()
    {
        Assert.AreEqual(0, new Backoff(0).Failed(0xFFFFFFFF, 0));
        Assert.AreEqual(0, new Backoff(-5).Failed(0xFFFFFFFF, 0));
        var backoff = new Backoff(0x7FFFFFFF);
        Assert.AreEqual(0x7FFFFFFE, backoff.Failed(0xFFFFFFFF, 0));
        Assert.AreEqual(0x7FFFFFFE, backoff.Failed(0xFFFFFFFF, 0));
    }

    [TestMethod]
    public void EachWindowHasOneTryAndBeginsWhereTheLastOneEnds()
    {
        var clock = new FakeClock { UptimeMs = 1L << 33 };
        var entropy = new FakeEntropy { Always = 128 };
        var gate = new RetryGate(clock, entropy, 5000);
        Assert.AreEqual(0, gate.WaitMs);
        gate.Failed(0);
        Assert.AreEqual(2509, gate.WaitMs, "0x80808080 of 5,000");
        clock.UptimeMs += gate.WaitMs;
        Assert.AreEqual(0, gate.WaitMs);
        entropy.Always = 0;
        gate.Failed(0);
        Assert.AreEqual(5000 - 2509, gate.WaitMs, "the first moment of the second window");
        clock.UptimeMs += gate.WaitMs + 30000;
        gate.Failed(0);
        Assert.AreEqual(0, gate.WaitMs, "a connect that took longer than its window delays nothing more");
        gate.Succeeded();
        entropy.Always = 255;
        gate.Failed(0);
        Assert.AreEqual(4999, gate.WaitMs);
    }

    [TestMethod]
    public void AFailureBeforeTheTryOfTheWindowChangesNothing()
    {
        var clock = new FakeClock { UptimeMs = 77 };
        var gate = new RetryGate(clock, new FakeEntropy { Always = 255 }, 5000);
        gate.Failed(0);
        clock.UptimeMs += 1000;
        gate.Failed(0);
        Assert.AreEqual(3999, gate.WaitMs);
        gate.Failed(10);
        Assert.AreEqual(10000 + 9999, gate.WaitMs, "but a server that asks for more gets it");
    }

    [TestMethod]
    public void NobodyComesBeforeRetryAfterIsOverAndNotAllComeRightAfterIt()
    {
        var clock = new FakeClock { UptimeMs = 1L << 33 };
        var gate = new RetryGate(clock, new FakeEntropy { Always = 0 }, 5000);
        gate.Failed(7);
        Assert.AreEqual(7000, gate.WaitMs);
        clock.UptimeMs += 6999;
        Assert.AreEqual(1, gate.WaitMs);
        clock.UptimeMs += 2;
        Assert.AreEqual(0, gate.WaitMs);
        gate = new RetryGate(clock, new FakeEntropy { Always = 255 }, 5000);
        gate.Failed(3);
        Assert.AreEqual(3000 + 4999, gate.WaitMs, "spread over the window");
        gate = new RetryGate(clock, new FakeEntropy { Always = 255 }, 5000);
        gate.Failed(30);
        Assert.AreEqual(30000 + 29999, gate.WaitMs, "or over as long again, if that is longer");
    }

    [TestMethod]
    public void RetryAfterIsBoundedAndSoIsTheWindowBehindIt()
    {
        var gate = new RetryGate(new FakeClock(), new FakeEntropy { Always = 0 }, 1);
        gate.Failed(999999999);
        Assert.AreEqual(Limits.RetryAfterMs, gate.WaitMs);
        gate = new RetryGate(new FakeClock(), new FakeEntropy { Always = 255 }, 1);
        gate.Failed(0x7FFFFFFF);
        Assert.AreEqual(Limits.RetryAfterMs + Limits.BackoffMostMs - 1, gate.WaitMs);
    }

    [TestMethod]
    public void EveryAnswerHasTheOutcomeOfTheTable()
    {
        for (int status = 0; status < 600; status++)
        {
            bool accepts = status == 200 || status == 201;
            bool refuses = status == 409 || status == 413 || status == 422;
            Assert.AreEqual(Outcome.Unreachable, Outcome.Of(status, false, false));
            Assert.AreEqual(accepts ? Outcome.Accepted : Outcome.Unreachable, Outcome.Of(status, true, false));
            Assert.AreEqual(refuses ? Outcome.Refused : Outcome.Unreachable, Outcome.Of(status, false, true));
        }
    }
}
