using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Faults.Tests;

/// <summary>How few connections it takes, and how much memory.</summary>
[TestClass]
public class GoodWeatherTests
{
    private static readonly Setup Tiny = Setup.All[0] with { LeastStill = 200, MostStill = 300, IntervalMs = 20 };

    [TestMethod]
    public async Task AThousandStillsInGoodWeatherCostOneHandshake()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using var proxy = new FaultyProxy(receiver.Port, new ScriptedWeather());
        using var bench = new Bench(receiver, Tiny, 1000, 1, [], _ => { }, new Route { Port = proxy.Port });
        CaseResult result = await FaultCase.JudgeAsync("good", bench, receiver, 1000);
        Assert.IsEmpty(result.Faults, string.Join("; ", result.Faults));
        Assert.AreEqual(1, bench.Agent.Counters.Handshakes);
        Assert.AreEqual(1, proxy.Connections, "what the server's side sees");
        Assert.AreEqual(0, bench.Agent.Counters.Retried);
        Assert.AreEqual(0, receiver.Counters.Again);
    }

    [TestMethod]
    public async Task ALifeFullOfFaultsDoesNotGrow()
    {
        const int Stills = 400, MostGrowth = 512 * 1024;
        await using Receiver receiver = await Receiver.StartAsync();
        // Every third call or so fails, in a way that ends quickly: what is measured is memory, not patience.
        LinkFaultKind[] kinds = [LinkFaultKind.Throw, LinkFaultKind.After, LinkFaultKind.Garble, LinkFaultKind.Cut];
        PlannedFault[] plan = [.. Enumerable.Range(1, Stills).Select(i => new PlannedFault(LinkCall.Write, i * 5, kinds[i % kinds.Length]))];
        // So slow that the outbox never fills: a drop is not what is looked for.
        Setup slow = Tiny with { IntervalMs = 5000, OutboxBlocks = 64 };
        using var bench = new Bench(receiver, slow, Stills, 1, plan, _ => { });
        Assert.IsTrue(bench.RunUntil(() => bench.Agent.Counters.Receipted >= Stills / 4));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        CaseResult result = await FaultCase.JudgeAsync("life", bench, receiver, Stills);
        long growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.IsEmpty(result.Faults, string.Join("; ", result.Faults));
        Assert.IsGreaterThan(100, result.Met);
        Assert.IsLessThan(MostGrowth, growth, "agent, host board and server together");
    }
}
