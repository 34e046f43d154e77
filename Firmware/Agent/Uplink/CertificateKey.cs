namespace Sealcam;

/// <summary>Finds the P-256 public key in an X.509 certificate, without parsing the rest.</summary>
/// <remarks>
/// Looks for a SubjectPublicKeyInfo (RFC 5480 section 2) by its bytes, which no other field of a certificate of this project
/// has. Good for a device's own certificate, which came over a trusted way; not for certificates that a stranger made.
/// </remarks>
public static class CertificateKey
{
    // AlgorithmIdentifier { id-ecPublicKey 1.2.840.10045.2.1, prime256v1 1.2.840.10045.3.1.7 },
    // then BIT STRING of 66 bytes with no unused bits, uncompressed point.
    private static readonly byte[] Info =
    {
        0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,
        0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    };

    /// <summary>Offset of X in the DER bytes (Y follows, 32 bytes each), or -1 if there is no uncompressed P-256 key.</summary>
    public static int Find(byte[] der)
    {
        for (int start = 0; start + Info.Length + 64 <= der.Length; start++)
        {
            int same = 0;
            while (same < Info.Length && der[start + same] == Info[same])
            {
                same++;
            }

            if (same == Info.Length)
            {
                return start + same;
            }
        }

        return -1;
    }
}
