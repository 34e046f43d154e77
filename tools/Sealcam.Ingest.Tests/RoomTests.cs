using System.Runtime.Versioning;

namespace Sealcam.Ingest.Tests;

/// <summary>No room: the faults are the kernel's and SQLite's own.</summary>
[TestClass]
[UnsupportedOSPlatform("windows")]
public sealed class RoomTests
{
    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public async Task AFullDiskIs507AndTheServerRecoversByItself()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        await TestServer.PostAsync(device, camera.Seal(1, 1));

        // What is written to /dev/full fails with ENOSPC, as on a full disk.
        File.CreateSymbolicLink(server.PathOf(camera, "1-2.jpg.part"), "/dev/full");
        byte[] file = camera.Seal(1, 2);
        using ByteArrayContent content = new(file);
        content.Headers.ContentType = new("image/jpeg");
        using HttpResponseMessage answer = await device.PostAsync("/v1/stills", content);

        (int status, object?[] body) = await TestServer.ReadAsync(answer);
        Assert.AreEqual((507, (object?)8L), (status, body[1]));
        Assert.AreEqual("30", answer.Headers.RetryAfter?.ToString());
        Assert.AreEqual(1, server.StoredFiles(), "Nothing is left of it.");
        Assert.IsNull(server.Server.Data.Stills.Find(camera.Device, new StillOrder(1, 2)));
        await server.Log.SawAsync("No space left on device");

        Assert.AreEqual(201, (await TestServer.PostAsync(device, file)).Status);
        Assert.IsTrue(File.Exists("/dev/full"));
    }

    [TestMethod]
    public async Task AFullIndexIs507AndTheStillIsTakenInWhenItComesAgain()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        server.Server.Data.Index.Execute("PRAGMA max_page_count = 1");
        int sequence = 0, status;
        do
        {
            status = (await TestServer.PostAsync(device, camera.Seal(1, (uint)++sequence))).Status;
        }
        while (status == 201 && sequence < 500);

        Assert.AreEqual(507, status);
        server.Server.Data.Index.Execute("PRAGMA max_page_count = 1000000");
        byte[] file = camera.Seal(1, (uint)sequence);
        Assert.AreEqual(200, (await TestServer.PostAsync(device, file)).Status, "Its file was durable already.");
        Assert.AreEqual(409,
            (await TestServer.PostAsync(device, camera.Seal(1, (uint)sequence, TestJpeg.Make(seed: 9999)))).Status);
    }

    [TestMethod]
    public async Task AFolderThatCannotBeMadeIs507()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new(), other = new();
        string path = Path.Combine(server.Stills, camera.Device);
        File.WriteAllText(path, "a file where the folder should be");

        Assert.AreEqual(507, (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1))).Status);
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(other), other.Seal(1, 1))).Status);

        File.Delete(path);
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1))).Status);
    }
}
