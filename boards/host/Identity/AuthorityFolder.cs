using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host;

/// <summary>The files of a <see cref="DevelopmentAuthority"/>: found, mended or made.</summary>
internal sealed class AuthorityFolder
{
    private const string CaCertificate = "ca.crt", CaKey = "ca.key", ServerCertificate = "server.crt", ServerKey = "server.key";
    private const int RenewDays = 30, AuthorityDays = 3650;
    private readonly PemFiles _files;
    private readonly TimeProvider _time;

    public AuthorityFolder(string folder, TimeProvider time)
    {
        _files = new PemFiles(folder);
        _time = time;
        CertificatePath = _files.PathOf(CaCertificate);
        Key = OwnKey();
        Certificate = OwnCertificate();
    }

    public string CertificatePath { get; }

    public ECDsa Key { get; }

    public X509Certificate2 Certificate { get; }

    public CertificateMaker.Issuer Issuer()
    {
        // A day back, for clocks that are behind.
        DateTimeOffset now = _time.GetUtcNow();
        return new CertificateMaker.Issuer(
            Certificate, X509SignatureGenerator.CreateForECDsa(Key), now.AddDays(-1), now.AddDays(CertificateMaker.LeafDays));
    }

    /// <summary>Signed by this CA, valid now and for a while yet.</summary>
    public bool IsCurrent(X509Certificate2 certificate)
    {
        DateTimeOffset now = _time.GetUtcNow();
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        return chain.Build(certificate) && certificate.NotAfter > now.AddDays(RenewDays).LocalDateTime;
    }

    /// <summary>The server certificate with its key, for exactly these names.</summary>
    public X509Certificate2 Server(string[] names)
    {
        ECDsa key = _files.Key(ServerKey);
        X509Certificate2 there = _files.Certificate(ServerCertificate);
        if (key == null || there == null || !IsCurrent(there) || !HasExactly(there, names) || !AreOne(there, key))
        {
            // Nothing depends on this key: whatever is wrong, a new pair mends it.
            key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            there = CertificateMaker.Server("CN=Sealcam development server, OU=simulated", names, key, Issuer());
            _files.Write(ServerKey, key.ExportPkcs8PrivateKeyPem());
            _files.Write(ServerCertificate, there.ExportCertificatePem());
        }

        using (there)
        using (key)
        {
            return DeviceCertificate.Join(there, key);
        }
    }

    /// <summary>The key comes first: of a run killed in between it is left, and the certificate is made from it.</summary>
    private ECDsa OwnKey()
    {
        ECDsa there = _files.Key(CaKey);
        if (there != null)
        {
            return there;
        }

        string path = _files.PathOf(CaKey);
        if (File.Exists(path) || File.Exists(CertificatePath))
        {
            throw new HostException($"{path} is missing or damaged: put it back, or delete {CertificatePath} and {path} "
                + "to get a new CA (cameras get new certificates by themselves)");
        }

        ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _files.Write(CaKey, made.ExportPkcs8PrivateKeyPem());
        return made;
    }

    /// <summary>Made again under the same key and name it is as good as the one before: what it issued still verifies.</summary>
    private X509Certificate2 OwnCertificate()
    {
        X509Certificate2 there = _files.Certificate(CaCertificate);
        if (there != null && !DevelopmentAuthority.IsDevelopment(there))
        {
            throw new HostException($"{CertificatePath} is not of a Sealcam development CA: this folder is somebody else's");
        }

        DateTimeOffset now = _time.GetUtcNow();
        // It must outlast every leaf that is signed today.
        DateTime last = now.AddDays(CertificateMaker.LeafDays + 1).LocalDateTime;
        if (there != null && AreOne(there, Key) && there.NotBefore <= now.LocalDateTime && there.NotAfter > last)
        {
            return there;
        }

        X509Certificate2 made = CertificateMaker.Authority(
            DevelopmentAuthority.Subject, Key, now.AddDays(-1), now.AddDays(AuthorityDays));
        _files.Write(CaCertificate, made.ExportCertificatePem());
        return made;
    }

    private static bool AreOne(X509Certificate2 certificate, ECDsa key)
    {
        return certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());
    }

    private static bool HasExactly(X509Certificate2 certificate, string[] names)
    {
        var there = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return there != null && there.EnumerateDnsNames().Concat(there.EnumerateIPAddresses().Select(a => a.ToString()))
            .ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(names);
    }
}
