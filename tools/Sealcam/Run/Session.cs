using System.Diagnostics;
using System.Net;
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
    private const int StorageBytes = 256 * 1024 * 1024, StorageStills = 4096;

    public static async Task<int> RunAsync(RunOptions options, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Data.FullName);
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(DataFolderOption.AuthorityFolder(options.Data));
        IRunView view = options.Json ? new SilentView() : RunViews.ForConsole();
        await using var server = new IngestServer(new IngestOptions
        {
            DataFolder = options.Data.FullName,
            DevicesPort = options.Port,
            GalleryPort = options.GalleryPort,
            ServerCertificate = authority.Server,
            DeviceCas = [new DeviceCa(authority.Certificate, simulated: true)],
        });
        await server.StartAsync(cancel);
        SimulatedCamera[] cameras = [.. Enumerable.Range(1, options.Cameras).Select(n => Make(n, options, authority, server.DevicesPort))];
        var watch = Stopwatch.StartNew();
        try
        {
            view.Started(server.GalleryAddress, options);
            foreach (SimulatedCamera camera in cameras)
            {
                camera.Start();
            }

            await WatchAsync(cameras, options, view, server, cancel);
            var summary = new Summary([.. cameras.Select(camera => camera.Summarise())], server.Counters.Stored, server.Counters.Verified,
                Math.Round(watch.Elapsed.TotalSeconds, 1));
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

    private static async Task WatchAsync(SimulatedCamera[] cameras, RunOptions options, IRunView view, IngestServer server, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan? until = options.Stills > 0 ? options.Patience : null;
        bool leaving = false;
        while (!cameras.All(camera => camera.IsDone) && (until is null || watch.Elapsed < until))
        {
            view.Show(cameras, server.Counters);
            await Task.Delay(100, CancellationToken.None);
            if (cancel.IsCancellationRequested && !leaving)
            {
                leaving = true;
                until = watch.Elapsed + Goodbye;
                Array.ForEach(cameras, camera => camera.Drain());
            }
        }

        Array.ForEach(cameras, camera => camera.Stop());
        view.Show(cameras, server.Counters);
    }

    private static IReadOnlyList<string> Faults(SimulatedCamera[] cameras) =>
        [.. cameras.Where(camera => camera.Fault is not null).Select(camera => $"{camera.Name} stopped: {camera.Fault!.Message}")];
}
