namespace Sealcam.Tests;

/// <summary>Capture with its faults, through a whole agent whose link has no network.</summary>
[TestClass]
public class CaptureStageTests
{
    [TestMethod]
    public void EveryKindOfShotIsEitherKeptOrRefusedWithAReason()
    {
        for (int shot = 0; shot < Shot.Kinds; shot++)
        {
            OneShot(shot);
        }
    }

    [TestMethod]
    public void AfterEveryFaultTheNextStillIsGoodAndSequencesHaveNoGap()
    {
        var rig = new Rig(2, 1000, 0, 60000);
        var shots = new int[Shot.Kinds];
        int good = 0;
        for (int i = 0; i < shots.Length; i++)
        {
            shots[i] = i;
            good += Shot.IsStill(i) ? 1 : 0;
        }

        rig.Camera.Script(shots);
        rig.Start().Run(60000 * (shots.Length + 1) - 1);
        Assert.AreEqual(good + 1, rig.Counters.Captured);
        Assert.IsTrue(rig.AllReceipted(good + 1));
        Assert.AreEqual(0, rig.Negative);
    }

    [TestMethod]
    public void AFrozenBoardCapturesOneLateStillAndNoBurst()
    {
        var rig = Offline(3, 1000, 1000);
        rig.Run(500);
        Assert.AreEqual(1, rig.Camera.Triggers);
        rig.Clock.UptimeMs = 100000;
        rig.Run(900);
        Assert.AreEqual(2, rig.Camera.Triggers);
        rig.Run(1000);
        Assert.AreEqual(3, rig.Camera.Triggers);
    }

    [TestMethod]
    public void AStillOutlastsAFreezeInTheMiddleOfIt()
    {
        var rig = Offline(2, 6000, 600000);
        while (rig.Camera.Still.Reads == 0)
        {
            rig.Step(1000);
        }

        rig.Clock.UptimeMs += 2 * Limits.CaptureTimeoutMs;  // a handshake that took its time
        rig.Run(1000);
        Assert.AreEqual(1, rig.Counters.Captured, rig.Story());
        Assert.AreEqual(0, rig.Counters.CameraFaults);
    }

    [TestMethod]
    public void ASensorThatNeverDeliversCostsOneFaultAnInterval()
    {
        var rig = Offline(3, 1000, 60000);
        rig.Camera.Script(Shot.NeverReady, Shot.Stalls);
        rig.Run(59000);
        Assert.AreEqual(1, rig.Counters.CameraFaults);
        Assert.IsTrue(rig.Log.Says("nothing from the sensor"));
        rig.Run(60000);
        Assert.AreEqual(2, rig.Counters.CameraFaults);
        Assert.IsTrue(rig.Log.Says("stopped in the middle"));
        Assert.IsTrue(rig.Steps < 40000);
    }

    [TestMethod]
    public void AFullOutboxDropsAndSaysSoInTheNextToken()
    {
        var rig = Offline(3, 1000, 1000);
        rig.Run(4900);
        Assert.AreEqual(5, rig.Counters.Captured);
        Assert.AreEqual(2, rig.Counters.Dropped);
        Assert.AreEqual(3, rig.Agent.Waiting);
        rig.Agent.EndCapture();
        rig.Entropy.Always = 0;  // connects at once, at the first moment of its window
        rig.Link.IsUp = true;
        rig.Run(900);
        Assert.AreEqual(2u, rig.Link.Server.Token.Dropped);
        Assert.AreEqual(5u, rig.Link.Server.Token.Sequence);
        Assert.AreEqual(0, rig.Link.Server.Bad);
        Assert.IsTrue(!rig.AllReceipted(1) && rig.Link.Server.Receipts[3] == 1);
    }

    [TestMethod]
    public void ARefusedNewestConsumesItsSequence()
    {
        var rig = new Rig(2, 1000, 0, 1000);
        rig.Settings.RefuseNewest = true;
        rig.Link.IsUp = false;
        rig.Start().Run(3100);
        Assert.AreEqual(4, rig.Counters.Captured);
        Assert.AreEqual(2, rig.Counters.Dropped);
        Assert.AreEqual(2, rig.Agent.Waiting);
        rig.Entropy.Always = 0;
        rig.Link.IsUp = true;
        rig.Run(1500);
        Assert.IsTrue(rig.Link.Server.Receipts[1] == 1 && rig.Link.Server.Receipts[2] == 1 && rig.Link.Server.Receipts[3] == 0);
        Assert.AreEqual(5u, rig.Link.Server.Token.Sequence);
        Assert.AreEqual(2u, rig.Link.Server.Token.Dropped);
    }

    [TestMethod]
    public void AskingCapturesAtOnceAndWithoutAnIntervalOnlyThen()
    {
        var rig = Offline(3, 1000, 0);
        rig.Run(5000);
        Assert.AreEqual(0, rig.Camera.Triggers);
        rig.Agent.Ask();
        rig.Run(100);
        Assert.AreEqual(1, rig.Counters.Captured);
        Assert.IsTrue(rig.Step(1000) > 0);
    }

    [TestMethod]
    public void FrameAgeIsFromTheEndOfTheExposureAndSaturates()
    {
        var rig = Offline(3, 3000, 200000);
        rig.Run(1000);
        rig.Link.IsUp = true;
        rig.Run(7000);
        Assert.IsTrue(rig.Link.Server.Token.FrameAge < 50);
        while (rig.Camera.Still.Reads < 2)
        {
            rig.Step(1000);
        }

        rig.Clock.UptimeMs += 70000;  // between reading and sealing
        rig.Run(7000);
        Assert.AreEqual(65535u, rig.Link.Server.Token.FrameAge);
    }

    [TestMethod]
    public void EndingTheCaptureFinishesTheStillInTheMaking()
    {
        var rig = Offline(3, 1000, 1000);
        rig.Step(1);
        rig.Agent.EndCapture();
        rig.Run(5000);
        Assert.AreEqual(1, rig.Counters.Captured);
        Assert.IsFalse(rig.Agent.IsDrained);
        rig.Link.IsUp = true;
        Assert.IsTrue(rig.Drain(10000));
    }

    private static void OneShot(int shot)
    {
        var rig = Offline(2, 5000, 60000);
        rig.Camera.Script(shot);
        rig.Run(50000);
        Assert.AreEqual(Shot.IsStill(shot) ? 1 : 0, rig.Counters.Captured, "shot " + shot);
        Assert.AreEqual(Shot.IsFault(shot) ? 1 : 0, rig.Counters.CameraFaults, "shot " + shot);
        Assert.AreEqual(Shot.IsStill(shot) || Shot.IsFault(shot) ? 0 : 1, rig.Counters.RefusedByAgent, "shot " + shot);
        Assert.AreEqual(rig.Counters.Captured, rig.Agent.Waiting);
        Assert.IsTrue(Shot.IsStill(shot) || rig.Log.Says("capture: "), "shot " + shot + " gave no reason");
        Assert.IsFalse(rig.Camera.Still.IsLeased, "shot " + shot + " was not released");
    }

    private static Rig Offline(int blocks, int stillBytes, int intervalMs)
    {
        var rig = new Rig(blocks, stillBytes, 0, intervalMs);
        rig.Link.IsUp = false;
        return rig.Start();
    }
}
