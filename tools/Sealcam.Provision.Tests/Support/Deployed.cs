using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sealcam.Host;

namespace Sealcam.Provision.Tests;

/// <summary>
/// A board onto whose drive a device's flash folder was copied, with the real agent. The host board itself takes simulated
/// identities only, so the parts are put together here, from the files and under the names that a real board uses.
/// </summary>
internal sealed class Deployed : IDisposable
{
    private static int _boots;

    private readonly DirectoryStore _store;
    private readonly SslLink _link;
    private readonly SceneCamera _camera;
    private readonly HostClock _clock = new();

    public Deployed(string drive, int port, int stills)
    {
        _store = new DirectoryStore(drive);
        _link = new SslLink(new SslLinkOptions
        {
            Authority = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(drive, "ca.pem"))),
            Identity = () => Identity(drive),
            Now = () => _clock.UtcNow,
        });
        // A name of its own: two boots within one second would otherwise make the same still, byte for byte.
        _camera = new SceneCamera($"boot {Interlocked.Increment(ref _boots)}", SceneSize.Qvga, _clock);
        Parts = new Parts
        {
            Camera = _camera, Link = _link, Store = _store, Clock = _clock, Entropy = new HostEntropy(), Mac = new HostMac(),
            Log = new ConsoleLog(_clock, new HostLog(Lines.Add)),
        };
        Agent = new Agent(Parts, new Settings
        {
            Host = "localhost", Port = port, IntervalMs = 30, StillLimit = stills, RequestPath = null, HealthPath = null,
        });
        Agent.Clock.Offer(_clock.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
    }

    public List<string> Lines { get; } = [];

    public Parts Parts { get; }

    public Agent Agent { get; }

    /// <summary>
    /// Copies all that goes onto the drive, as a deploying tool does; what is there and has another name stays.
    /// </summary>
    public static void Deploy(string device, string drive)
    {
        Directory.CreateDirectory(drive);
        foreach (string file in Directory.GetFiles(Path.Combine(device, "flash")))
        {
            File.Copy(file, Path.Combine(drive, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>
    /// One boot: captures its stills, ships them, and stops in order. False if that takes longer than a minute.
    /// </summary>
    public static bool Boot(string drive, int port, int stills, out string log)
    {
        using var board = new Deployed(drive, port, stills);
        long end = Environment.TickCount64 + 60_000;
        while (!board.Agent.IsDrained && Environment.TickCount64 < end)
        {
            Thread.Sleep(Math.Min(board.Agent.Step(), 10));
        }

        board.Agent.Stop();
        log = string.Join('\n', board.Lines);
        return board.Agent.IsDrained;
    }

    public void Dispose()
    {
        _link.Dispose();
        _camera.Dispose();
        _store.Dispose();
    }

    private X509Certificate2 Identity(string drive)
    {
        using X509Certificate2 shown = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(drive, "device.pem")));
        using ECDsa key = DeviceKey.From(Identities.Newest(_store)).ToEcdsa();
        return DeviceCertificateOf(shown, key);
    }

    /// <summary>Windows' TLS does not see a key that lives in this process alone.</summary>
    private static X509Certificate2 DeviceCertificateOf(X509Certificate2 shown, ECDsa key)
    {
        using X509Certificate2 joined = shown.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(joined.Export(X509ContentType.Pkcs12), null);
    }
}
