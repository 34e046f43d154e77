namespace Sealcam.Tests;

/// <summary>
/// The whole agent with storage: what <see cref="Uplink.IsHealthy"/> and the hybrid outbox make of the weather.
/// </summary>
[TestClass]
public class StorageRunTests
{
    private const int Kept = 2;

    [TestMethod]
    public void ARunInGoodWeatherWritesNoFlashForStills()
    {
        var rig = Start(20, 10000);
        Assert.IsTrue(rig.Drain(400000), rig.Story());
        Assert.AreEqual(0, rig.Files.Creates, rig.Story());
        Assert.AreEqual(0, rig.Files.Deletes);
        Assert.AreEqual(1, rig.Link.Connected);
    }

    [TestMethod]
    public void AReconnectInTimeWritesNone()
    {
        var rig = Start(6, 10000);
        rig.Link.Script(Answer.Receipt, Answer.CloseAfterStill, Answer.Receipt, Answer.Closing);
        Assert.IsTrue(rig.Drain(400000), rig.Story());
        Assert.AreEqual(0, rig.Files.Creates, rig.Story());
    }

    [TestMethod]
    public void WhatAnOutageLeavesOnStorageTheNextBootShips()
    {
        var rig = Start(Kept, 1000);
        rig.Link.IsUp = false;
        rig.Run(30000);
        Assert.AreEqual(Kept, rig.Files.Count);
        Assert.AreEqual(0, rig.Counters.Receipted);
        rig.Link.IsUp = true;
        rig.Settings.StillLimit = 1;
        rig.Agent = null;  // two at a time are more than the emulator's 64 KB hold
        rig.Start();  // power went, and is back
        bool drained = rig.Drain(60000);
        Assert.IsTrue(drained, drained ? "" : rig.Story());  // the story takes memory that the emulator may not have
        Assert.AreEqual(Kept, rig.Counters.Recovered);
        Assert.AreEqual(Kept + 1, rig.Counters.Receipted);
        Assert.AreEqual(0, rig.Link.Server.Bad);
        Assert.AreEqual(0, rig.Files.Count);
    }

    [TestMethod]
    public void AServerThatAnswersWrongIsNotHealthy()
    {
        int[] answers = { Answer.NoReceipt, Answer.Failed, Answer.Mute, Answer.ConnectThrows, Answer.BreakMidStill };
        foreach (int answer in answers)
        {
            AssertNotHealthy(answer);
        }
    }

    [TestMethod]
    public void ARefusalIsHealthy()
    {
        var rig = Start(2, 1000);
        rig.Link.Script(Answer.Conflict, Answer.Unsigned, Answer.Unsigned, Answer.Unsigned);
        rig.Run(30000);
        Assert.AreEqual(0, rig.Files.Creates, rig.Story());
        rig.Agent.Stop();
        Assert.AreEqual(2, rig.Files.Count, "both are tried once more by the next boot");
    }

    [TestMethod]
    public void AFactoryResetLeavesNeitherIdentityNorStills()
    {
        var rig = Start(Kept, 1000);
        rig.Link.IsUp = false;
        rig.Run(30000);
        Assert.IsTrue(rig.Agent.Reset());
        Assert.AreEqual(0, rig.Files.Count);
        Assert.IsNull(rig.Store.Get(OrderBook.NameA));
        Assert.IsNull(rig.Store.Get(OrderBook.NameB));
        Assert.IsNull(rig.Store.Get(FactoryReset.MarkName));
        rig.Agent = null;
        rig.Start();
        rig.Run(30000);
        Assert.IsNull(rig.Agent.DeviceId);
        Assert.IsTrue(rig.Log.Says("no identity"));
    }

    /// <summary>In a method of its own, so that one rig at a time is in memory.</summary>
    private static void AssertNotHealthy(int answer)
    {
        var rig = Start(1, 1000);
        rig.Link.Script(answer, answer, answer, answer, answer, answer, answer, answer, answer, answer, answer, answer);
        rig.Run(45000);
        Assert.AreEqual(1, rig.Files.Count, "answer " + answer + ": " + rig.Story());
    }

    private static Rig Start(int stills, int intervalMs)
    {
        var rig = new Rig(2, 700, stills, intervalMs) { Files = new FakeFiles() };
        rig.Settings.StorageStills = 8;
        return rig.Start();
    }
}
