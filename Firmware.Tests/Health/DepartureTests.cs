namespace Sealcam.Tests;

[TestClass]
public class DepartureTests
{
    [TestMethod]
    public void NobodyLeavesWithoutAReason()
    {
        var departure = new Departure(1000);
        Assert.IsFalse(departure.IsTime(true, 1000000));
        Assert.IsNull(departure.Why);
    }

    [TestMethod]
    public void ItIsTimeOnceEverythingIsShipped()
    {
        var departure = new Departure(20000);
        Assert.IsTrue(departure.Begin("sleep", 5000));
        Assert.IsFalse(departure.IsTime(false, 5001));
        Assert.IsTrue(departure.IsTime(true, 5002));
        Assert.IsFalse(departure.IsTime(true, 5003));
    }

    [TestMethod]
    public void ItIsTimeWhenTheGraceIsOverWhateverIsKept()
    {
        var departure = new Departure(20000);
        departure.Begin("memory", 5000);
        Assert.IsFalse(departure.IsTime(false, 24999));
        Assert.IsTrue(departure.IsTime(false, 25000));
    }

    [TestMethod]
    public void TheFirstReasonStaysAndASecondDoesNotProlong()
    {
        var departure = new Departure(20000);
        departure.Begin("memory", 0);
        Assert.IsFalse(departure.Begin("sleep", 19000));
        Assert.AreEqual("memory", departure.Why);
        Assert.IsTrue(departure.IsTime(false, 20000));
    }
}
