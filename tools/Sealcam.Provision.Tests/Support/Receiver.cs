using System.Security.Cryptography.X509Certificates;
using Sealcam.Ingest;
using Sealcam.Verify;

namespace Sealcam.Provision.Tests;

/// <summary>The real ingest server, started as <c>sealcam ingest</c> starts it from a fleet's files.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly string _data;

    private Receiver(IngestServer server, string data)
    {
        Server = server;
        _data = data;
        server.StillKept += (row, _) =>
        {
            lock (Kept)
            {
                Kept.Add(row);
            }
        };
        server.AlarmRaised += alarm =>
        {
            lock (Alarms)
            {
                Alarms.Add(alarm);
            }
        };
    }

    public IngestServer Server { get; }

    public List<StillRow> Kept { get; } = [];

    public List<Alarm> Alarms { get; } = [];

    public int Port => Server.DevicesPort;

    public static async Task<Receiver> StartAsync(Fleet fleet, string data)
    {
        ServerFiles files = fleet.Certify(["localhost"]);
        (X509Certificate2 own, X509Certificate2Collection chain) = Certificates.LoadServer(files.Certificate, files.Key);
        var receiver = new Receiver(new IngestServer(new IngestOptions
        {
            DataFolder = data,
            DevicesPort = 0,
            GalleryPort = 0,
            ServerCertificate = own,
            ServerChain = chain,
            DeviceCas = [.. Certificates.LoadCas(fleet.AuthorityFile, simulated: false)],
        }), data);
        await receiver.Server.StartAsync();
        return receiver;
    }

    /// <summary>What the gallery tells of its cameras, as JSON.</summary>
    public async Task<string> CamerasAsync()
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(Server.GalleryAddress, "/v1/cameras"));
    }

    /// <summary>The stored files, judged as a set.</summary>
    public StreamReport Judge()
    {
        var verifier = new StreamVerifier();
        foreach (string file in Directory.GetFiles(Path.Combine(_data, "stills"), "*.jpg", SearchOption.AllDirectories))
        {
            verifier.Add(Path.GetFileName(file), File.ReadAllBytes(file));
        }

        return verifier.Report();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
