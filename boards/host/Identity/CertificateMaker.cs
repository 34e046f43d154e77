using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host;

/// <summary>The three kinds of certificate of a Sealcam CA (profile: RFC 5280 4.2.1), with SHA-256.</summary>
internal static class CertificateMaker
{
    // What browsers still take from a server; nothing here needs longer.
    public const int LeafDays = 397;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>A self-signed CA that signs leaves only.</summary>
    public static X509Certificate2 Authority(string subject, ECDsa key, DateTimeOffset from, DateTimeOffset to)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        var identifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(identifier);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier));
        using X509Certificate2 made = request.CreateSelfSigned(from, to);
        return X509CertificateLoader.LoadCertificate(made.RawData);
    }

    /// <param name="subject">Its name; verifiers look at <paramref name="names"/> alone.</param>
    /// <param name="names">DNS names and IP addresses.</param>
    /// <param name="key">The server's key, P-256.</param>
    /// <param name="issuer">Who signs.</param>
    public static X509Certificate2 Server(string subject, IReadOnlyCollection<string> names, ECDsa key, Issuer issuer)
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

        CertificateRequest request = Leaf(subject, key, ServerAuthentication);
        request.CertificateExtensions.Add(alternatives.Build());
        return issuer.Sign(request);
    }

    public static X509Certificate2 Device(string subject, DeviceKey key, Issuer issuer)
    {
        using ECDsa ecdsa = key.ToEcdsa();
        return issuer.Sign(Leaf(subject, ecdsa, ClientAuthentication));
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

    /// <summary>The CA's certificate, its key (EC or RSA), and the dates of what it signs.</summary>
    public sealed record Issuer(X509Certificate2 Certificate, X509SignatureGenerator Key, DateTimeOffset From, DateTimeOffset To)
    {
        public X509Certificate2 Sign(CertificateRequest request)
        {
            // A CA that another tool made may have no key identifier to point to.
            if (Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any())
            {
                request.CertificateExtensions.Add(
                    X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
            }

            // A leaf must not be older than its issuer.
            DateTimeOffset from = From < Certificate.NotBefore ? Certificate.NotBefore : From;
            byte[] serial = RandomNumberGenerator.GetBytes(16);
            // Positive (RFC 5280 4.1.2.2), and DER allows no needless zero in front (X.690 8.3.2).
            serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
            return request.Create(Certificate.SubjectName, Key, from, To, serial);
        }
    }
}
