using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Esp32;

/// <summary>PEM must end in a zero byte for Mbed TLS' parser, and of several certificates the first counts.</summary>
public class X509Certificate
{
    private readonly System.Security.Cryptography.X509Certificates.X509Certificate2 _first;

    public X509Certificate(byte[] data)
    {
        Data = data;
        bool isPem = data.Length > 0 && data[0] == '-';
        if (isPem && data[^1] != 0)
        {
            throw new ArgumentException(null);
        }

        _first = isPem
            ? System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(
                new string([.. data.TakeWhile(b => b != 0).Select(b => (char)b)]))
            : X509CertificateLoader.LoadCertificate(data);
    }

    public byte[] Data { get; }

    public byte[] PublicKey => _first.GetPublicKey();

    public System.DateTime GetEffectiveDate() => _first.NotBefore.ToUniversalTime();

    public System.DateTime GetExpirationDate() => _first.NotAfter.ToUniversalTime();
}

public sealed class X509Certificate2 : X509Certificate
{
    public X509Certificate2(byte[] data, byte[] key, string password)
        : base(data)
    {
        using var parsed = ECDsa.Create();
        parsed.ImportECPrivateKey(key, out int read);
        if (read != key.Length || password != null)
        {
            throw new ArgumentException(null);
        }

        ECParameters point = parsed.ExportParameters(false);
        KeyPoint = [4, .. point.Q.X, .. point.Q.Y];
    }

    /// <summary>Of the private key that was given.</summary>
    public byte[] KeyPoint { get; }
}
