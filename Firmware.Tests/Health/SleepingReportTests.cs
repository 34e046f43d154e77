namespace Sealcam.Tests;

/// <summary>
/// A board that sleeps between its stills, through many boots: wake, capture, ship, report if one is due, stop.
/// </summary>
[TestClass]
public class SleepingReportTests
{
    [TestMethod]
    public void EveryNthBootReportsAndTheOthersDoNotWaitForIt()
    {
        var talk = Sleeping(60000, 180000);
        talk.Info = new WokenBoard();
        for (uint boot = 1; boot <= 7; boot++)
        {
            int before = talk.Link.Reports;
            talk.Clock.UptimeMs = 0;
            talk.Start();
            Awake(talk, 60000);
            Assert.AreEqual(boot % 3 == 0 ? 1 : 0, talk.Link.Reports - before, "boot " + boot);
            Assert.AreEqual(1, talk.Counters.Receipted);
        }

        var view = new HealthView();
        Assert.IsTrue(view.Read(talk.Link.Report));
        Assert.AreEqual(6u, view.BootCount);
        Assert.AreEqual(180u, view.Interval);
        Assert.AreEqual(1u, view.Counters[2], "it leaves behind the still, so it counts it");
    }

    [TestMethod]
    public void ABoardThatWasSwitchedOnReportsInItsFirstBoot()
    {
        var talk = Sleeping(60000, 600000).Start();
        Awake(talk, 60000);
        Assert.AreEqual(1, talk.Link.Reports);
    }

    [TestMethod]
    public void AReportThatTheServerDoesNotTakeIsOwedUntilTheBoardGivesUp()
    {
        var talk = Sleeping(60000, 60000);
        talk.Link.Status = 503;
        talk.Start().Run(30000);
        Assert.AreEqual(1, talk.Counters.Receipted);
        Assert.IsTrue(talk.Agent.OwesReport);
    }

    [TestMethod]
    public void WithoutAHealthPathNothingIsOwed()
    {
        var talk = Sleeping(60000, 60000);
        talk.Settings.HealthPath = null;
        talk.Start();
        Assert.IsFalse(talk.Agent.OwesReport);
        Awake(talk, 60000);
        Assert.IsFalse(talk.Agent.OwesReport);
    }

    /// <summary>As a board's loop does it, up to the sleep.</summary>
    private static void Awake(Talk talk, int mostMs)
    {
        var plan = new SleepPlan(talk.Settings.IntervalMs, true);
        while (!plan.IsTime(talk.Counters.Captured > 0, talk.Agent.Waiting, talk.Agent.OwesReport, false, talk.Clock.UptimeMs))
        {
            Assert.IsTrue(talk.Clock.UptimeMs < mostMs, "awake for too long");
            talk.Run(10);
        }

        talk.Agent.EndCapture();
        Assert.IsTrue(talk.Agent.IsDrained);
        talk.Agent.Stop();
    }

    private static Talk Sleeping(int intervalMs, int healthMs)
    {
        var talk = new Talk(intervalMs);
        talk.Settings.RequestPath = null;
        talk.Settings.HealthPath = "/v1/health";
        talk.Settings.HealthIntervalMs = healthMs;
        talk.Settings.Sleeps = true;
        return talk;
    }

    private sealed class WokenBoard : IBoardInfo
    {
        public int WakeCause => Sealcam.WakeCause.Timer;

        public int HeapFree => BoardInfo.Unknown;

        public int LargestBlock => BoardInfo.Unknown;

        public int SignalDbm => 0;
    }
}
