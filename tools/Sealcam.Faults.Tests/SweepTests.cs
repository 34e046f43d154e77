using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Faults.Tests;

/// <summary>A sample of what <c>sealcam faults</c> runs whole: every still is at the index exactly once.</summary>
[TestClass]
public class SweepTests
{
    private static Receiver _receiver = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => _receiver = await Receiver.StartAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await _receiver.DisposeAsync();

    [TestMethod]
    [DataRow("ram.resolve.1.noname")]
    [DataRow("ram.resolve.1.ahead")]
    [DataRow("ram.connect.1.after")]
    [DataRow("ram.connect.1.back")]
    [DataRow("ram.idle.2.end")]
    [DataRow("ram.idle.2.freeze")]
    [DataRow("ram.write.1.twice")]
    [DataRow("ram.write.2.garble")]
    [DataRow("ram.write.2.quiet")]
    [DataRow("ram.write.3.cut")]
    [DataRow("ram.write.4.halfopen")]
    [DataRow("ram.read.1.end")]
    [DataRow("ram.read.1.late")]
    [DataRow("ram.read.2.other")]
    [DataRow("ram.read.2.twice")]
    [DataRow("ram.read.1.garble+read.2.end")]
    [DataRow("files.write.5.cut+connect.2.throw")]
    [DataRow("files.read.3.nonetwork")]
    [DataRow("health.read.2.chop")]
    [DataRow("proxy.reset.toserver.2500")]
    [DataRow("proxy.cut.todevice.1700")]
    [DataRow("proxy.halfopen.toserver.5000")]
    [DataRow("proxy.flip.toserver.2500")]
    [DataRow("proxy.flip.todevice.600")]
    [DataRow("proxy.duplicate.todevice.1700")]
    [DataRow("proxy.closeidle.todevice.1500")]
    [DataRow("proxy.silent.toserver.0")]
    [DataRow("proxy.refuse.toserver.0")]
    public async Task EveryStillIsDeliveredExactlyOnce(string id) => await HoldsAsync(ICase.Parse(id));

    [TestMethod]
    public async Task RandomLivesDeliverEveryStillExactlyOnce()
    {
        foreach (FaultCase one in Suites.Seeds(1, 12))
        {
            await HoldsAsync(one, mustMeet: false);
        }
    }

    [TestMethod]
    public void AnIdIsItsCase()
    {
        Assert.AreEqual("ram.read.1.garble+read.2.end", ICase.Parse("ram.read.1.garble+read.2.end").Id);
        Assert.AreEqual("proxy.cut.todevice.1700", ICase.Parse("proxy.cut.todevice.1700").Id);
        Assert.ThrowsExactly<FormatException>(() => ICase.Parse("ram.read.1.stall"), "a read does not stall: it returns at once");
        Assert.ThrowsExactly<FormatException>(() => ICase.Parse("nonsense"));
    }

    private static async Task HoldsAsync(ICase one, bool mustMeet = true)
    {
        CaseResult result = await one.RunAsync(_receiver);
        Assert.IsEmpty(result.Faults, $"{result.Id}: {string.Join("; ", result.Faults)}");
        Assert.IsTrue(result.Met > 0 || !mustMeet, $"{result.Id}: the fault did not happen");
    }
}
