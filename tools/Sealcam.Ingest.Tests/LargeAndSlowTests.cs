using System.Net.Sockets;

namespace Sealcam.Ingest.Tests;

/// <summary>Bodies that are too long, too slow, cut, or too many at once.</summary>
[TestClass]
public sealed class LargeAndSlowTests
{
    private const long Megabyte = 1024 * 1024;

    [TestMethod]
    public async Task FiftyMegabytesAreRefusedBeforeTheyAreSent()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(RawTls.Head(50 * Megabyte));

        StringAssert.Contains(await raw.AnswerAsync(), "413");
        await server.Log.SawAsync("413, The still is too large.");
        Assert.AreEqual(0, server.StoredFiles());
    }

    [TestMethod]
    public async Task ADeviceThatSendsFiftyMegabytesBeforeItReadsStillGetsItsAnswer()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(RawTls.Head(50 * Megabyte), new byte[50 * Megabyte]);

        Assert.AreEqual(413, await raw.StatusAsync());
        byte[] next = camera.Seal(1, 1);
        await raw.SendAsync(RawTls.Head(next.Length), next);
        Assert.AreEqual(201, await raw.StatusAsync());
        Assert.AreEqual(1, server.StoredFiles());
    }

    [TestMethod]
    public async Task AChunkedBodyBeyondTheBoundIsRefused()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = options.Limits with { StillBytes = 100_000 } });
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);
        await raw.SendAsync(RawTls.Request + "Transfer-Encoding: chunked\r\n\r\n");
        string chunk = "4000\r\n" + new string('x', 0x4000) + "\r\n";
        for (int i = 0; i < 8; i++)
        {
            await raw.SendAsync(chunk);
        }

        await raw.SendAsync("0\r\n\r\n");
        Assert.AreEqual(413, await raw.StatusAsync());
    }

    [TestMethod]
    public async Task AStillOfExactlyTheBoundIsTakenAndOneByteMoreIsNot()
    {
        using TestCamera camera = new();
        byte[] fits = camera.Seal(1, 1, TestJpeg.Make(200_000));
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = options.Limits with { StillBytes = fits.Length } });
        HttpClient device = server.Device(camera);

        Assert.AreEqual(201, (await TestServer.PostAsync(device, fits)).Status);
        (int status, object?[] body) = await TestServer.PostAsync(device, camera.Seal(1, 2, TestJpeg.Make(200_001)));
        Assert.AreEqual((413, (object?)6L), (status, body[1]));
    }

    [TestMethod]
    public async Task ABodyCutShortStoresNothing()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] file = camera.Seal(1, 1, TestJpeg.Make(100_000));
        using (RawTls raw = await RawTls.OpenAsync(server, camera))
        {
            await raw.SendAsync(RawTls.Head(file.Length), file[..50_000]);
        }

        await server.Log.SawAsync("Refused a request of device " + camera.Device);
        Assert.AreEqual(0, server.StoredFiles());
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), file)).Status);
    }

    [TestMethod]
    public async Task ABodyThatEndsBeforeItsLengthClosesTheConnection()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(RawTls.Head(1000), new byte[10]);
        await raw.EndAsync();

        Assert.IsTrue(await raw.ClosesAsync());
        await server.Log.SawAsync("400, The request is not valid HTTP, or was cut short.");
        Assert.AreEqual(0, server.StoredFiles());
    }

    [TestMethod]
    public async Task ABodyThatStallsIsGivenUp()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = options.Limits with { StillTime = TimeSpan.FromMilliseconds(300) } });
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(RawTls.Head(1000), new byte[10]);

        Assert.AreEqual(408, await raw.StatusAsync());
        Assert.IsTrue(await raw.ClosesAsync());
        Assert.AreEqual(0, server.StoredFiles());
    }

    [TestMethod]
    public async Task ABodySlowerThanTheLeastRateIsGivenUp()
    {
        await using TestServer server = await TestServer.StartAsync(options => options with
        {
            Limits = options.Limits with { DataRate = 10_000, DataRateGrace = TimeSpan.FromSeconds(1.5) },
        });
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(RawTls.Head(1000), new byte[10]);

        Assert.AreEqual(408, await raw.StatusAsync());
        Assert.IsTrue(await raw.ClosesAsync());
    }

    [TestMethod]
    public async Task AHeadThatNeverEndsIsGivenUp()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = options.Limits with { HeadTime = TimeSpan.FromSeconds(1) } });
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);

        await raw.SendAsync(RawTls.Request);

        Assert.AreEqual(408, await raw.StatusAsync());
        Assert.IsTrue(await raw.ClosesAsync());
    }

    [TestMethod]
    public async Task AHandshakeThatNeverComesIsGivenUp()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = options.Limits with { HandshakeTime = TimeSpan.FromSeconds(0.5) } });
        using TcpClient tcp = new();
        await tcp.ConnectAsync("127.0.0.1", server.Server.DevicesPort);

        Assert.AreEqual(0, await tcp.GetStream().ReadAsync(new byte[10]));
        await server.Log.SawAsync("the TLS handshake was not completed");
    }

    [TestMethod]
    public async Task StillsBeyondTheMemoryBudgetAreToldToComeAgain()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = options.Limits with { BytesInFlight = 150_000 } });
        using TestCamera camera = new();
        byte[] file = camera.Seal(1, 1, TestJpeg.Make(120_000));
        using RawTls first = await RawTls.OpenAsync(server, camera), second = await RawTls.OpenAsync(server, camera);
        // "100 Continue" comes when the server has taken memory for the body and reads: 64 KB to begin with.
        await first.SendAsync($"{RawTls.Request}Expect: 100-continue\r\nContent-Length: {file.Length}\r\n\r\n");
        Assert.AreEqual(100, await first.StatusAsync());

        await second.SendAsync(RawTls.Head(file.Length), file);
        string answer = await second.AnswerAsync();
        StringAssert.StartsWith(answer, "HTTP/1.1 503");
        StringAssert.Contains(answer, "Retry-After: 30");

        await first.SendAsync(file);
        Assert.AreEqual(201, await first.StatusAsync());
        await second.SendAsync(RawTls.Head(file.Length), file);
        Assert.AreEqual(200, await second.StatusAsync());
    }

    [TestMethod]
    public async Task ConnectionsBeyondTheBoundAreClosedAndTheOthersServed()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = options.Limits with { DeviceConnections = 2 } });
        using TestCamera camera = new();
        using RawTls one = await RawTls.OpenAsync(server, camera), two = await RawTls.OpenAsync(server, camera);

        await Assert.ThrowsAsync<IOException>(() => RawTls.OpenAsync(server, camera));

        byte[] file = camera.Seal(1, 1);
        await two.SendAsync(RawTls.Head(file.Length), file);
        Assert.AreEqual(201, await two.StatusAsync());
    }
}
