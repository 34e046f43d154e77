namespace Sealcam.Tests;

[TestClass]
public class AgentBootTests
{
    [TestMethod]
    public void WithoutAnIdentityNothingIsCapturedAndItTriesAgain()
    {
        var rig = new Rig(2, 1000, 0, 1000);
        rig.Store.Delete(OrderBook.NewName);
        rig.Start();
        Assert.AreEqual(Limits.BootRetryMs, rig.Step(0));
        rig.Clock.UptimeMs += 4000;
        Assert.AreEqual(Limits.BootRetryMs - 4000, rig.Step(0), "a call before its time does not move the next try");
        rig.Agent.Ask();
        rig.Run(30000);
        Assert.AreEqual(0, rig.Camera.Triggers);
        Assert.IsNull(rig.Agent.DeviceId);
        Assert.AreEqual(0u, rig.Agent.BootCount);
        Assert.IsTrue(rig.Log.Says("no identity"));
        TestIdentity.Put(rig.Store, OrderBook.NewName, TestIdentity.Record(0));
        rig.Run(11000);
        Assert.IsTrue(rig.Camera.Triggers > 0);
        Assert.AreEqual("md7njorflkotdslb5n2mmnlnndaetoeshnq7u3hgnfrc4yhst63a", rig.Agent.DeviceId);
        Assert.AreEqual(1u, rig.Agent.BootCount);
    }

    [TestMethod]
    public void AStoreThatTakesNoCommitMeansNoStill()
    {
        var rig = new Rig(2, 1000, 0, 1000);
        rig.Store.WritesFail = true;
        rig.Start().Run(25000);
        Assert.AreEqual(0, rig.Camera.Triggers);
        Assert.IsTrue(rig.Log.Says("cannot be written"));
        rig.Store.WritesFail = false;
        rig.Run(10000);
        Assert.IsTrue(rig.Camera.Triggers > 0);
    }

    [TestMethod]
    public void AKeyThatIsNoneIsNoIdentityAndNoCrash()
    {
        var rig = new Rig(2, 1000, 0, 1000);
        var record = TestIdentity.Record(0);
        for (int i = 0; i < 32; i++)
        {
            record.Key[i] = 0xFF;
        }

        TestIdentity.Put(rig.Store, OrderBook.NewName, record);
        rig.Start().Run(25000);
        Assert.AreEqual(0, rig.Camera.Triggers);
        Assert.IsTrue(rig.Log.Says("no identity"));
    }

    [TestMethod]
    public void ACleanStopTellsTheNextBootItsLastSequence()
    {
        var rig = new Rig(2, 1000, 3, 1000).Start();
        Assert.IsTrue(rig.Drain(10000));
        Assert.IsFalse(rig.Link.Server.Token.PreviousLastKnown);
        rig.Agent.Stop();
        Assert.AreEqual(int.MaxValue, rig.Step(0));
        rig.Agent.Stop();
        rig.Agent = null;
        rig.Clock.UptimeMs = 0;
        rig.Start();
        Assert.IsTrue(rig.Drain(10000));
        Assert.AreEqual(2u, rig.Link.Server.Token.BootCount);
        Assert.IsTrue(rig.Link.Server.Token.PreviousLastKnown);
        Assert.AreEqual(3u, rig.Link.Server.Token.PreviousLast);
    }

    [TestMethod]
    public void AfterAPowerCutTheLastSequenceIsUnknown()
    {
        var rig = new Rig(2, 1000, 3, 1000).Start();
        Assert.IsTrue(rig.Drain(10000));
        rig.Agent = null;
        rig.Clock.UptimeMs = 0;
        rig.Link.Close();
        Assert.IsTrue(rig.Start().Drain(10000));
        Assert.AreEqual(2u, rig.Link.Server.Token.BootCount);
        Assert.IsFalse(rig.Link.Server.Token.PreviousLastKnown);
    }

    [TestMethod]
    public void WithoutATimeItCapturesAndDoesNotConnect()
    {
        var rig = new Rig(3, 1000, 2, 1000);
        rig.StartWithoutTime().Run(5000);
        Assert.AreEqual(2, rig.Counters.Captured);
        Assert.AreEqual(0, rig.Link.Resolves);
        Assert.IsTrue(rig.Log.Says("waiting for the time"));
        rig.Agent.Clock.Offer(1790000000, WallClock.Operator);
        Assert.IsTrue(rig.Drain(5000));
        Assert.AreEqual(0u, rig.Link.Server.Token.Quality, "sealed before the time was known");
        Assert.IsFalse(rig.Link.Server.Token.Timed);
    }

    [TestMethod]
    public void TheTimeOfAReceiptIsTheBestAndOutlivesACleanStop()
    {
        var rig = new Rig(2, 1000, 2, 1000);
        rig.Link.Server.Time = 1790080000;
        Assert.IsTrue(rig.Start().Drain(10000));
        Assert.AreEqual(WallClock.Receipt, rig.Agent.Clock.Quality);
        Assert.AreEqual((uint)WallClock.Receipt, rig.Link.Server.Token.Quality);
        Assert.IsTrue(rig.Link.Server.Token.Iat >= 1790080000u);
        rig.Agent.Stop();
        rig.Agent = null;
        rig.StartWithoutTime().Step(0);
        Assert.AreEqual(WallClock.Stored, rig.Agent.Clock.Quality);
        Assert.IsTrue(rig.Agent.Clock.UnixSeconds >= 1790080000);
    }

    [TestMethod]
    public void AReceiptWhoseTimeIsInDoubtIsNotRecorded()
    {
        var rig = new Rig(2, 1000, 2, 1000);
        rig.Link.Server.Time = 1990000000;
        Assert.IsTrue(rig.Start().Drain(10000));
        Assert.AreEqual(WallClock.Receipt, rig.Agent.Clock.Quality);
        rig.Agent.Stop();
        rig.Agent = null;
        rig.StartWithoutTime().Step(0);
        Assert.AreEqual(WallClock.None, rig.Agent.Clock.Quality, "the next boot could not connect under it");
    }

    [TestMethod]
    public void WithoutANetworkItSaysSoOnceAndKeepsCapturing()
    {
        var rig = new Rig(3, 1000, 3, 1000);
        rig.Link.IsUp = false;
        rig.Start().Run(60000);
        Assert.AreEqual(3, rig.Counters.Captured);
        Assert.IsTrue(rig.Log.Says("waiting for the network"));
        Assert.AreEqual(1, rig.Log.Count[LogLevel.Warning]);
        rig.Link.IsUp = true;
        Assert.IsTrue(rig.Drain(5000));
        Assert.AreEqual(3, rig.Counters.Receipted);
    }

    [TestMethod]
    public void WhatIsAskedBeforeTheFirstStepIsCaptured()
    {
        var rig = new Rig(2, 1000, 0, 0).Start();
        rig.Agent.Ask();
        rig.Run(5000);
        Assert.AreEqual(1, rig.Counters.Receipted, rig.Story());
    }

    [TestMethod]
    public void WhatIsAskedBeforeThereIsAnIdentityIsCapturedOnce()
    {
        var rig = new Rig(2, 1000, 0, 0);
        rig.Store.Delete(OrderBook.NewName);
        rig.Start().Run(1000);
        rig.Agent.Ask();
        TestIdentity.Put(rig.Store, OrderBook.NewName, TestIdentity.Record(0));
        rig.Run(30000);
        Assert.AreEqual(1, rig.Counters.Receipted, rig.Story());
        Assert.AreEqual(1, rig.Camera.Triggers);
    }

    [TestMethod]
    public void AnEndBeforeTheFirstStepMeansNoStill()
    {
        var rig = new Rig(2, 1000, 0, 1000).Start();
        rig.Agent.EndCapture();
        rig.Run(5000);
        Assert.AreEqual(0, rig.Camera.Triggers);
        Assert.IsTrue(rig.Agent.IsDrained);
    }

    [TestMethod]
    public void AStopInTheMiddleOfAStillFreesTheSensor()
    {
        var rig = new Rig(2, 5000, 0, 1000).Start();
        for (int i = 0; i < 5000 && !rig.Camera.Still.IsLeased; i++)
        {
            rig.Step(5);
        }

        Assert.IsTrue(rig.Camera.Still.IsLeased);
        rig.Agent.Stop();
        Assert.IsFalse(rig.Camera.Still.IsLeased);
        Assert.AreEqual(0, rig.Counters.Captured);
        rig.Agent = null;
        var next = new OrderBook(rig.Store, rig.Log);
        Assert.IsTrue(next.Open());
        Assert.AreEqual(0u, next.PreviousLast, "it had no sequence yet");
    }

    [TestMethod]
    public void ARandomSourceThatThrowsLosesNothing()
    {
        var rig = new Rig(3, 1000, 6, 5000);
        rig.Entropy.Throws = 3;
        rig.Link.Script(Answer.Failed, Answer.Failed);
        Assert.IsTrue(rig.Start().Drain(600000), rig.Story());
        Assert.AreEqual(6, rig.Counters.Receipted);
        Assert.AreEqual(0, rig.Counters.Dropped);
        Assert.AreEqual(0, rig.Entropy.Throws);
        Assert.IsTrue(rig.Log.Says("the random source failed: no answer from the generator"));
    }

    [TestMethod]
    public void AFailedRandomSourceIsNotGoodAndIsLeftAlone()
    {
        var source = new FakeEntropy { Throws = 1 };
        var clock = new FakeClock();
        var entropy = new WatchedEntropy(source, clock, new CollectingLog());
        byte[] a = new byte[8], b = new byte[8];
        Assert.IsTrue(entropy.IsGood);
        entropy.Fill(a, 0, 8);
        Assert.IsFalse(entropy.IsGood);
        entropy.Fill(b, 0, 8);
        Assert.AreEqual(1, source.Calls);
        Assert.IsFalse(BigEndian.Same(a, 0, b, 0, 8), "retries of a fleet must still be spread");
        clock.UptimeMs += Limits.EntropyRetryMs;
        Assert.IsTrue(entropy.IsGood);
        entropy.Fill(b, 0, 8);
        Assert.AreEqual(2, source.Calls);
    }

    [TestMethod]
    public void NoLineOfTheLogHoldsTheKey()
    {
        var rig = new Rig(2, 1000, 2, 1000);
        rig.Link.Script(Answer.Failed, Answer.Unsigned);
        Assert.IsTrue(rig.Start().Drain(60000));
        Assert.IsFalse(rig.Log.Says(TestIdentity.Key.Substring(0, 8)));
    }
}
