#nullable disable
using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host.Tests;

/// <summary>A CA whose leaves can be wrong in every way that a test wants; made without the code under test.</summary>
internal sealed class Pki : IDisposable
{
    public const string ServerUsage = "1.3.6.1.5.5.7.3.1", ClientUsage = "1.3.6.1.5.5.7.3.2";
    public static readonly Pki Shared = new("CN=Test CA");
    public static readonly Pki Other = new("CN=Other CA");
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly X509Certificate2 _signing;

    public Pki(string subject)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _signing = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-3), DateTimeOffset.UtcNow.AddYears(3));
        Authority = X509CertificateLoader.LoadCertificate(_signing.RawData);
    }

    public X509Certificate2 Authority { get; }

    /// <summary>A certificate with its key, valid from <paramref name="from"/> to <paramref name="to"/> days from now.</summary>
    public X509Certificate2 Leaf(string host = "localhost", int from = -1, int to = 30, string usage = ServerUsage)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out IPAddress address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        byte[] serial = RandomNumberGenerator.GetBytes(8);
        using X509Certificate2 made = request.Create(_signing, Now.AddDays(from), Now.AddDays(to), serial);
        using X509Certificate2 joined = made.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(joined.Export(X509ContentType.Pkcs12), null);
    }

    public void Dispose()
    {
        _signing.Dispose();
        Authority.Dispose();
    }
}
