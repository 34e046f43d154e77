namespace Sealcam.Tests;

[TestClass]
public class EdgeFilterTests
{
    [TestMethod]
    public void AButtonCountsOnceItHasHeldForTheDebounceTime()
    {
        var filter = new EdgeFilter(30, 0);
        filter.See(true, 1000);
        Assert.IsFalse(filter.Take(1029));
        Assert.AreEqual(1, filter.WaitMs(1029));
        Assert.IsTrue(filter.Take(1030));
        Assert.IsFalse(filter.Take(5000));
        Assert.AreEqual(int.MaxValue, filter.WaitMs(5000));
    }

    [TestMethod]
    public void BouncesShorterThanTheDebounceTimeCountForNothing()
    {
        var filter = new EdgeFilter(30, 0);
        for (int t = 0; t < 300; t += 20)
        {
            filter.See(t % 40 == 0, t);
            Assert.IsFalse(filter.Take(t + 19));
        }

        Assert.AreEqual(0, filter.Suppressed);
    }

    [TestMethod]
    public void ALevelThatStaysCountsAgainOnlyAfterItWasGone()
    {
        var filter = new EdgeFilter(0, 0);
        filter.See(true, 10);
        Assert.IsTrue(filter.Take(10));
        filter.See(true, 20);
        Assert.IsFalse(filter.Take(20));
        filter.See(false, 30);
        Assert.IsFalse(filter.Take(30));
        filter.See(true, 40);
        Assert.IsTrue(filter.Take(40));
    }

    [TestMethod]
    public void WithinTheGapATriggerIsSuppressedAndCounted()
    {
        var filter = new EdgeFilter(0, 10000);
        int taken = 0;
        for (int t = 0; t < 60000; t += 500)
        {
            filter.See(t % 1000 == 0, t);
            taken += filter.Take(t) ? 1 : 0;
        }

        Assert.AreEqual(6, taken);
        Assert.AreEqual(54, filter.Suppressed);
    }

    [TestMethod]
    public void ASuppressedTriggerDoesNotLengthenTheGap()
    {
        var filter = new EdgeFilter(0, 1000);
        filter.See(true, 0);
        Assert.IsTrue(filter.Take(0));
        filter.See(false, 100);
        filter.See(true, 900);
        Assert.IsFalse(filter.Take(900));
        filter.See(false, 950);
        filter.See(true, 1000);
        Assert.IsTrue(filter.Take(1000));
    }

    /// <summary>The loop may be in a connect of many seconds while somebody presses the button.</summary>
    [TestMethod]
    public void APressThatIsOverBeforeAnybodyAsksCountsOnce()
    {
        var filter = new EdgeFilter(30, 10000);
        filter.See(true, 1000);
        filter.See(false, 1200);
        Assert.AreEqual(0, filter.WaitMs(9000));
        Assert.IsTrue(filter.Take(9000));
        Assert.IsFalse(filter.Take(9001));
        Assert.AreEqual(int.MaxValue, filter.WaitMs(9001));
        filter.See(true, 30000);
        filter.See(false, 30029);
        Assert.IsFalse(filter.Take(40000), "a bounce");
    }

    [TestMethod]
    public void PressesThatNobodySawAreOneTriggerTogether()
    {
        var filter = new EdgeFilter(30, 0);
        filter.See(true, 1000);
        filter.See(false, 1200);
        filter.See(true, 1400);
        Assert.IsTrue(filter.Take(9000));
        Assert.IsFalse(filter.Take(9100));
        filter.See(false, 9200);
        Assert.IsFalse(filter.Take(9300));
    }
}
