using System.Security.Cryptography.X509Certificates;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Host.Tests;

namespace Sealcam.Faults.Tests;

/// <summary>
/// What a camera does with its stills while the server shows a wrong certificate, and when it shows the right one again.
/// </summary>
[TestClass]
public class CertificateTests
{
    private const int Stills = 3;
    private static Receiver _receiver = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => _receiver = await Receiver.StartAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await _receiver.DisposeAsync();

    [TestMethod]
    [DataRow("expired", "is valid")]
    [DataRow("not yet valid", "is valid")]
    [DataRow("wrong name", "is for another host name")]
    [DataRow("unknown CA", "does not lead to this device's CA")]
    public async Task StillsAreHeldWhileTheCertificateIsWrongAndDeliveredOnceWhenItIsRight(string wrong, string sentence)
    {
        X509Certificate2 shown = wrong switch
        {
            "expired" => Pki.Shared.Leaf(from: -10, to: -1),
            "not yet valid" => Pki.Shared.Leaf(from: 1, to: 10),
            "wrong name" => Pki.Shared.Leaf("elsewhere.test"),
            _ => Pki.Other.Leaf(),
        };
        List<string> log = [];
        await using LyingServer server = Server(() => shown, out Action<Bench> know);
        using Bench bench = Camera(server, Pki.Shared.Authority, log);
        know(bench);

        Assert.IsFalse(bench.RunUntil(() => bench.Agent.Counters.Receipted > 0, 30_000), "nothing is sent to a server that is not proved");
        Assert.AreEqual(0, server.Requests);
        Assert.AreEqual(Stills, bench.Agent.Waiting);
        Assert.IsTrue(log.Exists(line => line.Contains(sentence)), string.Join('\n', log));

        shown = Pki.Shared.Leaf();
        await HoldsAsync(bench);
    }

    [TestMethod]
    public async Task ACertificateThatIsRotatedUnderTheSameCaIsTakenAndAnOpenConnectionGoesOn()
    {
        X509Certificate2 shown = Pki.Shared.Leaf();
        await using LyingServer server = Server(() => shown, out Action<Bench> know);
        using Bench bench = Camera(server, Pki.Shared.Authority, [], new PlannedFault(LinkCall.Idle, 3, LinkFaultKind.End));
        know(bench);
        Assert.IsTrue(bench.RunUntil(() => bench.Agent.Counters.Receipted == 1));
        shown = Pki.Shared.Leaf();
        Assert.IsTrue(bench.RunUntil(() => bench.Agent.Counters.Receipted == 2));
        Assert.AreEqual(1, server.Connections, "the second still went over the connection of the old certificate");
        await HoldsAsync(bench);
        Assert.AreEqual(2, server.Connections, "the third over one of the new");
    }

    [TestMethod]
    public async Task UnderANewCaItIsRefusedUntilTheCameraIsGivenThatCa()
    {
        X509Certificate2 shown = Pki.Other.Leaf();
        await using LyingServer server = Server(() => shown, out Action<Bench> know);
        List<string> log = [];
        string flash = _receiver.NewCamera();
        using (Bench bench = Camera(server, Pki.Shared.Authority, log, flash: flash))
        {
            Assert.IsFalse(bench.RunUntil(() => bench.Agent.Counters.Receipted > 0, 30_000));
            Assert.IsTrue(log.Exists(line => line.Contains("does not lead to this device's CA")), string.Join('\n', log));
            bench.Agent.Stop();
        }

        using Bench after = Camera(server, Pki.Other.Authority, log, flash: flash);
        know(after);
        Assert.IsTrue(after.Run(), after.Agent.Uplink.LastFault);
        Assert.AreEqual(Stills, after.Agent.Counters.Recovered);
        Assert.AreEqual((2 * Stills, 0), _receiver.SeenOf(after.Device), "those of both boots, each once");
    }

    private static async Task HoldsAsync(Bench bench)
    {
        CaseResult result = await FaultCase.JudgeAsync("certificate", bench, _receiver, Stills);
        Assert.IsEmpty(result.Faults, string.Join("; ", result.Faults));
    }

    private static Bench Camera(
        LyingServer server, X509Certificate2 authority, List<string> log, PlannedFault? fault = null, string? flash = null) =>
        new(_receiver, Setup.All[1], Stills, 1, fault == null ? [] : [fault], log.Add,
            new Route { Port = server.Port, Authority = authority, Flash = flash, PatienceMs = 3000 });

    /// <summary>Shows a certificate and passes everything on.</summary>
    private static LyingServer Server(Func<X509Certificate2> certificate, out Action<Bench> know)
    {
        Bench? camera = null;
        know = bench => camera = bench;
        return new LyingServer(certificate,
            async exchange => await exchange.SayAsync(await exchange.ForwardAsync(_receiver.Port, camera!.LinkOptions.Identity())));
    }
}
