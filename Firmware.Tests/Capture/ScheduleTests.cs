namespace Sealcam.Tests;

[TestClass]
public class ScheduleTests
{
    [TestMethod]
    public void TheFirstStillIsDueAtOnceAndTheNextAnIntervalLater()
    {
        var schedule = new Schedule(1000, 5000);
        Assert.AreEqual(0, schedule.WaitMs(5000));
        schedule.Started(5000);
        Assert.AreEqual(1000, schedule.WaitMs(5000));
        Assert.AreEqual(1, schedule.WaitMs(5999));
        Assert.AreEqual(0, schedule.WaitMs(6000));
    }

    [TestMethod]
    public void ALateStartDoesNotMoveTheGrid()
    {
        var schedule = new Schedule(1000, 0);
        schedule.Started(0);
        schedule.Started(1300);
        Assert.AreEqual(700, schedule.WaitMs(1300));
    }

    [TestMethod]
    public void AfterALongFreezeOneLateStillFollowsAndNoBurst()
    {
        var schedule = new Schedule(1000, 0);
        schedule.Started(0);
        Assert.AreEqual(0, schedule.WaitMs(3600000));
        schedule.Started(3600000);
        Assert.AreEqual(1000, schedule.WaitMs(3600000));
        schedule.Started(3601000 + 9999);
        Assert.AreEqual(1, schedule.WaitMs(3601000 + 9999));
    }

    [TestMethod]
    public void AnAskedStillIsDueAtOnceAndLeavesTheGridAlone()
    {
        var schedule = new Schedule(1000, 0);
        schedule.Started(0);
        schedule.Ask();
        Assert.AreEqual(0, schedule.WaitMs(400));
        schedule.Started(400);
        Assert.AreEqual(600, schedule.WaitMs(400));
    }

    [TestMethod]
    public void WithoutAnIntervalOnlyAskingHelps()
    {
        var schedule = new Schedule(0, 0);
        Assert.AreEqual(int.MaxValue, schedule.WaitMs(1L << 40));
        schedule.Ask();
        Assert.AreEqual(0, schedule.WaitMs(5));
        schedule.Started(5);
        Assert.AreEqual(int.MaxValue, schedule.WaitMs(5));
    }

    [TestMethod]
    public void TheLongestIntervalAndUptimeFit()
    {
        var schedule = new Schedule(int.MaxValue, 0);
        schedule.Started(0);
        Assert.AreEqual(int.MaxValue, schedule.WaitMs(0));
        schedule.Started(1L << 50);
        int wait = schedule.WaitMs(1L << 50);
        Assert.IsTrue(wait > 0);
    }
}
