namespace Sealcam.Ingest.Tests;

[TestClass]
public sealed class RetentionTests
{
    [TestMethod]
    public async Task TheOldestGoFirstWhenTheBytesAreUp()
    {
        using TestCamera camera = new();
        long one = camera.Seal(1, 1, TestJpeg.Make(10_000)).Length;
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Retention = new RetentionOptions { Bytes = one * 7 / 2 } });
        HttpClient device = server.Device(camera);
        for (uint sequence = 1; sequence <= 6; sequence++)
        {
            await TestServer.PostAsync(device, camera.Seal(1, sequence, TestJpeg.Make(10_000, (int)sequence)));
        }

        await Patience.UntilAsync(() => server.StoredFiles() == 3 && server.Server.Data.Archive.Bytes <= one * 7 / 2);
        CollectionAssert.AreEqual(
            new[] { "1-4.jpg", "1-5.jpg", "1-6.jpg" },
            Directory.GetFiles(Path.Combine(server.Stills, camera.Device)).Select(Path.GetFileName).Order().ToArray());
    }

    [TestMethod]
    public async Task AReplayOfAPrunedStillIsStillRecognised()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Retention = new RetentionOptions { Bytes = 1 } });
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        byte[] first = camera.Seal(1, 1);
        await TestServer.PostAsync(device, first);
        await TestServer.PostAsync(device, camera.Seal(1, 2));
        await Patience.UntilAsync(() => server.StoredFiles() == 1);

        Assert.AreEqual(200, (await TestServer.PostAsync(device, first)).Status,
            "It was stored once: the camera may release it.");
        Assert.AreEqual(409, (await TestServer.PostAsync(device, camera.Seal(1, 1, TestJpeg.Make(seed: 77)))).Status);
        Assert.AreEqual(1, server.StoredFiles());
    }

    [TestMethod]
    public async Task TheNewestStillOfEachCameraStays()
    {
        await using TestServer server = await TestServer.StartAsync(options => options with
        {
            Retention = new RetentionOptions { Bytes = 1, Age = TimeSpan.Zero, Interval = TimeSpan.FromMilliseconds(20) },
        });
        using TestCamera one = new(), two = new();
        await TestServer.PostAsync(server.Device(one), one.Seal(2, 1));
        await TestServer.PostAsync(server.Device(one), one.Seal(1, 9));
        await TestServer.PostAsync(server.Device(two), two.Seal(1, 1));

        await Patience.UntilAsync(() => server.StoredFiles() == 2);
        await Task.Delay(100);
        Assert.IsTrue(File.Exists(server.PathOf(one, "2-1.jpg")),
            "The newest is the one with the higher order, not the later arrival.");
        Assert.IsTrue(File.Exists(server.PathOf(two, "1-1.jpg")));
    }

    [TestMethod]
    public async Task StillsOlderThanTheAgeGo()
    {
        ShiftedTime time = new();
        await using TestServer server = await TestServer.StartAsync(options => options with
        {
            Time = time,
            Retention = new RetentionOptions { Age = TimeSpan.FromHours(1), Interval = TimeSpan.FromMilliseconds(20) },
        });
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        await TestServer.PostAsync(device, camera.Seal(1, 1));
        time.Shift = TimeSpan.FromMinutes(50);
        await TestServer.PostAsync(device, camera.Seal(1, 2));
        await TestServer.PostAsync(device, camera.Seal(1, 3));
        await Task.Delay(100);
        Assert.AreEqual(3, server.StoredFiles());

        time.Shift = TimeSpan.FromMinutes(70);

        await Patience.UntilAsync(() => server.StoredFiles() == 2);
        Assert.AreEqual(StillState.Pruned, server.Server.Data.Stills.Find(camera.Device, new StillOrder(1, 1))!.State);
    }

    [TestMethod]
    public async Task AFileThatACutLeftOfAPrunedStillIsRemovedAtTheNextStart()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));
        server.Server.Data.Stills.SetState(camera.Device, new StillOrder(1, 1), StillState.Pruned);

        await server.RestartAsync();

        Assert.AreEqual(0, server.StoredFiles());
    }

    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
