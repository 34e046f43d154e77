using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Cuts.Cases;
using Sealcam.Cuts.World;

namespace Sealcam.Cuts.Tests;

/// <summary>A sample of what <c>Sealcam.Cuts</c> runs in full. A failure names the ids that replay it.</summary>
[TestClass]
public class CutTests
{
    [TestMethod]
    public void TheScenarioHoldsWithoutACut()
    {
        foreach (Setup setup in Setup.All)
        {
            Result result = Case.Line(setup).Run();
            Assert.IsEmpty(result.Faults, string.Join("; ", result.Faults));
            Assert.AreEqual(0, result.Cuts);
            Assert.IsTrue(result.Figures.AllTold);
        }
    }

    [TestMethod]
    public void TheScenarioKeepsShipsDropsAndDeclares()
    {
        Result hybrid = Case.Line(Setup.All.Single(setup => setup.Name == "hybrid")).Run();
        Assert.IsGreaterThan(20, hybrid.Figures.Kept);
        Assert.IsGreaterThan(5, hybrid.Figures.Lost, "the scenario overfills storage");
        Assert.AreEqual(hybrid.Figures.Lost, hybrid.Figures.Declared);
    }

    [TestMethod]
    public void ACutAtAnyCallLosesNothingUnsaid() => AssertHold(Suites.Line().Where((_, i) => i % 17 == 0));

    [TestMethod]
    public void PairsOfCutsLoseNothingUnsaid() => AssertHold(Suites.Pairs(150));

    [TestMethod]
    public void RandomLivesLoseNothingUnsaid() => AssertHold(Suites.Seeds(1_000_001, 300));

    [TestMethod]
    [DataRow("line.hybrid.40.b")]
    [DataRow("pair.files.31.i.7.a")]
    [DataRow("seed.77")]
    public void AnIdRepeatsItsCase(string id)
    {
        Case one = Case.Parse(id);
        List<string> first = [], second = [];
        Assert.AreEqual(id, one.Id);
        one.Run(first.Add);
        Case.Parse(id).Run(second.Add);
        CollectionAssert.AreEqual(first, second);
        Assert.IsGreaterThan(20, first.Count);
    }

    private static void AssertHold(IEnumerable<Case> cases)
    {
        string[] failed = [.. cases.Select(one => one.Run()).Where(result => result.Faults.Count > 0)
            .Select(result => $"{result.Id}: {string.Join("; ", result.Faults)}")];
        Assert.IsEmpty(failed, string.Join("\n", failed.Take(10)));
    }
}
