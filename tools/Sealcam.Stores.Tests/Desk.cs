using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sealcam.Host;
using Sealcam.Verify;

namespace Sealcam.Stores.Tests;

/// <summary>A folder with a development CA, its server certificate as PEM, and a place for what a store keeps.</summary>
internal sealed class Desk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sealcam-stores-");

    public Desk()
    {
        Authority = DevelopmentAuthority.Open(this["authority"]);
        CertificateFile = this["server.crt"];
        KeyFile = this["server.key"];
        File.WriteAllText(CertificateFile, Authority.Server.ExportCertificatePem());
        using ECDsa? key = Authority.Server.GetECDsaPrivateKey();
        using RSA? other = key == null ? Authority.Server.GetRSAPrivateKey() : null;
        File.WriteAllText(KeyFile, key?.ExportPkcs8PrivateKeyPem() ?? other!.ExportPkcs8PrivateKeyPem());
        Directory.CreateDirectory(Stored);
    }

    public DevelopmentAuthority Authority { get; }

    public string CertificateFile { get; }

    public string KeyFile { get; }

    /// <summary>Where stills end up.</summary>
    public string Stored => this["stored"];

    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>A camera with these settings; the same flash each time.</summary>
    public StoreCamera Camera(int stills, params string[] settings) => new(Authority, this["flash"], stills, settings);

    public string[] Files => Directory.GetFiles(Stored, "*.jpg", SearchOption.AllDirectories);

    /// <summary>What <c>sealcam verify</c> finds in the folder: so many stills, all authentic, none missing.</summary>
    public void VerifyWhole(int stills) => VerifyWhole(Files.Select(file => (file, File.ReadAllBytes(file))), stills);

    public static void VerifyWhole(IEnumerable<(string Name, byte[] Bytes)> files, int stills)
    {
        var verifier = new StreamVerifier();
        foreach ((string name, byte[] bytes) in files)
        {
            verifier.Add(name, bytes);
        }

        StreamReport report = verifier.Report();
        Assert.AreEqual(0, report.Unordered.Count);
        Assert.AreEqual(1, report.Devices.Count);
        Assert.AreEqual(new string(Verdict.Authentic, stills), report.Devices[0].Letters);
        Assert.AreEqual(0, report.Devices[0].Missing);
    }

    public void Dispose()
    {
        Authority.Dispose();
        _folder.Delete(recursive: true);
    }
}
