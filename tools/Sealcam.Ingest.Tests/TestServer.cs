using System.Formats.Cbor;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Ingest.Tests;

/// <summary>
/// The real server on loopback with a data folder of its own, and clients that are what devices and browsers are.
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>The authority of real cameras, and of the server itself.</summary>
    public static readonly TestAuthority Fleet = new("CN=Test fleet CA");

    public static readonly TestAuthority Development = new("CN=" + DeviceCa.DevelopmentName);

    private static readonly X509Certificate2 ServerCertificate = Fleet.ForServer();

    private readonly List<HttpClient> _clients = [];

    private TestServer(IngestOptions options, TestLog log)
    {
        Options = options;
        Log = log;
        Server = new IngestServer(options);
    }

    public IngestOptions Options { get; }

    public TestLog Log { get; }

    public IngestServer Server { get; private set; }

    public string Stills => Path.Combine(Options.DataFolder, "stills");

    public static IngestOptions Defaults() => new()
    {
        DataFolder = Path.Combine(Path.GetTempPath(), "sealcam-test-" + Guid.NewGuid().ToString("N")),
        DevicesPort = 0,
        GalleryPort = 0,
        ServerCertificate = ServerCertificate,
        // The development authority is configured as real on purpose: its name must be enough.
        DeviceCas = [new DeviceCa(Fleet.Certificate, false), new DeviceCa(Development.Certificate, false)],
    };

    public static async Task<TestServer> StartAsync(Func<IngestOptions, IngestOptions>? change = null)
    {
        TestLog log = new();
        IngestOptions options = Defaults() with { Log = log };
        TestServer server = new(change is null ? options : change(options), log);
        await server.Server.StartAsync();
        return server;
    }

    /// <summary>Stops the server, lets a test change its folder, and starts a new one over it.</summary>
    public async Task RestartAsync(Action? between = null)
    {
        await Server.DisposeAsync();
        between?.Invoke();
        Server = new IngestServer(Options);
        await Server.StartAsync();
    }

    public string PathOf(TestCamera camera, string name) => Path.Combine(Stills, camera.Device, name);

    /// <summary>A device's connection.</summary>
    public HttpClient Device(TestCamera camera, TestAuthority? authority = null) => Device((authority ?? Fleet).For(camera));

    public HttpClient Device(X509Certificate2? certificate)
    {
        HttpClient client = new(new SocketsHttpHandler { SslOptions = Tls(certificate) })
        {
            BaseAddress = new Uri($"https://localhost:{Server.DevicesPort}"),
            Timeout = TimeSpan.FromSeconds(60),
        };
        _clients.Add(client);
        return client;
    }

    public HttpClient Gallery()
    {
        HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = Server.GalleryAddress,
            Timeout = TimeSpan.FromSeconds(60),
        };
        _clients.Add(client);
        return client;
    }

    public static SslClientAuthenticationOptions Tls(X509Certificate2? certificate) => new()
    {
        TargetHost = "localhost",
        ClientCertificates = certificate is null ? null : [certificate],
        LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
        CertificateChainPolicy = ServerTrust(),
    };

    public static async Task<(int Status, object?[] Body)> PostAsync(HttpClient device, byte[] still, string type = "image/jpeg")
    {
        using ByteArrayContent content = new(still);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using HttpResponseMessage answer = await device.PostAsync("/v1/stills", content);
        return await ReadAsync(answer);
    }

    /// <summary>The CBOR array of an answer; its form is checked on the way.</summary>
    public static async Task<(int Status, object?[] Body)> ReadAsync(HttpResponseMessage answer)
    {
        Assert.AreEqual("application/cbor", answer.Content.Headers.ContentType?.ToString());
        byte[] body = await answer.Content.ReadAsByteArrayAsync();
        Assert.IsTrue(body.Length <= 256, "A body is at most 256 bytes.");
        return ((int)answer.StatusCode, Cbor(body));
    }

    public static object?[] Cbor(byte[] body)
    {
        CborReader reader = new(body, CborConformanceMode.Canonical);
        object?[] items = new object?[reader.ReadStartArray()!.Value];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = reader.PeekState() switch
            {
                CborReaderState.UnsignedInteger => (long)reader.ReadUInt64(),
                CborReaderState.ByteString => Convert.ToHexStringLower(reader.ReadByteString()),
                CborReaderState.TextString => reader.ReadTextString(),
                CborReaderState.Null => ReadNull(reader),
                _ => throw new AssertFailedException("The body holds what it must not."),
            };
        }

        reader.ReadEndArray();
        Assert.AreEqual(0, reader.BytesRemaining);
        return items;
    }

    public int StoredFiles() =>
        Directory.GetFiles(Stills, "*", SearchOption.AllDirectories).Count(file => !file.EndsWith("simulated"));

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Server.DisposeAsync();
        Directory.Delete(Options.DataFolder, true);
    }

    private static object? ReadNull(CborReader reader)
    {
        reader.ReadNull();
        return null;
    }

    private static X509ChainPolicy ServerTrust()
    {
        X509ChainPolicy policy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.Add(Fleet.Certificate);
        return policy;
    }
}
