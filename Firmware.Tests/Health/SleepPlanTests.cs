namespace Sealcam.Tests;

[TestClass]
public class SleepPlanTests
{
    [TestMethod]
    public void ABoardThatWokeByItselfSleepsOnceItsStillIsShipped()
    {
        var plan = new SleepPlan(600000, true);
        Assert.IsFalse(plan.IsTime(false, 0, false, 5000));
        Assert.IsFalse(plan.IsTime(true, 1, false, 8000));
        Assert.IsTrue(plan.IsTime(true, 0, false, 9000));
    }

    [TestMethod]
    public void ABoardThatWasSwitchedOnWaitsForATechnician()
    {
        var plan = new SleepPlan(600000, false);
        Assert.IsFalse(plan.IsTime(true, 0, false, SleepPlan.ByHandMs - 1));
        Assert.IsTrue(plan.IsTime(true, 0, false, SleepPlan.ByHandMs));
        Assert.IsFalse(plan.IsTime(true, 0, true, SleepPlan.ByHandMs + 100000));
    }

    [TestMethod]
    public void WithoutAServerTheBatteryCountsForMore()
    {
        var plan = new SleepPlan(600000, true);
        Assert.IsFalse(plan.IsTime(true, 3, false, SleepPlan.AwakeMostMs - 1));
        Assert.IsTrue(plan.IsTime(true, 3, false, SleepPlan.AwakeMostMs));
        Assert.IsTrue(plan.IsTime(false, 0, false, SleepPlan.AwakeMostMs));
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
