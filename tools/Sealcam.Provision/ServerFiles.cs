using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Sealcam.Host;

namespace Sealcam.Provision;

/// <summary>Certificate and key of the ingest server, by the fleet's CA.</summary>
/// <param name="Certificate">Its file, PEM.</param>
/// <param name="Key">Its file, PEM.</param>
/// <param name="NotAfter">UTC.</param>
public sealed record ServerFiles(string Certificate, string Key, DateTime NotAfter)
{
    private const string CertificateName = "server.pem", KeyName = "server.key";

    /// <summary>The key is made once; the certificate anew each time, because it does end.</summary>
    internal static ServerFiles Make(FleetFolder folder, FleetAuthority authority, IReadOnlyList<string> names, TimeProvider time)
    {
        string? bad = names.FirstOrDefault(name =>
            Uri.CheckHostName(name) is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6));
        if (bad != null)
        {
            throw new HostException($"'{bad}' is not a host name or IP address");
        }

        string keyPath = Path.Combine(folder.Authority, KeyName);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(keyPath))
        {
            try
            {
                key.ImportFromPem(File.ReadAllText(keyPath));
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                throw new HostException($"{keyPath} is no private key: delete it to get a new one", e);
            }
        }
        else
        {
            folder.Write(keyPath, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        }

        using X509Certificate2 made = CertificateMaker.Server(
            "CN=Sealcam ingest", names, key, authority.Issuer(time.GetUtcNow().AddDays(CertificateMaker.LeafDays)));
        string path = Path.Combine(folder.Authority, CertificateName);
        folder.Write(path, Encoding.ASCII.GetBytes(made.ExportCertificatePem() + "\n"));
        return new ServerFiles(path, keyPath, made.NotAfter.ToUniversalTime());
    }
}
