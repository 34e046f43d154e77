namespace Sealcam.Ingest.Tests;

/// <summary>What a cut, a person or a failing disk leaves between files and index, and what the next start makes of it.</summary>
[TestClass]
public sealed class RepairTests
{
    private static readonly StillOrder One = new(1, 1);

    [TestMethod]
    public async Task AFileWithoutARowIsVerifiedAndTakenIn()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] file = camera.Seal(1, 1);

        await server.RestartAsync(() => Put(server, camera, "1-1.jpg", file));

        Assert.IsNotNull(server.Server.Data.Stills.Find(camera.Device, One));
        Assert.AreEqual(200, (await TestServer.PostAsync(server.Device(camera), file)).Status);
    }

    [TestMethod]
    public async Task TheWholeIndexIsMadeAnewFromTheFiles()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera, TestServer.Development);
        for (uint sequence = 1; sequence <= 5; sequence++)
        {
            await TestServer.PostAsync(device, camera.Seal(2, sequence, claims: new TestClaims { Dropped = sequence }));
        }

        Camera before = server.Server.Data.Cameras.List().Single();
        await server.RestartAsync(() => Delete(server, "index.db*"));

        Camera after = server.Server.Data.Cameras.List().Single();
        Assert.AreEqual(before with { HeardMs = 0 }, after with { HeardMs = 0 });
        Assert.IsTrue(after.Simulated, "The mark lies beside the stills.");
    }

    [TestMethod]
    public async Task ADamagedIndexIsPutAsideMadeAnewAndSaidSo()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));

        await server.RestartAsync(() =>
        {
            Delete(server, "index.db-*");
            File.WriteAllText(Path.Combine(server.Options.DataFolder, "index.db"), new string('x', 5000));
        });

        Assert.IsNotNull(server.Server.Data.Stills.Find(camera.Device, One));
        Assert.AreEqual(Alarm.IndexKind, server.Server.Data.Alarms.Open(10).Single().Kind);
        Assert.HasCount(1, Directory.GetFiles(server.Options.DataFolder, "index.db.damaged-*"));
    }

    [TestMethod]
    public async Task TornPartsAreRemoved()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] file = camera.Seal(1, 1);

        await server.RestartAsync(() => Put(server, camera, "1-1.jpg.part", file[..100]));

        Assert.AreEqual(0, server.StoredFiles());
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), file)).Status);
    }

    [TestMethod]
    public async Task APartLeftByACutInTheSameRunDoesNotStandInTheWay()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        Put(server, camera, "1-1.jpg.part", new byte[100_000]);
        byte[] file = camera.Seal(1, 1);

        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), file)).Status);
        CollectionAssert.AreEqual(file, File.ReadAllBytes(server.PathOf(camera, "1-1.jpg")));
    }

    [TestMethod]
    public async Task AFileThatIsNotWhatItsNameSaysIsSetAside()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new(), other = new();
        byte[] file = camera.Seal(1, 1);

        await server.RestartAsync(() =>
        {
            Put(server, camera, "1-1.jpg", file[..^20]);
            Put(server, camera, "1-2.jpg", file);
            Put(server, camera, "1-3.jpg", other.Seal(1, 3));
            Put(server, camera, "01-4.jpg", file);
            Put(server, camera, "notes.txt", []);
        });

        Assert.IsEmpty(server.Server.Data.Stills.Unpruned(camera.Device));
        string[] names = [.. Directory.GetFiles(Path.Combine(server.Stills, camera.Device)).Select(Path.GetFileName).Order()!];
        CollectionAssert.AreEqual(new[] { "01-4.jpg", "1-1.jpg.bad", "1-2.jpg.bad", "1-3.jpg.bad", "notes.txt" }, names);
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), file)).Status);
    }

    [TestMethod]
    public async Task ARowWithoutAFileIsLostAndTheSameStillIsTakenAgain()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] file = camera.Seal(1, 1);
        await TestServer.PostAsync(server.Device(camera), file);

        await server.RestartAsync(() => File.Delete(server.PathOf(camera, "1-1.jpg")));

        Assert.AreEqual(StillState.Lost, server.Server.Data.Stills.Find(camera.Device, One)!.State);
        await server.Log.SawAsync("its file is gone or damaged");
        Assert.AreEqual(409,
            (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1, TestJpeg.Make(seed: 9)))).Status);
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), file)).Status);
        CollectionAssert.AreEqual(file, File.ReadAllBytes(server.PathOf(camera, "1-1.jpg")));
        Assert.AreEqual((long)file.Length, server.Server.Data.Archive.Bytes);
    }

    [TestMethod]
    public async Task AWholeCamerasFolderMayBeGone()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1));

        await server.RestartAsync(() => Directory.Delete(Path.Combine(server.Stills, camera.Device), true));

        Assert.AreEqual(StillState.Lost, server.Server.Data.Stills.Find(camera.Device, One)!.State);
        Assert.AreEqual(0L, server.Server.Data.Archive.Bytes);
    }

    [TestMethod]
    public async Task AFileThatAFailingDiskShortenedIsSetAsideAndTakenAgain()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        byte[] file = camera.Seal(1, 1);
        await TestServer.PostAsync(server.Device(camera), file);

        await server.RestartAsync(() => File.WriteAllBytes(server.PathOf(camera, "1-1.jpg"), file[..50]));

        Assert.IsTrue(File.Exists(server.PathOf(camera, "1-1.jpg.bad")));
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), file)).Status);
    }

    private static void Put(TestServer server, TestCamera camera, string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.Combine(server.Stills, camera.Device));
        File.WriteAllBytes(server.PathOf(camera, name), bytes);
    }

    private static void Delete(TestServer server, string pattern)
    {
        foreach (string path in Directory.GetFiles(server.Options.DataFolder, pattern))
        {
            File.Delete(path);
        }
    }
}
