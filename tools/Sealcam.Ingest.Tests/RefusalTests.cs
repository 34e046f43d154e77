using System.Net;

namespace Sealcam.Ingest.Tests;

/// <summary>
/// Each answer to bad input, with its code, its log line, nothing stored, and the next good still taken on the same connection.
/// </summary>
[TestClass]
public sealed class RefusalTests
{
    private const string Jpeg = "image/jpeg";

    [TestMethod]
    public async Task WhatIsNoJpegIsUnreadable() => await RefusedAsync(422, 1, _ => "not a still"u8.ToArray());

    [TestMethod]
    public async Task AnEmptyBodyIsUnreadable() => await RefusedAsync(422, 1, _ => []);

    [TestMethod]
    public async Task AStillWithoutATokenIsUnsigned() => await RefusedAsync(422, 2, _ => TestJpeg.Make());

    [TestMethod]
    public async Task ATokenAfterTheScanCountsAsNone() => await RefusedAsync(422, 2, camera =>
    {
        byte[] still = TestJpeg.Make(), file = camera.Seal(1, 1, still);
        return [.. still[..^2], .. file[2..^(still.Length - 2)], .. still[^2..]];
    });

    [TestMethod]
    public async Task AChangedByteIsNotAuthentic() => await RefusedAsync(422, 3, camera => Flip(camera.Seal(1, 1), -10));

    [TestMethod]
    public async Task GarbageInsteadOfCborIsNotAuthentic() => await RefusedAsync(422, 3, _ =>
        TestCamera.Wrap(TestJpeg.Make(), [0x9F, 0xFF, 0x5F, 0x00, 0xDB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]));

    [TestMethod]
    public async Task DeepNestingIsNotAuthentic() => await RefusedAsync(422, 3, _ =>
        TestCamera.Wrap(TestJpeg.Make(), [.. Enumerable.Repeat((byte)0x81, 900)]));

    [TestMethod]
    public async Task TwoTokensAreNotAuthentic() => await RefusedAsync(422, 3, camera =>
    {
        byte[] still = TestJpeg.Make(), file = camera.Seal(1, 1, still);
        byte[] segment = file[2..^(still.Length - 2)];
        return [.. file[..2], .. segment, .. segment, .. still[2..]];
    });

    [TestMethod]
    [DataRow(7, DisplayName = "box instance")]
    [DataRow(44, DisplayName = "toggles")]
    [DataRow(15, DisplayName = "length of the superbox")]
    public async Task SegmentBytesThatDifferFromTheRebuiltOnesAreNotAuthentic(int offset) =>
        await RefusedAsync(422, 3, camera => Flip(camera.Seal(1, 1), 2 + offset));

    [TestMethod]
    public async Task ATruncatedStillIsNotAuthentic() => await RefusedAsync(422, 3, camera => camera.Seal(1, 1)[..^100]);

    [TestMethod]
    public async Task ATokenOfAnotherDeviceThanTheCertificateIsForeign()
    {
        using TestCamera other = new();
        await RefusedAsync(422, 5, _ => other.Seal(1, 1));
    }

    [TestMethod]
    public async Task ACertificateWithoutADeviceKeyIsForeign()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();

        (int status, object?[] body) = await TestServer.PostAsync(server.Device(TestServer.Fleet.ForRsa()), camera.Seal(1, 1));

        Assert.AreEqual((422, (object?)5L), (status, body[1]));
        Assert.AreEqual(0, server.StoredFiles());
    }

    [TestMethod]
    [DataRow("text/plain")]
    [DataRow("image/jpegs")]
    [DataRow("application/octet-stream")]
    public async Task AnotherContentTypeIsRefused(string type) => await RefusedAsync(415, 9, camera => camera.Seal(1, 1), type);

    [TestMethod]
    public async Task ContentTypeMayHaveCapitalsAndParameters()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using ByteArrayContent content = new(camera.Seal(1, 1));
        content.Headers.TryAddWithoutValidation("Content-Type", "Image/JPEG; q=1");

        using HttpResponseMessage answer = await server.Device(camera).PostAsync("/v1/stills", content);

        Assert.AreEqual(HttpStatusCode.Created, answer.StatusCode);
    }

    [TestMethod]
    public async Task ASuspendedDeviceIsRefusedUntilItIsResumed()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new(), other = new();
        server.Server.Data.Cameras.Suspend(camera.Device, DateTimeOffset.UtcNow);

        (int status, object?[] body) = await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));
        Assert.AreEqual((403, (object?)7L), (status, body[1]));
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(other), other.Seal(1, 1))).Status);
        await server.Log.SawAsync("suspended");

        server.Server.Data.Cameras.Resume(camera.Device);
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1))).Status);
    }

    [TestMethod]
    public async Task UnknownPathsAndMethodsAreAnsweredInCbor()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);

        foreach (string path in new[] { "/", "/v1/stills/", "/v1/cameras", "/V1/stills", "/v1/stills/../stills" })
        {
            using HttpResponseMessage answer = await device.GetAsync(path);
            (int status, object?[] body) = await TestServer.ReadAsync(answer);
            Assert.AreEqual(path.EndsWith("../stills") ? 405 : 404, status, path);
            Assert.AreEqual(("sealcam error 1", 9L), ((string)body[0]!, (long)body[1]!));
        }

        using HttpResponseMessage put = await device.PutAsync("/v1/stills", new ByteArrayContent([1]));
        Assert.AreEqual(405, (await TestServer.ReadAsync(put)).Status);
        CollectionAssert.AreEqual(new[] { "POST" }, put.Content.Headers.Allow.ToArray());
    }

    private static byte[] Flip(byte[] file, int at)
    {
        file[at < 0 ? file.Length + at : at] ^= 0x01;
        return file;
    }

    private static async Task RefusedAsync(int status, long code, Func<TestCamera, byte[]> make, string type = Jpeg)
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);

        (int found, object?[] body) = await TestServer.PostAsync(device, make(camera), type);

        Assert.AreEqual("sealcam error 1", body[0]);
        Assert.AreEqual((status, code), (found, (long)body[1]!));
        Assert.IsTrue(((string)body[2]!).Length > 10);
        Assert.AreEqual(0, server.StoredFiles());
        Assert.AreEqual(1L, server.Server.Counters.RefusedFor((ErrorCode)code));
        await server.Log.SawAsync($"Warning: Refused a request of device {camera.Device} at 127.0.0.1: {status}, {body[2]}");
        Assert.AreEqual(201, (await TestServer.PostAsync(device, camera.Seal(9, 9))).Status, "The server keeps serving.");
    }
}
