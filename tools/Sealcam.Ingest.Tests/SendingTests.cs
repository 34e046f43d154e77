using System.Net;

namespace Sealcam.Ingest.Tests;

[TestClass]
public sealed class SendingTests
{
    [TestMethod]
    public async Task AStillIsStoredExactlyAsReceivedAndReceipted()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] still = TestJpeg.Make(20_000), file = camera.Seal(7, 12, still);

        (int status, object?[] receipt) = await TestServer.PostAsync(server.Device(camera), file);

        Assert.AreEqual(201, status);
        Assert.AreEqual("sealcam receipt 1", receipt[0]);
        Assert.AreEqual(7L, receipt[1]);
        Assert.AreEqual(12L, receipt[2]);
        Assert.AreEqual(Convert.ToHexStringLower(TestCamera.DigestOf(still)), receipt[3]);
        Assert.IsTrue(Math.Abs((long)receipt[4]! - DateTimeOffset.UtcNow.ToUnixTimeSeconds()) < 5);
        Assert.IsNull(receipt[5]);
        Assert.IsNull(receipt[6]);
        CollectionAssert.AreEqual(file, File.ReadAllBytes(server.PathOf(camera, "7-12.jpg")));
        Assert.AreEqual(1L, server.Server.Counters.Stored);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task NobodyElseOnTheMachineMayReadTheStills()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

        foreach (string folder in new[] { server.Options.DataFolder, server.Stills, Path.Combine(server.Stills, camera.Device) })
        {
            Assert.AreEqual(Owner, File.GetUnixFileMode(folder));
        }
    }

    [TestMethod]
    public async Task TheSameStillTwiceIsOneStillAndTwoReceipts()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] file = camera.Seal(1, 1);
        HttpClient device = server.Device(camera);

        (int first, object?[] one) = await TestServer.PostAsync(device, file);
        (int second, object?[] two) = await TestServer.PostAsync(device, file);

        Assert.AreEqual(201, first);
        Assert.AreEqual(200, second);
        Assert.AreEqual(one[3], two[3]);
        Assert.AreEqual(1, server.StoredFiles());
        Assert.AreEqual((1L, 1L, 2L),
            (server.Server.Counters.Stored, server.Server.Counters.Again, server.Server.Counters.Verified));
    }

    [TestMethod]
    public async Task TheReconnectWindowIsToldInTheReceipt()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { ReconnectWindow = TimeSpan.FromSeconds(30) });
        using TestCamera camera = new();

        (_, object?[] receipt) = await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));

        Assert.AreEqual(30_000L, receipt[6]);
    }

    [TestMethod]
    public async Task ManyStillsShareOneConnection()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using RawTls raw = await RawTls.OpenAsync(server, camera);
        for (uint sequence = 1; sequence <= 20; sequence++)
        {
            byte[] file = camera.Seal(1, sequence);
            await raw.SendAsync(RawTls.Head(file.Length), file);
            Assert.AreEqual(201, await raw.StatusAsync());
        }

        Assert.AreEqual(20, server.StoredFiles());
    }

    [TestMethod]
    public async Task AChunkedBodyIsTaken()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/stills");
        request.Content = new ByteArrayContent(camera.Seal(1, 1, TestJpeg.Make(300_000)));
        request.Content.Headers.ContentType = new("image/jpeg");
        request.Headers.TransferEncodingChunked = true;

        using HttpResponseMessage answer = await device.SendAsync(request);

        Assert.AreEqual(HttpStatusCode.Created, answer.StatusCode);
        Assert.AreEqual(1, server.StoredFiles());
    }

    [TestMethod]
    public async Task OneCameraOnTwoConnectionsAndTwoCamerasAtOnceLoseNothing()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera one = new(), two = new();
        List<Task<(int Status, object?[] Body)>> posts = [];
        foreach (TestCamera camera in new[] { one, two })
        {
            HttpClient first = server.Device(camera), second = server.Device(camera);
            for (uint sequence = 1; sequence <= 10; sequence++)
            {
                byte[] file = camera.Seal(3, sequence);
                posts.Add(TestServer.PostAsync(first, file));
                posts.Add(TestServer.PostAsync(second, file));
            }
        }

        (int Status, object?[] Body)[] answers = await Task.WhenAll(posts);

        Assert.AreEqual(20, answers.Count(answer => answer.Status == 201));
        Assert.AreEqual(20, answers.Count(answer => answer.Status == 200));
        Assert.AreEqual(20, server.StoredFiles());
    }

    [TestMethod]
    public async Task CamerasOfADevelopmentAuthorityAreSimulatedWhateverTheOptionsSay()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera real = new(), simulated = new();

        await TestServer.PostAsync(server.Device(real), real.Seal(1, 1));
        await TestServer.PostAsync(server.Device(simulated, TestServer.Development), simulated.Seal(1, 1));

        Assert.IsFalse(server.Server.Data.Cameras.Find(real.Device)!.Simulated);
        Assert.IsTrue(server.Server.Data.Cameras.Find(simulated.Device)!.Simulated);
    }
}
