using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Ingest.Tests;

/// <summary>A tiny certificate authority.</summary>
internal sealed class TestAuthority
{
    private readonly X509Certificate2 _root;

    public TestAuthority(string subject)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using X509Certificate2 made =
            request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(30));
        _root = Portable(made);
    }

    /// <summary>Without its key.</summary>
    public X509Certificate2 Certificate => X509CertificateLoader.LoadCertificate(_root.RawData);

    /// <summary>With its key: nobody should ever present it.</summary>
    public X509Certificate2 Root => _root;

    public X509Certificate2 ForServer()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        return Issue("CN=localhost", key, "1.3.6.1.5.5.7.3.1", DateTimeOffset.UtcNow.AddDays(7), names.Build());
    }

    public X509Certificate2 For(TestCamera camera, DateTimeOffset? end = null, string usage = "1.3.6.1.5.5.7.3.2") =>
        Issue($"CN={camera.Device}", camera.Key, usage, end ?? DateTimeOffset.UtcNow.AddDays(7), null);

    /// <summary>A device certificate of an intermediate authority, and that authority's.</summary>
    public (X509Certificate2 Middle, X509Certificate2 Leaf) Below(string subject, TestCamera camera)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 made =
            request.Create(_root, DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(20), [5]);
        using X509Certificate2 middle = made.CopyWithPrivateKey(key);
        CertificateRequest leaf = new($"CN={camera.Device}", camera.Key, HashAlgorithmName.SHA256);
        using X509Certificate2 bare =
            leaf.Create(middle, DateTimeOffset.UtcNow.AddDays(-10), DateTimeOffset.UtcNow.AddDays(10), [6]);
        return (X509CertificateLoader.LoadCertificate(made.RawData), Portable(bare.CopyWithPrivateKey(camera.Key)));
    }

    /// <summary>A device certificate over a key that is none of a camera.</summary>
    public X509Certificate2 ForRsa()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=rsa", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        X509SignatureGenerator issuer = X509SignatureGenerator.CreateForECDsa(_root.GetECDsaPrivateKey()!);
        using X509Certificate2 made = request.Create(
            _root.SubjectName, issuer, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(7), [7]);
        using X509Certificate2 withKey = made.CopyWithPrivateKey(key);
        return Portable(withKey);
    }

    private X509Certificate2 Issue(string subject, ECDsa key, string usage, DateTimeOffset end, X509Extension? more)
    {
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        if (more is not null)
        {
            request.CertificateExtensions.Add(more);
        }

        using X509Certificate2 made =
            request.Create(_root, DateTimeOffset.UtcNow.AddDays(-20), end, RandomNumberGenerator.GetBytes(8));
        using X509Certificate2 withKey = made.CopyWithPrivateKey(key);
        return Portable(withKey);
    }

    private static X509Certificate2 Portable(X509Certificate2 certificate) => X509CertificateLoader.LoadPkcs12(
        certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
}
