using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Fleets.Plot;
using Sealcam.Fleets.Storm;
using Sealcam.Fleets.World;

namespace Sealcam.Fleets.Tests;

/// <summary>
/// Smaller fleets than that of <c>sealcam fleet storm</c>, by the same rules. A second has too few attempts of theirs for
/// its peak to mean much, so in long outages the peak is that of five seconds.
/// </summary>
[TestClass]
public class StormTests
{
    private const int Cameras = 1000, Wide = 5;

    [TestMethod]
    public void AfterTenMinutesWithoutAServerTheyComeBackEvenlyWithinTheBound() => AssertHolds(Scenarios.Outage(600_000), Wide);

    [TestMethod]
    public void AfterTenMinutesWithoutANetworkTheyComeBackEvenlyWithinTheBound() => AssertHolds(Scenarios.Silence(600_000), Wide);

    [TestMethod]
    public void AfterABlipTheyComeBackEvenlyWithinTheBound()
    {
        Recovery run = AssertHolds(Scenarios.Blip(2000), 1);
        Assert.IsTrue(run.Failed > Cameras * 0.35 && run.Failed < Cameras * 0.45, $"2 of 5 s come too early: {run.Failed}");
        Assert.AreEqual(Cameras + run.Failed, run.Attempts, "nobody tries twice in a window");
    }

    [TestMethod]
    public void AServerThatHasShortenedTheWindowHasThemBackSooner()
    {
        Recovery told = AssertHolds(Scenarios.ToldBlip(2000), 1), own = StormRun.Run(Scenarios.Blip(2000), Cameras, 1);
        Assert.IsLessThan(own.AllSeconds / 2, told.AllSeconds);
    }

    [TestMethod]
    public void NobodyComesBeforeRetryAfterAndNotAllComeRightAfterIt()
    {
        Recovery run = AssertHolds(Scenarios.Overload(600_000), Wide);
        // Polls of 2 s were open when it began; each is answered 503 when the next one is asked.
        Assert.AreEqual(0, run.PerSecond.Take(60).Sum(), "somebody connected before Retry-After was over");
        Assert.IsLessThan(Cameras / 20, run.PerSecond.Max());
    }

    [TestMethod]
    public void AfterAPowerCutTheFirstConnectsAreSpread()
    {
        Recovery run = AssertHolds(Scenarios.Power(), 1);
        Assert.IsLessThan(Cameras * 3 / 10, run.Peak);
    }

    [TestMethod]
    public void AServerThatManagesFewHandshakesGetsThemAllBack()
    {
        // A third of what comes in the first window.
        AssertHolds(Scenarios.Slow(2000, 60, Cameras), 1);
    }

    [TestMethod]
    [DataRow("outage")]
    [DataRow("blip")]
    [DataRow("overload")]
    public void WithTheSameDiceInEveryCameraNothingOfThisHolds(string name)
    {
        Scenario scenario = Scenarios.All(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(2), 1000, 200).Single(one => one.Name == name);
        Recovery run = StormRun.Run(scenario, 200, 1, _ => new SeededEntropy(7));
        Assert.AreEqual(200, run.Back);
        Assert.IsGreaterThan(Recovery.MostRatio, run.RatioOver(1));
    }

    [TestMethod]
    public void TheSameSeedGivesTheSameFiguresAndAnotherOneOthers()
    {
        Recovery first = StormRun.Run(Scenarios.Blip(2000), 300, 5), second = StormRun.Run(Scenarios.Blip(2000), 300, 5);
        CollectionAssert.AreEqual(first.PerSecond, second.PerSecond);
        Assert.AreEqual(first.AllSeconds, second.AllSeconds);
        CollectionAssert.AreNotEqual(first.PerSecond, StormRun.Run(Scenarios.Blip(2000), 300, 6).PerSecond);
    }

    [TestMethod]
    public void ThePlotHasAPanelForEachRun()
    {
        Recovery[] runs = [StormRun.Run(Scenarios.Blip(2000), 100, 1), StormRun.Run(Scenarios.Power(), 100, 1)];
        XDocument svg = XDocument.Parse(StormPlot.Draw(runs));
        string[] words = [.. svg.Descendants().Where(one => one.Name.LocalName == "text").Select(one => one.Value)];
        foreach (Recovery run in runs)
        {
            CollectionAssert.Contains(words, run.Scenario.Title);
        }
    }

    private static Recovery AssertHolds(Scenario scenario, int seconds)
    {
        Recovery run = StormRun.Run(scenario, Cameras, 1);
        Assert.AreEqual(scenario.Trouble == Trouble.Power ? 0 : Cameras, run.Connected, "they must lose it together");
        Assert.AreEqual(Cameras, run.Back);
        Assert.AreEqual(0, run.Owed);
        Assert.IsLessThanOrEqualTo(scenario.BoundMs / 1000.0, run.AllSeconds);
        Assert.IsTrue(scenario.IsChoked || run.RatioOver(seconds) < Recovery.MostRatio, $"peak over average: {run.RatioOver(seconds)}");
        return run;
    }
}
