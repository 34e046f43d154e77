using System.Numerics;
using System.Security.Cryptography;

namespace Sealcam.Verify;

/// <summary>
/// P-256 (FIPS 186-5, SP 800-186 3.2.1.3) as the protocol uses it: keys with an even Y, signatures with a low s.
/// </summary>
public static class P256
{
    private static readonly BigInteger _p = Hex("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
    private static readonly BigInteger _b = Hex("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");
    private static readonly BigInteger _n = Hex("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    /// <summary>
    /// The even Y (32 bytes) for an X, or false if no point has this X: it is not below p, or x^3 - 3x + b is no square mod p.
    /// </summary>
    public static bool TryEvenY(ReadOnlySpan<byte> x, out byte[] y)
    {
        y = [];
        BigInteger value = Number(x);
        if (x.Length != Protocol.DeviceIdBytes || value >= _p)
        {
            return false;
        }

        BigInteger square = (((value * value - 3) * value + _b) % _p + _p) % _p;
        // p is 3 mod 4, so a root of a square is its power of (p + 1) / 4.
        BigInteger root = BigInteger.ModPow(square, (_p + 1) / 4, _p);
        if (root * root % _p != square)
        {
            return false;
        }

        y = new byte[Protocol.DeviceIdBytes];
        byte[] bytes = (root.IsEven ? root : _p - root).ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(y.AsSpan(y.Length - bytes.Length));
        return true;
    }

    /// <summary>True if r and s are in the protocol's ranges: 1 to n - 1, and 1 to (n - 1) / 2 (PROTOCOL.md 2.2).</summary>
    public static bool IsInRange(ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Protocol.SignatureBytes)
        {
            return false;
        }

        BigInteger r = Number(signature[..32]), s = Number(signature[32..]);
        return !r.IsZero && r < _n && !s.IsZero && s <= (_n - 1) / 2;
    }

    /// <summary>
    /// True if the signature (r and s, 32 bytes each) is in range and signs the SHA-256 of <paramref name="data"/>.
    /// </summary>
    public static bool Verify(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (!IsInRange(signature))
        {
            return false;
        }

        using ECDsa key = Import(x, y);
        return IsSigned(key, data, signature);
    }

    /// <summary>The platform's key for a point that is on the curve.</summary>
    internal static ECDsa Import(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = x.ToArray(), Y = y.ToArray() },
    });

    /// <summary>The platform's check, which knows nothing of our range of s.</summary>
    internal static bool IsSigned(ECDsa key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static BigInteger Hex(string digits) => Number(Convert.FromHexString(digits));
}
