using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Sealcam.Verify;

namespace Sealcam.Ingest.Tests;

/// <summary>Health reports at the server: what is taken, what is refused, what is missed.</summary>
[TestClass]
public sealed class HealthTests
{
    [TestMethod]
    public async Task AReportIsStoredAndReceiptedAndShown()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] sent = TestHealth.Sign(camera, new TestHealth { Boot = 3, Counter = 1 });
        (int status, object?[] body) = await PostAsync(server.Device(camera), sent);

        Assert.AreEqual(201, status);
        CollectionAssert.AreEqual(new object[] { "sealcam health receipt 1", 3L, 1L }, body[..3]);
        JsonElement shown = await HealthAsync(server, camera);
        JsonElement report = shown.GetProperty("reports")[0];
        Assert.AreEqual(-61, report.GetProperty("signalDbm").GetInt32());
        Assert.AreEqual(JsonValueKind.Null, report.GetProperty("largestBlock").ValueKind);
        Assert.IsTrue(report.GetProperty("lastStopClean").GetBoolean());
        Assert.AreEqual(100_001, report.GetProperty("heapFree").GetInt32());
        Assert.AreEqual(19, report.GetProperty("cameraFaults").GetInt32());
        JsonElement heart = shown.GetProperty("heart");
        Assert.AreEqual(3 * 60_000, heart.GetProperty("silentAfterMs").GetInt64() - heart.GetProperty("receivedMs").GetInt64());
    }

    [TestMethod]
    public async Task ACameraThatSendsNoStillIsListedByItsReports()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera, TestServer.Development);
        await PostAsync(device, TestHealth.Sign(camera, new TestHealth()));
        JsonElement listed = await CameraAsync(server);
        Assert.AreEqual(camera.Device, listed.GetProperty("device").GetString());
        Assert.IsTrue(listed.GetProperty("simulated").GetBoolean());
        Assert.AreEqual(0, listed.GetProperty("stills").GetInt32());
        Assert.AreEqual(JsonValueKind.Null, listed.GetProperty("newest").ValueKind);

        await TestServer.PostAsync(device, camera.Seal(1, 1));
        listed = await CameraAsync(server);
        Assert.AreEqual(1, listed.GetProperty("stills").GetInt32());
        Assert.AreEqual("1-1", listed.GetProperty("newest").GetProperty("order").GetString());
    }

    [TestMethod]
    public async Task ReplayedReportsAreNotTakenAgain()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        byte[] first = TestHealth.Sign(camera, new TestHealth { Boot = 2, Counter = 1 });
        Assert.AreEqual(201, (await PostAsync(device, first)).Status);
        Assert.AreEqual(200, (await PostAsync(device, first)).Status, "a receipt that was lost is given again");
        Assert.AreEqual(201, (await PostAsync(device, TestHealth.Sign(camera, new TestHealth { Boot = 2, Counter = 5 }))).Status);
        byte[] second = TestHealth.Sign(camera, new TestHealth { Boot = 2, Counter = 5, Waiting = 9 });
        Assert.AreEqual(409, (await PostAsync(device, second)).Status, "one counter, two reports");
        Assert.AreEqual(409, (await PostAsync(device, TestHealth.Sign(camera, new TestHealth { Boot = 2, Counter = 3 }))).Status);
        byte[] old = TestHealth.Sign(camera, new TestHealth { Boot = 1, Counter = 77 });
        Assert.AreEqual(409, (await PostAsync(device, old)).Status);
        Assert.AreEqual(201, (await PostAsync(device, TestHealth.Sign(camera, new TestHealth { Boot = 3, Counter = 1 }))).Status);

        JsonElement shown = await HealthAsync(server, camera);
        Assert.AreEqual(3, shown.GetProperty("reports").GetArrayLength());
        Assert.AreEqual(3, shown.GetProperty("heart").GetProperty("missing").GetInt32(), "2, 3 and 4 of boot 2");
    }

    [TestMethod]
    public async Task ForgedReportsAreRefused()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new(), other = new();
        HttpClient device = server.Device(camera);
        byte[] good = TestHealth.Sign(camera, new TestHealth());
        for (int at = 0; at < good.Length; at += 7)
        {
            byte[] changed = [.. good];
            changed[at] ^= 0x10;
            (int status, object?[] body) = await PostAsync(device, changed);
            Assert.AreEqual(422, status, $"byte {at}");
            Assert.IsTrue(body[1] is 1L or 3L, $"byte {at}");
        }

        Assert.AreEqual(422, (await PostAsync(device, good[..^1])).Status);
        Assert.AreEqual(422, (await PostAsync(device, [.. good, 0])).Status);
        Assert.AreEqual(422, (await PostAsync(device, [])).Status);
        (int foreign, object?[] why) = await PostAsync(device, TestHealth.Sign(other, new TestHealth()));
        Assert.AreEqual((422, 5L), (foreign, (long)why[1]!));
        (int token, why) = await PostAsync(device, TestHealth.Sign(camera, new TestHealth(), "sealcam still 1"));
        Assert.AreEqual((422, 3L), (token, (long)why[1]!), "what was signed for another purpose is no report");
        Assert.AreEqual(0, (await server.Gallery().GetStringAsync("/v1/cameras")).Split("\"device\"").Length - 1);
    }

    [TestMethod]
    public async Task WhatIsNoReportAtAllIsRefusedByItsHead()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        Assert.AreEqual(415, (await PostAsync(device, TestHealth.Sign(camera, new TestHealth()), "application/json")).Status);
        Assert.AreEqual(413, (await PostAsync(device, new byte[1025])).Status);
        using HttpResponseMessage get = await device.GetAsync("/v1/health");
        Assert.AreEqual(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        server.Server.Data.Cameras.Suspend(camera.Device, DateTimeOffset.UtcNow);
        Assert.AreEqual(403, (await PostAsync(device, TestHealth.Sign(camera, new TestHealth()))).Status);
    }

    [TestMethod]
    public async Task TheOldestReportsGoFirstAndTheSumsStay()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = new IngestLimits { HealthReports = 5 } });
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        for (uint counter = 2; counter <= 20; counter += 2)
        {
            await PostAsync(device, TestHealth.Sign(camera, new TestHealth { Counter = counter }));
        }

        JsonElement shown = await HealthAsync(server, camera);
        CollectionAssert.AreEqual(
            new[] { 12, 14, 16, 18, 20 },
            shown.GetProperty("reports").EnumerateArray().Select(one => one.GetProperty("counter").GetInt32()).ToArray());
        Assert.AreEqual(10, shown.GetProperty("heart").GetProperty("missing").GetInt32());
        await server.RestartAsync();
        Assert.AreEqual(5, (await HealthAsync(server, camera)).GetProperty("reports").GetArrayLength());
    }

    private static async Task<(int Status, object?[] Body)> PostAsync(
        HttpClient device, byte[] report, string type = "application/cose")
    {
        using ByteArrayContent content = new(report);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using HttpResponseMessage answer = await device.PostAsync("/v1/health", content);
        return await TestServer.ReadAsync(answer);
    }

    private static async Task<JsonElement> HealthAsync(TestServer server, TestCamera camera) =>
        JsonDocument.Parse(await server.Gallery().GetStringAsync($"/v1/cameras/{camera.Device}/health")).RootElement;

    private static async Task<JsonElement> CameraAsync(TestServer server) =>
        JsonDocument.Parse(await server.Gallery().GetStringAsync("/v1/cameras")).RootElement.GetProperty("cameras")[0];
}
