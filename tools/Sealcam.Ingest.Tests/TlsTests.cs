using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sealcam.Ingest.Tests;

/// <summary>Who is let in: only certificates of the configured authorities, in date, for clients.</summary>
[TestClass]
public sealed class TlsTests
{
    [TestMethod]
    public async Task WithoutACertificateNobodyGetsIn() => await TurnedAwayAsync(null, "no certificate");

    [TestMethod]
    public async Task AnUnknownAuthorityIsTurnedAway()
    {
        using TestCamera camera = new();
        await TurnedAwayAsync(new TestAuthority("CN=Stranger CA").For(camera), "PartialChain");
    }

    [TestMethod]
    public async Task AnAuthorityThatOnlyBearsTheNameIsTurnedAway()
    {
        using TestCamera camera = new();
        await TurnedAwayAsync(new TestAuthority("CN=Test fleet CA").For(camera), "Turned away");
    }

    [TestMethod]
    public async Task AnExpiredCertificateIsTurnedAway()
    {
        using TestCamera camera = new();
        await TurnedAwayAsync(TestServer.Fleet.For(camera, DateTimeOffset.UtcNow.AddDays(-1)), "NotTimeValid");
    }

    [TestMethod]
    public async Task AServersCertificateIsNoDevices()
    {
        using TestCamera camera = new();
        await TurnedAwayAsync(TestServer.Fleet.For(camera, usage: "1.3.6.1.5.5.7.3.1"), "NotValidForUsage");
    }

    [TestMethod]
    public async Task AnAuthoritysOwnCertificateIsNoDevices() =>
        await TurnedAwayAsync(TestServer.Fleet.Root, "the certificate is an authority's own");

    [TestMethod]
    public async Task ASelfSignedCertificateIsTurnedAway() =>
        await TurnedAwayAsync(new TestAuthority("CN=Self").Root, "Turned away");

    [TestMethod]
    public async Task PlainHttpAtTheTlsPortIsTurnedAway()
    {
        await using TestServer server = await TestServer.StartAsync();
        using TcpClient tcp = new();
        await tcp.ConnectAsync("127.0.0.1", server.Server.DevicesPort);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(RawTls.Request + "Content-Length: 0\r\n\r\n"));

        await server.Log.SawAsync("the TLS handshake was not completed");
        using TestCamera camera = new();
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1))).Status);
    }

    [TestMethod]
    [DataRow(SslProtocols.Tls12)]
    [DataRow(SslProtocols.Tls13)]
    public async Task BothTlsVersionsWork(SslProtocols version)
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();
        using TcpClient tcp = new();
        await tcp.ConnectAsync("127.0.0.1", server.Server.DevicesPort);
        await using SslStream stream = new(tcp.GetStream());
        SslClientAuthenticationOptions options = TestServer.Tls(TestServer.Fleet.For(camera));
        options.EnabledSslProtocols = version;
        await stream.AuthenticateAsClientAsync(options);
        using RawTls raw = new(stream);
        byte[] file = camera.Seal(1, 1);

        await raw.SendAsync(RawTls.Head(file.Length), file);

        Assert.AreEqual(201, await raw.StatusAsync());
        Assert.AreEqual(version, stream.SslProtocol);
    }

    [TestMethod]
    public async Task AnIntermediateAuthorityThatTheDeviceSendsIsFollowed()
    {
        // A cross-signed development authority below a real root keeps its mark: the name in the middle of the chain is enough.
        await using TestServer server = await TestServer.StartAsync(
            options => options with { DeviceCas = [new DeviceCa(TestServer.Fleet.Certificate, false)] });
        using TestCamera camera = new();
        (X509Certificate2 middle, X509Certificate2 leaf) = TestServer.Fleet.Below("CN=" + DeviceCa.DevelopmentName, camera);
        using TcpClient tcp = new();
        await tcp.ConnectAsync("127.0.0.1", server.Server.DevicesPort);
        await using SslStream stream = new(tcp.GetStream());
        SslClientAuthenticationOptions options = TestServer.Tls(null);
        options.ClientCertificateContext = SslStreamCertificateContext.Create(leaf, [middle], offline: true);
        await stream.AuthenticateAsClientAsync(options);
        using RawTls raw = new(stream);
        byte[] file = camera.Seal(1, 1);

        await raw.SendAsync(RawTls.Head(file.Length), file);

        Assert.AreEqual(201, await raw.StatusAsync());
        Assert.IsTrue(server.Server.Data.Cameras.Find(camera.Device)!.Simulated);
    }

    private static async Task TurnedAwayAsync(X509Certificate2? certificate, string reason)
    {
        await using TestServer server = await TestServer.StartAsync();
        using TestCamera camera = new();

        await Assert.ThrowsAsync<HttpRequestException>(() => TestServer.PostAsync(server.Device(certificate), camera.Seal(1, 1)));

        await server.Log.SawAsync("Turned away a connection from 127.0.0.1");
        await server.Log.SawAsync(reason);
        Assert.AreEqual(0, server.StoredFiles());
        Assert.AreEqual(1L, server.Server.Counters.TurnedAway);
        Assert.AreEqual(201, (await TestServer.PostAsync(server.Device(camera), camera.Seal(1, 1))).Status,
            "The server keeps serving.");
    }
}
