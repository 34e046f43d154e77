using System.Net;
using System.Text.Json;

namespace Sealcam.Ingest.Tests;

[TestClass]
public sealed class CameraApiTests
{
    [TestMethod]
    public async Task ACameraIsListedWithItsNewestStillAndItsClaims()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera, TestServer.Development);
        TestClaims claims = new() { IssuedAt = null, Clock = 0, FrameAge = 65535, Uptime = 77, Nonce = new byte[16] };
        await TestServer.PostAsync(device, camera.Seal(2, 1, claims: claims));
        await TestServer.PostAsync(device, camera.Seal(1, 5), "image/jpeg");

        JsonElement found = (await JsonAsync(server, "/v1/cameras")).GetProperty("cameras")[0];

        Assert.AreEqual(camera.Device, found.GetProperty("device").GetString());
        Assert.AreEqual($"{camera.Device[..4]}-{camera.Device[4..8]}", found.GetProperty("fingerprint").GetString());
        Assert.IsTrue(found.GetProperty("simulated").GetBoolean());
        Assert.AreEqual(2, found.GetProperty("stills").GetInt32());
        JsonElement still = found.GetProperty("newest");
        Assert.AreEqual("2-1", still.GetProperty("order").GetString());
        Assert.AreEqual(".", still.GetProperty("verdict").GetString());
        Assert.AreEqual(JsonValueKind.Null, still.GetProperty("issuedAt").ValueKind);
        Assert.AreEqual(65535, still.GetProperty("frameAgeMs").GetInt32());
        Assert.IsTrue(still.GetProperty("requested").GetBoolean());
        Assert.IsTrue(still.GetProperty("simulated").GetBoolean());
    }

    [TestMethod]
    public async Task MissingAndDroppedAreCountedAsTheProtocolSays()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);

        // Boot 1: 2 and 4 came, the next boot says it ended with 6: 1, 3, 5 and 6 are missing. Boot 2: complete; how it ended
        // nobody says. Boot 4: 3 came, so that 1 and 2 are missing; of boot 3 nothing is known,
        // so that it counts nothing; boot 6 says that boot 5 ended with 7, and nothing of it came.
        await TestServer.PostAsync(device, camera.Seal(1, 4, claims: new TestClaims { Dropped = 2 }));
        await TestServer.PostAsync(device, camera.Seal(1, 2, claims: new TestClaims { Dropped = 1 }));
        await TestServer.PostAsync(device, camera.Seal(2, 1, claims: new TestClaims { PreviousLast = 6 }));
        await TestServer.PostAsync(device, camera.Seal(4, 3, claims: new TestClaims { Dropped = 1 }));
        await TestServer.PostAsync(device, camera.Seal(6, 1, claims: new TestClaims { PreviousLast = 7 }));

        Camera found = server.Server.Data.Cameras.Find(camera.Device)!;

        Assert.AreEqual((13L, 3L, 2L), (found.Missing, found.Dropped, found.UnknownTails));
        await TestServer.PostAsync(device, camera.Seal(1, 5));
        Assert.AreEqual(12L, server.Server.Data.Cameras.Find(camera.Device)!.Missing, "A late arrival fills its gap.");
    }

    [TestMethod]
    public async Task TheHistoryComesInPagesNewestFirst()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        foreach ((uint boot, uint sequence) in new (uint, uint)[] { (1, 1), (1, 2), (2, 1), (10, 1), (10, 2) })
        {
            await TestServer.PostAsync(device, camera.Seal(boot, sequence));
        }

        List<string> orders = [];
        string? next = null;
        do
        {
            JsonElement page =
                await JsonAsync(server, $"/v1/cameras/{camera.Device}/stills?limit=2{(next is null ? "" : "&before=" + next)}");
            orders.AddRange(page.GetProperty("stills").EnumerateArray().Select(still => still.GetProperty("order").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        CollectionAssert.AreEqual(new[] { "10-2", "10-1", "2-1", "1-2", "1-1" }, orders);
    }

    [TestMethod]
    [DataRow("stills?limit=0", 400)]
    [DataRow("stills?limit=101", 400)]
    [DataRow("stills?limit=-1", 400)]
    [DataRow("stills?limit=x", 400)]
    [DataRow("stills?before=1", 400)]
    [DataRow("stills?before=01-1", 400)]
    [DataRow("stills?before=1-1;drop", 400)]
    [DataRow("stills?limit=1&limit=2", 400)]
    public async Task OddQueriesAreRefused(string query, int status)
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));

        Assert.AreEqual(status, await GalleryGuardTests.StatusAsync(server.Gallery(), $"/v1/cameras/{camera.Device}/{query}"));
    }

    [TestMethod]
    public async Task AStillIsServedAsReceivedAndKeptByNoCache()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] file = camera.Seal(1, 1, TestJpeg.Make(50_000));
        await TestServer.PostAsync(server.Device(camera), file);

        using HttpResponseMessage answer = await server.Gallery().GetAsync($"/v1/stills/{camera.Device}/1-1.jpg");

        CollectionAssert.AreEqual(file, await answer.Content.ReadAsByteArrayAsync());
        Assert.AreEqual("image/jpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.AreEqual("no-store", answer.Headers.CacheControl!.ToString());
    }

    [TestMethod]
    public async Task NoAddressReachesAnotherFile()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new(), other = new();
        await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));
        string device = camera.Device;
        File.WriteAllText(Path.Combine(server.Stills, device, "2-1.jpg"), "a file that the index does not know");
        HttpClient browser = server.Gallery();
        foreach (string path in new[]
        {
            $"/v1/stills/{device}/2-1.jpg", $"/v1/stills/{device}/01-1.jpg", $"/v1/stills/{device}/1-1.JPG",
                $"/v1/stills/{device}/1-1",
            $"/v1/stills/{device.ToUpperInvariant()}/1-1.jpg", $"/v1/stills/{other.Device}/1-1.jpg",
                $"/v1/stills/{device}/1-1.jpg.part",
            $"/v1/stills/..%2f..%2findex.db/1-1.jpg", $"/v1/stills/{device}/..%2f..%2f..%2findex.db",
                $"/v1/stills/{device}/%2e%2e/x.jpg",
            "/index.db", "/..%2findex.db", "/web/index.html", "/%00",
        })
        {
            int status = await GalleryGuardTests.StatusAsync(browser, path);
            Assert.IsTrue(status is 404 or 400, $"{path} gave {status}");
        }
    }

    [TestMethod]
    public async Task SuspendingAndResumingGoThroughTheApi()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera), browser = server.Gallery();
        string path = $"/v1/cameras/{camera.Device}/suspension";

        using HttpResponseMessage suspended = await browser.PutAsync(path, null);
        Assert.AreEqual(HttpStatusCode.NoContent, suspended.StatusCode);
        Assert.AreEqual(403, (await TestServer.PostAsync(device, camera.Seal(1, 1))).Status);
        await server.RestartAsync();
        Assert.AreEqual(403, (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1))).Status,
            "It outlives a restart.");

        using HttpResponseMessage resumed = await server.Gallery().DeleteAsync(path);
        Assert.AreEqual(HttpStatusCode.NoContent, resumed.StatusCode);
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1))).Status);
        using HttpResponseMessage wrong = await server.Gallery().PutAsync("/v1/cameras/nobody/suspension", null);
        Assert.AreEqual(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [TestMethod]
    public async Task AnAlarmIsListedAndPutAway()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera), browser = server.Gallery();
        await TestServer.PostAsync(device, camera.Seal(1, 1));
        await TestServer.PostAsync(device, camera.Seal(1, 1, TestJpeg.Make(seed: 5)));

        JsonElement alarm = (await JsonAsync(server, "/v1/alarms")).GetProperty("alarms")[0];
        Assert.AreEqual(("conflict", camera.Device, "1-1"),
            (alarm.GetProperty("kind").GetString(), alarm.GetProperty("device").GetString(),
                alarm.GetProperty("order").GetString()));
        string path = $"/v1/alarms/{alarm.GetProperty("id").GetInt64()}";

        Assert.AreEqual(HttpStatusCode.NoContent, (await browser.DeleteAsync(path)).StatusCode);
        Assert.AreEqual(HttpStatusCode.NotFound, (await browser.DeleteAsync(path)).StatusCode);
        Assert.AreEqual(0, (await JsonAsync(server, "/v1/alarms")).GetProperty("alarms").GetArrayLength());
    }

    private static async Task<JsonElement> JsonAsync(TestServer server, string path) =>
        JsonDocument.Parse(await server.Gallery().GetStringAsync(path)).RootElement;
}
