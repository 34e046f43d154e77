namespace Sealcam.Ingest.Tests;

/// <summary>Live updates by server-sent events.</summary>
[TestClass]
public sealed class EventStreamTests
{
    [TestMethod]
    public async Task AnEventComesForAStillAnAlarmAndASuspension()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        HttpClient device = server.Device(camera), browser = server.Gallery();
        using StreamReader events = await OpenAsync(server);
        await UntilAsync(events, "event: hello");

        await TestServer.PostAsync(device, camera.Seal(1, 1));
        await UntilAsync(events, "event: still", $"data: {{\"device\":\"{camera.Device}\"}}");

        await TestServer.PostAsync(device, camera.Seal(1, 1, TestJpeg.Make(seed: 8)));
        await UntilAsync(events, "event: alarm");

        await browser.PutAsync($"/v1/cameras/{camera.Device}/suspension", null);
        await UntilAsync(events, "event: camera", $"data: {{\"device\":\"{camera.Device}\"}}");
    }

    [TestMethod]
    public async Task StreamsAreBoundedAndGivenBack()
    {
        await using TestServer server = await TestServer.StartAsync(
            options => options with { Limits = options.Limits with { EventStreams = 1 } });
        using (StreamReader first = await OpenAsync(server))
        {
            await UntilAsync(first, "event: hello");
            Assert.AreEqual(503, await GalleryGuardTests.StatusAsync(server.Gallery(), "/v1/events"));
        }

        await Patience.UntilAsync(() => server.Server.Feed.Streams == 0);
        using StreamReader second = await OpenAsync(server);
        await UntilAsync(second, "event: hello");
    }

    [TestMethod]
    public async Task ABrowserFarBehindIsCutOff()
    {
        IngestFeed feed = new(new IngestCounters());
        var stream = feed.Open();
        for (int i = 0; i < 1000; i++)
        {
            feed.Change("camera");
        }

        Assert.AreEqual(0, feed.Streams);
        int read = 0;
        while (await stream.Reader.WaitToReadAsync())
        {
            while (stream.Reader.TryRead(out _))
            {
                read++;
            }
        }

        Assert.AreEqual(256, read);
    }

    [TestMethod]
    public async Task AnOpenStreamDoesNotHoldUpTheStop()
    {
        TestServer server = await TestServer.StartAsync();
        using StreamReader events = await OpenAsync(server);
        await UntilAsync(events, "event: hello");

        DateTime start = DateTime.UtcNow;
        await server.DisposeAsync();

        Assert.IsTrue(DateTime.UtcNow - start < TimeSpan.FromSeconds(3));
    }

    private static async Task<StreamReader> OpenAsync(TestServer server) =>
        new(await server.Gallery().GetStreamAsync("/v1/events"));

    /// <summary>Reads on until all the lines have come, one right after the other.</summary>
    private static async Task UntilAsync(StreamReader events, params string[] lines)
    {
        using CancellationTokenSource stop = new(60_000);
        int at = 0;
        while (at < lines.Length)
        {
            string line = await events.ReadLineAsync(stop.Token)
                ?? throw new AssertFailedException($"The stream ended before '{lines[at]}'.");
            at = line == lines[at] ? at + 1 : line == lines[0] ? 1 : 0;
        }
    }
}
