using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Ingest.Tests;

/// <summary>What must keep a server from starting, each in one clear sentence.</summary>
[TestClass]
public sealed class StartTests
{
    private const string Token = "a-token-of-enough-characters";

    [TestMethod]
    public async Task APortInUseIsOneClearSentence()
    {
        await using TestServer first = await TestServer.StartAsync();

        foreach (Func<IngestOptions, IngestOptions> change in new Func<IngestOptions, IngestOptions>[]
        {
            options => options with { DevicesPort = first.Server.DevicesPort },
            options => options with { GalleryPort = first.Server.GalleryPort },
        })
        {
            IngestOptions options = change(TestServer.Defaults());
            await using (IngestServer second = new(options))
            {
                IngestException fault = await Assert.ThrowsAsync<IngestException>(() => second.StartAsync());
                StringAssert.Matches(fault.Message, new("^Port [0-9]+ of 127\\.0\\.0\\.1 is in use\\.$"));
            }

            Directory.Delete(options.DataFolder, true);
        }
    }

    [TestMethod]
    public async Task AFolderInUseIsOneClearSentence()
    {
        await using TestServer first = await TestServer.StartAsync();
        await using IngestServer second = new(first.Options);

        IngestException fault = await Assert.ThrowsAsync<IngestException>(() => second.StartAsync());

        StringAssert.Contains(fault.Message, "another server uses it");
    }

    [TestMethod]
    public void BeyondLoopbackTheGalleryNeedsACertificateAndAToken()
    {
        IngestOptions open = TestServer.Defaults() with { GalleryAddress = IPAddress.Any };

        foreach (IngestOptions options in new[]
        {
            open,
            open with { OwnerToken = Token },
            open with { GalleryCertificate = open.ServerCertificate },
            open with { OwnerToken = "short", GalleryCertificate = open.ServerCertificate },
        })
        {
            Assert.Throws<IngestException>(() => new IngestServer(options));
        }

        _ = new IngestServer(open with { OwnerToken = Token, GalleryCertificate = open.ServerCertificate });
    }

    [TestMethod]
    public void AnAuthorityMustBeARootAndTheDevelopmentOneIsAlwaysSimulated()
    {
        using TestCamera camera = new();

        Assert.Throws<IngestException>(() => new DeviceCa(TestServer.Fleet.For(camera), false));
        Assert.Throws<IngestException>(() => new IngestServer(TestServer.Defaults() with { DeviceCas = [] }));
        Assert.IsTrue(new DeviceCa(TestServer.Development.Certificate, false).Simulated);
        Assert.IsFalse(new DeviceCa(TestServer.Fleet.Certificate, false).Simulated);
        Assert.IsTrue(new DeviceCa(TestServer.Fleet.Certificate, true).Simulated);
    }

    [TestMethod]
    public async Task CertificatesAreReadFromPemFiles()
    {
        string folder = Directory.CreateTempSubdirectory("sealcam-test-").FullName;
        using var certificate = TestServer.Fleet.ForServer();
        string pem = Path.Combine(folder, "server.pem");
        string key = Path.Combine(folder, "server.key");
        string ca = Path.Combine(folder, "ca.pem");
        await File.WriteAllTextAsync(pem, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(key, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(ca, TestServer.Fleet.Certificate.ExportCertificatePem());

        var (read, chain) = Certificates.LoadServer(pem, key);
        IReadOnlyList<DeviceCa> authorities = Certificates.LoadCas(ca, simulated: false);

        Assert.IsTrue(read.HasPrivateKey);
        Assert.IsEmpty(chain);
        Assert.AreEqual("CN=Test fleet CA", authorities.Single().Certificate.Subject);
        Assert.Throws<IngestException>(() => Certificates.LoadServer(ca, key));
        Assert.Throws<IngestException>(() => Certificates.LoadCas(key, simulated: false));
        Assert.Throws<IngestException>(() => Certificates.LoadCas(Path.Combine(folder, "none"), simulated: false));
        Directory.Delete(folder, true);
    }

    [TestMethod]
    public void AnOrderHasOneText()
    {
        string[] odd = ["", "-", "1", "1-", "-1", "01-2", "1-02", "+1-2", "1- 2", "1-2-3", "4294967296-1", "1-2\0", "a-b"];
        foreach (string text in odd)
        {
            Assert.IsFalse(StillOrder.TryParse(text, out _), text);
        }

        Assert.IsTrue(StillOrder.TryParse("4294967295-12", out StillOrder order));
        Assert.AreEqual(new StillOrder(uint.MaxValue, 12), order);
        Assert.IsTrue(new StillOrder(2, 1).CompareTo(new StillOrder(1, 9)) > 0);
    }
}
