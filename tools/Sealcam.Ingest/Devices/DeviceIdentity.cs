using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>Who is at the other end of a connection, as its certificate proves.</summary>
/// <param name="Key">
/// 32 bytes: the device ID that the certificate's key makes; null if that key is none (not P-256, or with an odd Y).
/// </param>
/// <param name="Simulated">The certificate stems from a simulated authority.</param>
internal sealed record DeviceIdentity(byte[]? Key, bool Simulated)
{
    /// <summary>The device ID as text, or null.</summary>
    public string? Text => Key is null ? null : DeviceId.ToText(Key);

    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>
    /// The device ID that a certificate's key makes (PROTOCOL.md 1: X of a P-256 key whose Y is even), or null.
    /// </summary>
    public static byte[]? KeyOf(X509Certificate2 certificate)
    {
        using ECDsa? key = certificate.GetECDsaPublicKey();
        if (key is null)
        {
            return null;
        }

        ECParameters parameters = key.ExportParameters(false);
        return parameters.Curve.Oid?.Value == P256 && (parameters.Q.Y![^1] & 1) == 0 ? parameters.Q.X : null;
    }
}
