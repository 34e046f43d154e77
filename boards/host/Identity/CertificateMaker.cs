using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host;

/// <summary>The three kinds of certificate of a development CA (profile: RFC 5280 4.2.1), all P-256 with SHA-256.</summary>
internal static class CertificateMaker
{
    public const int AuthorityDays = 3650;
    // What browsers still take from a server; nothing here needs longer.
    public const int LeafDays = 397;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    public static X509Certificate2 Authority(ECDsa key, DateTimeOffset now)
    {
        var request = new CertificateRequest(DevelopmentAuthority.Subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        var identifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(identifier);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier));
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(AuthorityDays));
        return X509CertificateLoader.LoadCertificate(made.RawData);
    }

    public static X509Certificate2 Server(IReadOnlyCollection<string> names, ECDsa key, Issuer issuer)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (string name in names)
        {
            if (IPAddress.TryParse(name, out IPAddress address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        CertificateRequest request = Leaf("CN=Sealcam development server, OU=simulated", key, ServerAuthentication);
        request.CertificateExtensions.Add(alternatives.Build());
        return issuer.Sign(request);
    }

    public static X509Certificate2 Device(DeviceKey key, Issuer issuer)
    {
        using ECDsa ecdsa = key.ToEcdsa();
        return issuer.Sign(Leaf($"CN={DeviceKey.Text(key.X)}, OU=simulated", ecdsa, ClientAuthentication));
    }

    private static CertificateRequest Leaf(string subject, ECDsa key, string usage)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    /// <summary>The CA's certificate, key and time of signing.</summary>
    public sealed record Issuer(X509Certificate2 Certificate, ECDsa Key, DateTimeOffset Now)
    {
        public X509Certificate2 Sign(CertificateRequest request)
        {
            request.CertificateExtensions.Add(
                X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
            // A day back, for clocks that are behind, but a leaf must not be older than its issuer.
            DateTimeOffset from = Now.AddDays(-1);
            from = from < Certificate.NotBefore ? Certificate.NotBefore : from;
            byte[] serial = RandomNumberGenerator.GetBytes(16);
            // RFC 5280 4.1.2.2: positive, and its first byte may not be a needless zero.
            serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
            X509SignatureGenerator generator = X509SignatureGenerator.CreateForECDsa(Key);
            return request.Create(Certificate.SubjectName, generator, from, Now.AddDays(LeafDays), serial);
        }
    }
}
