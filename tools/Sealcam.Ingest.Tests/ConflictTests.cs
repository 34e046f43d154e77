namespace Sealcam.Ingest.Tests;

/// <summary>A different still under a used order.</summary>
[TestClass]
public sealed class ConflictTests
{
    [TestMethod]
    public async Task ADifferentStillUnderAUsedOrderIsRefusedAndRaisesAnAlarmThatNamesTheCauses()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        byte[] first = camera.Seal(4, 2, TestJpeg.Make(seed: 1));
        List<Alarm> raised = [];
        server.Server.AlarmRaised += raised.Add;
        await TestServer.PostAsync(device, first);

        (int status, object?[] body) = await TestServer.PostAsync(device, camera.Seal(4, 2, TestJpeg.Make(seed: 2)));

        Assert.AreEqual((409, (object?)4L), (status, body[1]));
        CollectionAssert.AreEqual(first, File.ReadAllBytes(server.PathOf(camera, "4-2.jpg")), "The first still stays.");
        Alarm alarm = server.Server.Data.Alarms.Open(10).Single();
        Assert.AreEqual((camera.Device, new StillOrder(4, 2)), (alarm.Device, alarm.Order!.Value));
        StringAssert.Contains(alarm.Sentence, "copied to a second device");
        StringAssert.Contains(alarm.Sentence, "rolled back by a restore or a redeploy");
        Assert.AreEqual(alarm, raised.Single());
        await server.Log.SawAsync("ALARM");
        Assert.AreEqual('C', server.Server.Data.Stills.Find(camera.Device, new StillOrder(4, 2))!.Verdict);
        Assert.AreEqual(1L, server.Server.Counters.RefusedAs('C'));
    }

    [TestMethod]
    public async Task RepetitionsAreCountedInOneAlarmUntilSomebodyPutsItAway()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);
        await TestServer.PostAsync(device, camera.Seal(1, 1));
        for (int seed = 100; seed < 103; seed++)
        {
            await TestServer.PostAsync(device, camera.Seal(1, 1, TestJpeg.Make(seed: seed)));
        }

        Alarm alarm = server.Server.Data.Alarms.Open(10).Single();
        Assert.AreEqual(3, alarm.Times);

        Assert.IsTrue(server.Server.Data.Alarms.PutAway(alarm.Id));
        Assert.IsFalse(server.Server.Data.Alarms.PutAway(alarm.Id));
        Assert.IsEmpty(server.Server.Data.Alarms.Open(10));
        await TestServer.PostAsync(device, camera.Seal(1, 1, TestJpeg.Make(seed: 200)));
        Assert.AreEqual(1, server.Server.Data.Alarms.Open(10).Single().Times);
    }

    [TestMethod]
    public async Task OfManyDifferentStillsUnderOneOrderAtOnceExactlyOneIsStored()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera);

        var answers = await Task.WhenAll(Enumerable.Range(1, 12)
            .Select(seed => TestServer.PostAsync(device, camera.Seal(1, 1, TestJpeg.Make(seed: seed)))));

        Assert.AreEqual(1, answers.Count(answer => answer.Status == 201));
        Assert.AreEqual(11, answers.Count(answer => answer.Status == 409));
        Assert.AreEqual(1, server.StoredFiles());
    }

    [TestMethod]
    public async Task OneOrderOfTwoCamerasIsNoConflict()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera one = new(), two = new();

        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(one), one.Seal(1, 1))).Status);
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(two), two.Seal(1, 1))).Status);
    }
}
