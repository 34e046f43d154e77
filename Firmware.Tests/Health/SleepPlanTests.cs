namespace Sealcam.Tests;

[TestClass]
public class SleepPlanTests
{
    [TestMethod]
    public void ABoardThatWokeByItselfSleepsOnceItsStillIsShipped()
    {
        var plan = new SleepPlan(600000, true);
        Assert.IsFalse(plan.IsTime(false, 0, false, false, 5000));
        Assert.IsFalse(plan.IsTime(true, 1, false, false, 8000));
        Assert.IsTrue(plan.IsTime(true, 0, false, false, 9000));
    }

    [TestMethod]
    public void ABoardThatOwesAReportStaysUntilItIsTakenButNotForEver()
    {
        var plan = new SleepPlan(600000, true);
        Assert.IsFalse(plan.IsTime(true, 0, true, false, 9000));
        Assert.IsFalse(plan.IsTime(true, 0, true, false, SleepPlan.AwakeMostMs - 1));
        Assert.IsTrue(plan.IsTime(true, 0, true, false, SleepPlan.AwakeMostMs));
    }

    [TestMethod]
    public void ReportsAreCountedInBoots()
    {
        var reports = new SleepReports(60000, 300000);
        Assert.AreEqual(5u, reports.EveryBoots);
        Assert.AreEqual(300000, reports.IntervalMs);
        int due = 0;
        for (uint boot = 101; boot <= 120; boot++)
        {
            due += reports.IsDue(boot, WakeCause.Timer) ? 1 : 0;
        }

        Assert.AreEqual(4, due);
        Assert.IsTrue(reports.IsDue(101, WakeCause.PowerOn));
        Assert.IsTrue(reports.IsDue(101, WakeCause.Unknown));
        Assert.IsFalse(reports.IsDue(101, WakeCause.Pin));
    }

    [TestMethod]
    public void AnIntervalBetweenTwoWakingsCountsAsTheNextWaking()
    {
        var reports = new SleepReports(600000, 300000);
        Assert.AreEqual(1u, reports.EveryBoots);
        Assert.AreEqual(600000, reports.IntervalMs);
        reports = new SleepReports(60000, 90000);
        Assert.AreEqual(2u, reports.EveryBoots);
        Assert.AreEqual(120000, reports.IntervalMs);
    }

    [TestMethod]
    public void ABoardThatOnlyItsPinWakesReportsAtEachWakingAndOnceADay()
    {
        var reports = new SleepReports(0, 300000);
        Assert.AreEqual(1u, reports.EveryBoots);
        Assert.AreEqual(SleepReports.PinOnlyMs, reports.IntervalMs);
        Assert.IsTrue(reports.IsDue(7, WakeCause.Pin));
        Assert.IsTrue(reports.MakesStill(WakeCause.Pin));
        Assert.IsFalse(reports.MakesStill(WakeCause.Timer));
    }

    [TestMethod]
    public void ABoardThatWasSwitchedOnWaitsForATechnician()
    {
        var plan = new SleepPlan(600000, false);
        Assert.IsFalse(plan.IsTime(true, 0, false, false, SleepPlan.ByHandMs - 1));
        Assert.IsTrue(plan.IsTime(true, 0, false, false, SleepPlan.ByHandMs));
        Assert.IsFalse(plan.IsTime(true, 0, false, true, SleepPlan.ByHandMs + 100000));
    }

    [TestMethod]
    public void WithoutAServerTheBatteryCountsForMore()
    {
        var plan = new SleepPlan(600000, true);
        Assert.IsFalse(plan.IsTime(true, 3, false, false, SleepPlan.AwakeMostMs - 1));
        Assert.IsTrue(plan.IsTime(true, 3, false, false, SleepPlan.AwakeMostMs));
        Assert.IsTrue(plan.IsTime(false, 0, false, false, SleepPlan.AwakeMostMs));
    }

    [TestMethod]
    public void WakingAndSleepingKeepsTheInterval()
    {
        var plan = new SleepPlan(600000, true);
        Assert.AreEqual(591000L, plan.SleepMs(9000));
        Assert.AreEqual(599000L, plan.SleepMs(601000));
    }

    [TestMethod]
    public void ANapTooShortForABootIsLeftOut()
    {
        var plan = new SleepPlan(60000, true);
        Assert.AreEqual((long)SleepPlan.SleepLeastMs, plan.SleepMs(60000 - SleepPlan.SleepLeastMs));
        Assert.AreEqual(60000L + SleepPlan.SleepLeastMs - 1, plan.SleepMs(60000 - SleepPlan.SleepLeastMs + 1));
    }

    [TestMethod]
    public void WithoutAnIntervalNoTimerWakesTheBoard()
    {
        Assert.AreEqual(0L, new SleepPlan(0, true).SleepMs(1000));
    }
}
