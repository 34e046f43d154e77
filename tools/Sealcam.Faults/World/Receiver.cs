using System.Collections.Concurrent;
using System.Text.Json;
using Sealcam.Host;
using Sealcam.Ingest;
using Sealcam.Verify;

namespace Sealcam.Faults;

/// <summary>The real ingest server with a development CA, in a folder of its own that goes with it.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sealcam-faults-");
    private readonly ConcurrentDictionary<string, (int Stored, int Again)> _seen = new();
    private readonly HttpClient _gallery = new();
    private IngestServer? _server;
    private int _cameras;

    private Receiver()
    {
        Authority = DevelopmentAuthority.Open(PathOf("authority"));
    }

    public DevelopmentAuthority Authority { get; }

    /// <summary>Where devices connect.</summary>
    public int Port => _server!.DevicesPort;

    public IngestCounters Counters => _server!.Counters;

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver.RestartAsync(0);
        return receiver;
    }

    /// <summary>A server that ends and comes back, on the port that it had.</summary>
    public Task RestartAsync() => RestartAsync(Port);

    /// <summary>Makes the flash folder of a new camera.</summary>
    public string NewCamera()
    {
        string flash = PathOf("cameras", $"{Interlocked.Increment(ref _cameras)}");
        Authority.Provision(flash);
        return flash;
    }

    /// <summary>Times that stills of this device were taken: for the first time, and once more.</summary>
    public (int Stored, int Again) SeenOf(string device) => _seen.GetValueOrDefault(device);

    /// <summary>
    /// What is wrong at the index and in the folder if this device was to deliver <paramref name="stills"/> in one boot, each
    /// once.
    /// </summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(string device, int stills)
    {
        var faults = new List<string>();
        if (SeenOf(device).Stored != stills)
        {
            faults.Add($"{SeenOf(device).Stored} of {stills} stills stored");
            return faults;
        }

        Uri at = new(_server!.GalleryAddress, $"/v1/cameras/{device}");
        using JsonDocument camera = JsonDocument.Parse(await _gallery.GetStringAsync(at));
        Check("stills", stills);
        Check("missing", 0);
        Check("dropped", 0);
        string[] files = Directory.GetFiles(PathOf("ingest", "stills", device), "*.jpg");
        int authentic = files.Count(file => StillVerifier.Verify(File.ReadAllBytes(file)).Verdict == Verdict.Authentic);
        if (files.Length != stills || authentic != stills)
        {
            faults.Add($"{files.Length} files, {authentic} of them authentic, instead of {stills}");
        }

        if (Counters.RefusedAs(Verdict.Conflict) > 0)
        {
            faults.Add("two stills had one order");
        }

        return faults;

        void Check(string name, int expected)
        {
            int found = camera.RootElement.GetProperty(name).GetInt32();
            if (found != expected)
            {
                faults.Add($"the index says {name} {found}, not {expected}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gallery.Dispose();
        await _server!.DisposeAsync();
        Authority.Dispose();
        _folder.Delete(recursive: true);
    }

    private string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    private async Task RestartAsync(int port)
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _server = new IngestServer(new IngestOptions
        {
            DataFolder = PathOf("ingest"),
            DevicesPort = port,
            GalleryPort = 0,
            ServerCertificate = Authority.Server,
            DeviceCas = [new DeviceCa(Authority.Certificate, simulated: true)],
        });
        _server.StillKept += (row, again) => _seen.AddOrUpdate(
            row.Device, _ => again ? (0, 1) : (1, 0), (_, seen) => again ? (seen.Stored, seen.Again + 1) : (seen.Stored + 1, seen.Again));
        await _server.StartAsync();
    }
}
