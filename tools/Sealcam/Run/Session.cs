using System.Diagnostics;
using System.Net;
using Sealcam.Faults;
using Sealcam.Host;
using Sealcam.Ingest;
using Sealcam.Tool.Commands;

namespace Sealcam.Tool.Run;

/// <summary>One run: a development CA, the ingest server and the cameras, from start to summary.</summary>
internal static class Session
{
    /// <summary>How long Ctrl-C waits for stills on their way.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(10);

    /// <summary>RAM for the kept stills of a camera: twice the largest still that an agent takes.</summary>
    private const int OutboxBytes = 2 * Limits.StillBytes;

    /// <summary>ms: a run is looked at for minutes, so its cameras report more often than real ones.</summary>
    private const int HealthIntervalMs = 10_000;

    /// <summary>What a camera's folder may hold of stills: hours of an outage.</summary>
    private const int StorageBytes = 256 * 1024 * 1024, StorageStills = 16384;

    public static async Task<int> RunAsync(RunOptions options, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Data.FullName);
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(DataFolderOption.AuthorityFolder(options.Data));
        IRunView view = options.Json ? new SilentView() : RunViews.ForConsole();
        await using IRunServer server = await StartAsync(options, authority, cancel);
        await using FaultyProxy? proxy = options.Faults > 0
            ? new FaultyProxy(server.DevicesPort, new RandomWeather(options.Faults, options.Seed)) : null;
        HeapLog? heap = options.IsTrial ? new HeapLog(WarmUp(options)) : null;
        SimulatedCamera[] cameras = [.. Enumerable.Range(1, options.Cameras).Select(n => Make(n, options, authority, proxy?.Port ?? server.DevicesPort))];
        var watch = Stopwatch.StartNew();
        try
        {
            view.Started(server.Gallery, options);
            foreach (SimulatedCamera camera in cameras)
            {
                camera.Start();
            }

            await WatchAsync(cameras, options, view, server, heap, cancel);
            double seconds = Math.Round(watch.Elapsed.TotalSeconds, 1);
            HeapFigures? memory = heap?.Conclude();
            (long Stored, long Verified)? count = await server.CountAsync();
            var summary = new Summary([.. cameras.Select(camera => camera.Summarise())], count?.Stored, count?.Verified, seconds)
            {
                IsCounted = options.IsTrial,
                Heap = memory,
                Faults = proxy is null ? null : Met(proxy),
            };
            view.Ended(summary, Faults(cameras));
            return summary.IsWhole && cameras.All(camera => camera.Fault is null) ? ExitCode.Ok : ExitCode.Lost;
        }
        finally
        {
            foreach (SimulatedCamera camera in cameras)
            {
                camera.Stop();
                camera.Dispose();
            }
        }
    }

    private static async Task<IRunServer> StartAsync(RunOptions options, DevelopmentAuthority authority, CancellationToken cancel)
    {
        if (options.Server is { } address)
        {
            return new OtherServer(address);
        }

        if (options.IsTrial)
        {
            return await ChildServer.StartAsync(options);
        }

        var server = new IngestServer(new IngestOptions
        {
            DataFolder = options.Data.FullName,
            DevicesPort = options.Port,
            GalleryPort = options.GalleryPort,
            ServerCertificate = authority.Server,
            DeviceCas = [new DeviceCa(authority.Certificate, simulated: true)],
        });
        try
        {
            await server.StartAsync(cancel);
            return new OwnServer(server);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private static SimulatedCamera Make(int number, RunOptions options, DevelopmentAuthority authority, int port)
    {
        string name = $"camera-{number}";
        string flash = DataFolderOption.CameraFolder(options.Data, name);
        authority.Provision(flash);
        var board = new HostBoard(new HostBoardOptions
        {
            Name = name,
            FlashFolder = flash,
            Size = options.Size,
            StillsFolder = options.StillsFrom?.FullName,
            Authority = authority.Certificate,
            ServerHost = options.Server?.Host ?? "localhost",
        });
        var agent = new Agent(board.Parts, new Settings
        {
            Host = board.ServerHost,
            Port = port,
            IntervalMs = (int)options.Interval.TotalMilliseconds,
            StillLimit = options.Stills,
            OutboxBytes = OutboxBytes,
            HealthIntervalMs = HealthIntervalMs,
            StorageBytes = StorageBytes,
            StorageStills = StorageStills,
        });
        agent.Clock.Offer(board.Clock.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
        return new SimulatedCamera(name, board, agent, options.Stills);
    }

    private static async Task WatchAsync(
        SimulatedCamera[] cameras, RunOptions options, IRunView view, IRunServer server, HeapLog? heap, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan? until = options.Patience;
        bool leaving = false;
        while (!cameras.All(camera => camera.IsDone) && (until is null || watch.Elapsed < until))
        {
            if (server.Ended.IsCompleted)
            {
                // Nobody is left to deliver to, nor to count what was delivered.
                throw new IngestException(await server.Ended);
            }

            view.Show(cameras, server.Progress);
            heap?.Look();
            await Task.Delay(100, CancellationToken.None);
            if (!leaving && (cancel.IsCancellationRequested || watch.Elapsed >= options.For))
            {
                leaving = true;
                until = cancel.IsCancellationRequested ? watch.Elapsed + Goodbye : until;
                Array.ForEach(cameras, camera => camera.Drain());
            }
        }

        Array.ForEach(cameras, camera => camera.Stop());
        view.Show(cameras, server.Progress);
    }

    /// <summary>
    /// A tenth of the time, a minute at most: until then buffers grow to their size and the compiler is at work.
    /// </summary>
    private static TimeSpan WarmUp(RunOptions options) =>
        TimeSpan.FromSeconds(Math.Min(60, (options.For ?? options.Stills * options.Interval).TotalSeconds / 10));

    private static FaultFigures Met(FaultyProxy proxy) => new(proxy.Connections, proxy.Faults, Enum.GetValues<ProxyFaultKind>()
        .Where(kind => proxy.Met(kind) > 0).ToDictionary(kind => kind.ToString(), proxy.Met));

    private static IReadOnlyList<string> Faults(SimulatedCamera[] cameras) =>
        [.. cameras.Where(camera => camera.Fault is not null).Select(camera => $"{camera.Name} stopped: {camera.Fault!.Message}")];
}
