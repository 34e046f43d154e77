using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Host;
using Sealcam.Ingest;
using Sealcam.Tool.Tests.Support;
using Sealcam.Verify;

namespace Sealcam.Tool.Tests;

/// <summary>A real agent, TLS and server, and a clock that is missing or wrong.</summary>
[TestClass]
public class UnsetClockTests
{
    [TestMethod]
    public async Task AnAgentWithoutATimeChecksNoCertificateAndSaysSo()
    {
        using var data = new TempFolder();
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(data["authority"]);
        await using IngestServer server = await StartAsync(data, authority);
        List<string> log = [];
        using HostBoard board = Board(data, authority, log);
        Agent agent = new(board.Parts, new Settings
        {
            Host = "localhost", Port = server.DevicesPort, IntervalMs = 200, StillLimit = 5,
        });

        Run(board, agent, () => agent.Counters.Sealed >= 3, TimeSpan.FromSeconds(20));

        Assert.AreEqual(0, board.Link.Handshakes);
        const string Says = "waiting for the time, without which the server's certificate cannot be checked";
        Assert.IsTrue(log.Exists(line => line.Contains(Says)));
        agent.Clock.Offer(DateTimeOffset.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
        Run(board, agent, () => agent.IsDrained, TimeSpan.FromSeconds(30));
        string folder = data["ingest", "stills", agent.DeviceId];
        agent.Stop();

        Token first = Read(folder, "1-1.jpg"), last = Read(folder, "1-5.jpg");
        Assert.AreEqual((0, null), (first.ClockQuality, first.IssuedAt), "sealed before there was a time");
        Assert.IsGreaterThanOrEqualTo(3, last.ClockQuality);
        Assert.IsNotNull(last.IssuedAt);
    }

    [TestMethod]
    public async Task AWrongTimeFailsTheCertificateAndTheRightOneMendsIt()
    {
        using var data = new TempFolder();
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(data["authority"]);
        await using IngestServer server = await StartAsync(data, authority);
        List<string> log = [];
        using HostBoard board = Board(data, authority, log);
        Agent agent = new(board.Parts, new Settings
        {
            Host = "localhost", Port = server.DevicesPort, StillLimit = 1, ReconnectWindowMs = 50,
        });
        agent.Clock.Offer(DateTimeOffset.UtcNow.AddYears(60).ToUnixTimeSeconds(), WallClock.Network);

        Run(board, agent, () => log.Exists(line => line.Contains("clock")) && agent.Waiting == 1,
            TimeSpan.FromSeconds(20));

        Assert.AreEqual(0, board.Link.Handshakes);
        Assert.AreEqual(1, agent.Waiting, "held, not lost");
        agent.Clock.Offer(DateTimeOffset.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
        Run(board, agent, () => agent.IsDrained, TimeSpan.FromSeconds(30));
        Assert.AreEqual(1, agent.Counters.Receipted);
        agent.Stop();
    }

    private static async Task<IngestServer> StartAsync(TempFolder data, DevelopmentAuthority authority)
    {
        IngestServer server = new(new IngestOptions
        {
            DataFolder = data["ingest"],
            DevicesPort = 0,
            GalleryPort = 0,
            ServerCertificate = authority.Server,
            DeviceCas = [new DeviceCa(authority.Certificate, simulated: true)],
        });
        await server.StartAsync();
        return server;
    }

    private static HostBoard Board(TempFolder data, DevelopmentAuthority authority, List<string> log)
    {
        authority.Provision(data["camera"]);
        return new HostBoard(new HostBoardOptions
        {
            Name = "camera", FlashFolder = data["camera"], Authority = authority.Certificate, LogLine = log.Add,
        });
    }

    private static void Run(HostBoard board, Agent agent, Func<bool> until, TimeSpan patience)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!until())
        {
            Assert.IsLessThan(patience, watch.Elapsed, "it took too long");
            board.Sleep(Math.Min(agent.Step(), 50));
        }
    }

    private static Token Read(string folder, string name) =>
        StillVerifier.Verify(File.ReadAllBytes(Path.Combine(folder, name))).Token!;
}
