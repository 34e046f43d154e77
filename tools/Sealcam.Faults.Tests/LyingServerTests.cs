using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Faults.Tests;

/// <summary>A server that a camera trusts and that does not keep to the protocol, in front of one that does.</summary>
[TestClass]
public class LyingServerTests
{
    private const int Stills = 4, Lies = 3, PatienceMs = 300, LongPatienceMs = 10_000;

    private static readonly byte[] Error413 =
        [0x83, 0x6F, .. "sealcam error 1"u8, 0x06, 0x67, .. "too big"u8];

    private static Receiver _receiver = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => _receiver = await Receiver.StartAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await _receiver.DisposeAsync();

    [TestMethod]
    [DataRow("receipt lost")]
    [DataRow("receipt of the still before")]
    [DataRow("empty 200")]
    [DataRow("redirect")]
    [DataRow("413 without our body")]
    [DataRow("endless header")]
    [DataRow("longer than it is")]
    [DataRow("silence")]
    public async Task AStillIsHeldAndLaterDeliveredOnce(string lie)
    {
        byte[] before = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"u8.ToArray();
        CaseResult result = await RunAsync(async (exchange, forward) =>
        {
            byte[] real = lie is "receipt lost" or "receipt of the still before" || exchange.Number > Lies ? await forward() : [];
            if (exchange.Number > Lies)
            {
                await exchange.SayAsync(real);
                return;
            }

            await LieAsync(exchange, lie, before);
            before = real;
        });
        // The second of these lies is told of the first still again, and so is true.
        int told = lie == "receipt of the still before" ? Lies - 1 : Lies;
        Assert.IsGreaterThanOrEqualTo(told, result.Retried, "each lie was seen through");
    }

    [TestMethod]
    public async Task InterimAnswersAndSlowOnesAreTaken()
    {
        CaseResult result = await RunAsync(async (exchange, forward) =>
        {
            await exchange.SayAsync("HTTP/1.1 100 Continue\r\n\r\n");
            foreach (byte one in await forward())
            {
                await exchange.SayAsync([one]);
            }
        }, LongPatienceMs);
        Assert.AreEqual(0, result.Retried);
        Assert.AreEqual(1, result.Handshakes);
    }

    [TestMethod]
    public async Task ARefusalThatIsFollowedByAResetIsHeard()
    {
        int tries = 0;
        using Bench bench = Make(out LyingServer server, async (exchange, forward) =>
        {
            if (exchange.Number == 1 || Interlocked.CompareExchange(ref tries, 0, 0) == 0)
            {
                Interlocked.Increment(ref tries);
                await exchange.SayAsync([.. Encoding.ASCII.GetBytes($"HTTP/1.1 413 Too Large\r\nContent-Length: {Error413.Length}\r\n\r\n"), .. Error413]);
                exchange.Reset();
                return;
            }

            await exchange.SayAsync(await forward());
        }, Setup.All[0] with { LeastStill = 30_000, MostStill = 40_000 });
        await using (server)
        {
            Assert.IsTrue(bench.RunUntil(() => bench.Agent.IsDrained));
            Assert.IsLessThanOrEqualTo(1, bench.Agent.Counters.RefusedByServer);
            Assert.AreEqual(Stills, bench.Agent.Counters.RefusedByServer + bench.Agent.Counters.Receipted);
            Assert.AreEqual(1, tries);
        }
    }

    private static async Task LieAsync(LyingExchange exchange, string lie, byte[] before)
    {
        if (lie is not ("receipt lost" or "receipt of the still before"))
        {
            await exchange.ReadBodyAsync();
        }

        switch (lie)
        {
            case "receipt lost":
                exchange.Stream.Close();
                break;
            case "receipt of the still before":
                await exchange.SayAsync(before);
                break;
            case "empty 200":
                await exchange.SayAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                break;
            case "redirect":
                await exchange.SayAsync("HTTP/1.1 307 Temporary Redirect\r\nLocation: https://localhost/\r\nContent-Length: 0\r\n\r\n");
                break;
            case "413 without our body":
                await exchange.SayAsync("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!");
                break;
            case "endless header":
                await exchange.SayAsync("HTTP/1.1 200 OK\r\nX: " + new string('x', 10_000));
                break;
            case "longer than it is":
                await exchange.SayAsync("HTTP/1.1 201 Created\r\nContent-Length: 200\r\n\r\nshort");
                break;
        }
    }

    private static async Task<CaseResult> RunAsync(
        Func<LyingExchange, Func<Task<byte[]>>, Task> answer, int patienceMs = PatienceMs)
    {
        using Bench bench = Make(out LyingServer server, answer, Setup.All[0], patienceMs);
        await using (server)
        {
            CaseResult result = await FaultCase.JudgeAsync("lie", bench, _receiver, Stills);
            Assert.IsEmpty(result.Faults, string.Join("; ", result.Faults));
            return result;
        }
    }

    private static Bench Make(
        out LyingServer server, Func<LyingExchange, Func<Task<byte[]>>, Task> answer, Setup setup, int patienceMs = PatienceMs)
    {
        X509Certificate2? device = null;
        server = new LyingServer(() => _receiver.Authority.Server,
            exchange => answer(exchange, () => exchange.ForwardAsync(_receiver.Port, device!)));
        var bench = new Bench(_receiver, setup, Stills, 1, [], _ => { }, new Route { Port = server.Port, PatienceMs = patienceMs });
        Assert.IsTrue(bench.RunUntil(() => bench.Agent.DeviceId != null));
        device = bench.LinkOptions.Identity();
        return bench;
    }
}
