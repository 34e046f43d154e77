using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Sealcam.Host;

namespace Sealcam.Provision;

/// <summary>The fleet's CA in <c>ca/</c>: found there, whichever tool made it, or made.</summary>
internal sealed class FleetAuthority : IDisposable
{
    public const string CertificateName = "ca.pem", KeyName = "ca.key";

    /// <summary>RFC 5280 4.1.2.5: "no well-defined expiration date".</summary>
    public static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>What Firmware/Esp32/DeviceCredentials.cs reads of a file.</summary>
    private const int DeviceBytes = 8192;

    private readonly X509Certificate2 _joined;
    private readonly TimeProvider _time;

    private FleetAuthority(string pem, X509Certificate2 joined, TimeProvider time)
    {
        Pem = pem;
        _joined = joined;
        _time = time;
    }

    /// <summary>What devices and ingest get.</summary>
    public string Pem { get; }

    public X509Certificate2 Certificate => _joined;

    /// <exception cref="HostException">What is there cannot be a fleet's CA; the sentence says why.</exception>
    public static FleetAuthority Open(FleetFolder folder, TimeProvider time)
    {
        string certificate = Path.Combine(folder.Authority, CertificateName);
        string key = Path.Combine(folder.Authority, KeyName);
        bool hasKey = File.Exists(key);
        if (!hasKey && (File.Exists(certificate) || folder.DeviceFolders().Any()))
        {
            throw new HostException($"{key} is missing: put the fleet's CA back; a new one would not be known to its devices");
        }

        if (!hasKey)
        {
            using ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            folder.Write(key, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        }
        else if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        if (!File.Exists(certificate))
        {
            folder.Write(certificate, Encoding.ASCII.GetBytes(SelfSigned(key, time.GetUtcNow())));
        }

        var authority = new FleetAuthority(CertificatesOf(certificate), Load(certificate, key), time);
        return authority.Fault() is not { } fault ? authority
            : throw new HostException($"{certificate} cannot be a fleet's CA: {fault}");
    }

    /// <summary>Who signs a certificate that begins a day ago, for clocks that are behind.</summary>
    public CertificateMaker.Issuer Issuer(DateTimeOffset to)
    {
        X509SignatureGenerator generator = _joined.GetECDsaPrivateKey() is { } ec ? X509SignatureGenerator.CreateForECDsa(ec)
            : X509SignatureGenerator.CreateForRSA(_joined.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
        return new CertificateMaker.Issuer(_joined, generator, _time.GetUtcNow().AddDays(-1), to);
    }

    /// <summary>
    /// The certificates of a file, as PEM, and nothing else that may be in it: some tools put the private key there too, and this
    /// goes onto every device.
    /// </summary>
    /// <exception cref="HostException">There are none, or more than a device reads.</exception>
    public static string CertificatesOf(string path)
    {
        X509Certificate2Collection read = [];
        try
        {
            read.ImportFromPemFile(path);
        }
        catch (CryptographicException e)
        {
            throw new HostException($"{path} holds no certificates: {e.Message}", e);
        }

        string pem = string.Concat(read.Select(one => one.ExportCertificatePem() + "\n"));
        return pem.Length is > 0 and <= DeviceBytes ? pem
            : throw new HostException($"{path} must hold certificates (PEM) of at most {DeviceBytes} bytes together");
    }

    public void Dispose() => _joined.Dispose();

    private static string SelfSigned(string keyPath, DateTimeOffset now)
    {
        using ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(keyPath));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new HostException($"{keyPath} is damaged: put the fleet's CA back", e);
        }

        // Two fleets at one receiver are told apart by the CA's name, which people read in logs.
        string number = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 4));
        using X509Certificate2 made = CertificateMaker.Authority($"CN=Sealcam fleet CA {number}", key, now.AddDays(-1), Never);
        return made.ExportCertificatePem() + "\n";
    }

    private static X509Certificate2 Load(string certificate, string key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new HostException($"{certificate} and {key} are no CA with its key (PEM, not encrypted): {e.Message}", e);
        }
    }

    private string? Fault()
    {
        X509Certificate2 ca = _joined;
        DateTime now = _time.GetUtcNow().LocalDateTime;
        X509KeyUsageFlags? usage = ca.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        if (!ca.SubjectName.RawData.AsSpan().SequenceEqual(ca.IssuerName.RawData))
        {
            return "it is not self-signed, and ingest takes roots only";
        }

        if (ca.GetNameInfo(X509NameType.SimpleName, forIssuer: false) == "Sealcam development CA")
        {
            return "it is a development CA, whose cameras are simulated everywhere";
        }

        if (ca.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault() is not { CertificateAuthority: true }
            || usage is { } uses && (uses & X509KeyUsageFlags.KeyCertSign) == 0)
        {
            return "it may not sign certificates (basic constraints, key usage)";
        }

        return now >= ca.NotBefore && now < ca.NotAfter ? null
            : string.Create(CultureInfo.InvariantCulture, $"it is valid from {ca.NotBefore:yyyy-MM-dd} to {ca.NotAfter:yyyy-MM-dd}");
    }
}
