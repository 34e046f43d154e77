using System;

namespace Sealcam;

/// <summary>
/// The private key in the form that TLS stacks read: ECPrivateKey in DER (RFC 5915 section 3, SEC 1 C.4), named curve P-256.
/// </summary>
/// <remarks>
/// The optional public key is always written. nanoFramework's X509Certificate2 parses the key with a random generator that has
/// no state (nf-interpreter:src/PAL/COM/sockets/ssl/MbedTLS/ssl_decode_private_key_internal.cpp passes NULL for it), and Mbed
/// TLS calls that generator to compute a public key that is missing (mbedtls:library/pkparse.c, pk_parse_key_sec1_der). Tried
/// with Mbed TLS 3.6.6: with the public key it parses, without it the program crashes, and so would the board.
/// </remarks>
public static class DerKey
{
    /// <summary>Bytes of the encoding, always.</summary>
    public const int Bytes = 121;

    private const int AtKey = 7, AtCurve = 39, AtPoint = 57;

    // SEQUENCE of 119 bytes, INTEGER 1, OCTET STRING of 32 bytes: d follows.
    private static readonly byte[] Head = { 0x30, 0x77, 0x02, 0x01, 0x01, 0x04, 0x20 };

    // [0] OID 1.2.840.10045.3.1.7 (prime256v1), [1] BIT STRING of 66 bytes with no unused bits, uncompressed point:
    // x and y follow.
    private static readonly byte[] Curve =
    {
        0xA0, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0xA1, 0x44, 0x03, 0x42, 0x00, 0x04,
    };

    /// <summary>
    /// The encoding of private key <paramref name="d"/> (32 bytes) and the point whose X and Y are the 64 bytes at
    /// <paramref name="pointOffset"/>. The caller wipes what it gets.
    /// </summary>
    public static byte[] Encode(byte[] d, byte[] point, int pointOffset)
    {
        var der = new byte[Bytes];
        Array.Copy(Head, 0, der, 0, Head.Length);
        Array.Copy(d, 0, der, AtKey, 32);
        Array.Copy(Curve, 0, der, AtCurve, Curve.Length);
        Array.Copy(point, pointOffset, der, AtPoint, 64);
        return der;
    }
}
