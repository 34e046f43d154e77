using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Sealcam.Host;
using Sealcam.Ingest;
using Sealcam.Tool.Run;
using Sealcam.Verify;

namespace Sealcam.Tool.Bench;

/// <summary>
/// How long it takes from asking for a still to having it, verified with the nonce asked: a real camera agent, real TLS and the
/// real server on loopback, and a requester that knows nothing but the camera's ID.
/// </summary>
internal static class RequestBench
{
    /// <summary>How long the camera may take to connect.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(int count, TimeSpan exposure, bool json, CancellationToken cancel)
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("sealcam-bench-");
        try
        {
            using DevelopmentAuthority authority = DevelopmentAuthority.Open(Path.Combine(data.FullName, "authority"));
            await using IngestServer server = new(new IngestOptions
            {
                DataFolder = Path.Combine(data.FullName, "ingest"),
                DevicesPort = 0,
                GalleryPort = 0,
                ServerCertificate = authority.Server,
                DeviceCas = [new DeviceCa(authority.Certificate, simulated: true)],
                Limits = new IngestLimits { RequestEvery = TimeSpan.Zero },
            });
            await server.StartAsync(cancel);
            using SimulatedCamera camera = Camera(authority, Path.Combine(data.FullName, "camera"), exposure, server.DevicesPort);
            camera.Start();
            try
            {
                List<double> times = await AskAsync(server.GalleryAddress, camera, count, cancel);
                Print(times, exposure, camera.Counters.Handshakes, json);
                return times.Count == count ? ExitCode.Ok : ExitCode.Lost;
            }
            finally
            {
                camera.Stop();
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static SimulatedCamera Camera(DevelopmentAuthority authority, string flash, TimeSpan exposure, int port)
    {
        authority.Provision(flash);
        HostBoard board = new(new HostBoardOptions
        {
            Name = "bench",
            FlashFolder = flash,
            Authority = authority.Certificate,
            Habits = new SensorHabits { ExposureMs = (int)exposure.TotalMilliseconds },
        });
        Agent agent = new(board.Parts, new Settings { Host = board.ServerHost, Port = port, IntervalMs = 0, RequestEveryMs = 0 });
        agent.Clock.Offer(board.Clock.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
        return new SimulatedCamera(board.Name, board, agent, 0);
    }

    /// <summary>ms of each request that was answered by an authentic still with its nonce.</summary>
    private static async Task<List<double>> AskAsync(Uri gallery, SimulatedCamera camera, int count, CancellationToken cancel)
    {
        using HttpClient requester = new() { BaseAddress = gallery, Timeout = Patience };
        string device = await DeviceAsync(requester, cancel);
        Verify.DeviceId.TryParse(device, out byte[] id);
        List<double> times = [];
        for (int i = 0; i <= count && !cancel.IsCancellationRequested; i++)
        {
            // At any moment of the camera's poll, not in step with it.
            await Task.Delay(RandomNumberGenerator.GetInt32(200), cancel);
            byte[] nonce = RandomNumberGenerator.GetBytes(16);
            long start = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await requester.PostAsync(
                $"/v1/cameras/{device}/requests?nonce={Convert.ToHexStringLower(nonce)}", null, cancel);
            byte[] still = await answer.Content.ReadAsByteArrayAsync(cancel);
            double took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            bool fresh = answer.IsSuccessStatusCode
                && StillVerifier.Verify(still, new Question { Device = id, Nonce = nonce }).Verdict == Verdict.Authentic;
            // The first one pays for everybody's just-in-time compiler.
            if (fresh && i > 0)
            {
                times.Add(took);
            }
        }

        return times;
    }

    /// <summary>The camera is listed as soon as its first health report came.</summary>
    private static async Task<string> DeviceAsync(HttpClient requester, CancellationToken cancel)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            using JsonDocument list = JsonDocument.Parse(await requester.GetStringAsync("/v1/cameras", cancel));
            JsonElement cameras = list.RootElement.GetProperty("cameras");
            if (cameras.GetArrayLength() > 0)
            {
                return cameras[0].GetProperty("device").GetString()!;
            }

            await Task.Delay(20, cancel);
        }

        throw new IOException("The camera did not connect.");
    }

    private static void Print(List<double> times, TimeSpan exposure, int handshakes, bool json)
    {
        times.Sort();
        var figures = new
        {
            answered = times.Count,
            exposureMs = exposure.TotalMilliseconds,
            minMs = At(0),
            medianMs = At(0.5),
            p95Ms = At(0.95),
            maxMs = At(1),
            handshakes,
        };
        Console.WriteLine(json ? JsonSerializer.Serialize(figures)
            : $"{figures.answered} requests answered, sensor {figures.exposureMs:0} ms: median {figures.medianMs} ms, "
                + $"95% {figures.p95Ms} ms, {figures.minMs} to {figures.maxMs} ms, {handshakes} handshake(s)");

        double At(double part) => times.Count == 0 ? -1 : Math.Round(times[(int)((times.Count - 1) * part)], 1);
    }
}
