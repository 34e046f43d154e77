using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Cuts.Cases;
using Sealcam.Cuts.Checks;
using Sealcam.Cuts.World;

namespace Sealcam.Cuts.Tests;

/// <summary>The checks themselves: a board that does wrong is found out.</summary>
[TestClass]
public class BooksTests
{
    [TestMethod]
    public void AKeptStillThatVanishesIsFoundOut()
    {
        Bench bench = Outage();
        bench.Flash.Erase(bench.Flash.Stills.Keys.First());
        new Audit().Do(bench);
        StringAssert.Contains(bench.Books.Faults.Single(), "1 stills kept on storage are gone");
    }

    [TestMethod]
    public void ARolledBackOrderIsFoundOut()
    {
        Bench bench = Outage();
        foreach (string name in (string[])[OrderBook.NameA, OrderBook.NameB])
        {
            bench.Flash.Put(name, [], small: true);
        }

        new Deploy(0).Do(bench);
        new Capture(1).Do(bench);
        StringAssert.Contains(bench.Books.Faults[0], "was used twice");
    }

    [TestMethod]
    public void ADeclarationTooManyIsFoundOut()
    {
        Bench bench = Outage();
        bench.Agent!.Counters.Dropped += 2;
        new Audit().Do(bench);
        StringAssert.Contains(bench.Books.Faults.Single(), "2 stills are declared as dropped, and 0 are missing");
    }

    [TestMethod]
    public void AnIdentityHalfThereIsFoundOut()
    {
        Bench bench = Outage();
        bench.Flash.Put(OrderBook.NameA, [], small: true);
        bench.Flash.Put(OrderBook.NameB, [], small: true);
        new Restart(false).Do(bench);
        StringAssert.Contains(bench.Books.Faults.Single(), "came up as nobody");
    }

    [TestMethod]
    public void WhatIsNotClosedIsTornOrGone()
    {
        var seen = new HashSet<int>();
        for (int seed = 0; seed < 200; seed++)
        {
            var power = new World.Power(new Random(seed));
            var flash = new CuttableFlash(power);
            flash.Create("a.still");
            flash.Append(new byte[10], 0, 10);
            power.Pull();
            seen.Add(flash.Stills.TryGetValue("a.still", out byte[]? left) ? left.Length : -1);
            Assert.ThrowsExactly<PowerCutException>(() => flash.Create("b.still"));
        }

        CollectionAssert.AreEquivalent(Enumerable.Range(-1, 12).ToArray(), seen.ToArray());
    }

    private static Bench Outage()
    {
        var bench = new Bench(Setup.All.Single(setup => setup.Name == "hybrid"), new Random(1), _ => { });
        bench.Boot();
        foreach (Act act in (Act[])[new Deploy(0), new Change(Weather.NoServer), new Capture(2), new Pass(20_000)])
        {
            Assert.IsTrue(act.Do(bench));
        }

        Assert.IsNotEmpty(bench.Flash.Stills);
        Assert.IsEmpty(bench.Books.Faults);
        return bench;
    }
}
