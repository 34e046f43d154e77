namespace Sealcam.Tests;

[TestClass]
public class BackoffTests
{
    [TestMethod]
    public void TheFirstRetryIsSpreadOverTheWindowAndTheBoundThenDoubles()
    {
        var backoff = new Backoff(5000);
        int[] bounds = { 5000, 1000, 2000, 4000, 8000, 16000, 32000, 64000, 120000, 120000, 120000 };
        for (int i = 0; i < bounds.Length; i++)
        {
            Assert.AreEqual(bounds[i] - 1, backoff.Failed(0xFFFFFFFF), "try " + i);
        }

        backoff.Succeeded();
        Assert.AreEqual(4999, backoff.Failed(0xFFFFFFFF));
    }

    [TestMethod]
    public void TheWaitIsUniformOverTheBound()
    {
        var dice = new Dice(9);
        var counts = new int[8];
        for (int i = 0; i < 1600; i++)
        {
            var backoff = new Backoff(8000);
            int wait = backoff.Failed(dice.Next());
            Assert.IsTrue(wait >= 0 && wait < 8000);
            counts[wait / 1000]++;
        }

        for (int i = 0; i < 8; i++)
        {
            Assert.IsTrue(counts[i] > 140 && counts[i] < 260, "of 1,600, 200 are expected in each eighth: " + counts[i]);
        }

        Assert.AreEqual(0, new Backoff(8000).Failed(0));
        Assert.AreEqual(4000, new Backoff(8000).Failed(0x80000000));
    }

    [TestMethod]
    public void TheServerShortensTheWindowAndCannotLengthenIt()
    {
        var backoff = new Backoff(5000);
        backoff.Shorten(1000);
        Assert.AreEqual(999, backoff.Failed(0xFFFFFFFF));
        backoff.Succeeded();
        backoff.Shorten(0xFFFFFFFF);
        Assert.AreEqual(4999, backoff.Failed(0xFFFFFFFF));
        backoff.Succeeded();
        backoff.Shorten(0);
        Assert.AreEqual(0, backoff.Failed(0xFFFFFFFF));
    }

    [TestMethod]
    public void AWindowOfNothingIsAMillisecond()
    {
        Assert.AreEqual(0, new Backoff(0).Failed(0xFFFFFFFF));
        Assert.AreEqual(0, new Backoff(-5).Failed(0xFFFFFFFF));
    }

    [TestMethod]
    public void TheGateHoldsForTheLongestOfBackoffAndRetryAfter()
    {
        var clock = new FakeClock { UptimeMs = 1L << 33 };
        var gate = new RetryGate(clock, new FakeEntropy { Always = 0 }, 5000);
        Assert.AreEqual(0, gate.WaitMs);
        gate.Failed(7);
        Assert.AreEqual(7000, gate.WaitMs);
        clock.UptimeMs += 6999;
        Assert.AreEqual(1, gate.WaitMs);
        clock.UptimeMs += 2;
        Assert.AreEqual(0, gate.WaitMs);
        gate = new RetryGate(clock, new FakeEntropy { Always = 255 }, 5000);
        gate.Failed(3);
        Assert.AreEqual(4999, gate.WaitMs);
        gate.Failed(0);
        Assert.AreEqual(4999, gate.WaitMs, "a later failure does not shorten a wait that runs");
        gate.Succeeded();
        Assert.AreEqual(0, gate.WaitMs);
    }

    [TestMethod]
    public void RetryAfterIsBounded()
    {
        var gate = new RetryGate(new FakeClock(), new FakeEntropy(), 1);
        gate.Failed(999999999);
        Assert.AreEqual(Limits.RetryAfterMs, gate.WaitMs);
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
