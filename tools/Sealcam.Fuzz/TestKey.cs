using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Sealcam.Fuzz;

/// <summary>
/// A device key for tests, made from a name, so that vectors can be made again. Signs by RFC 6979 3.2 with the platform's curve
/// arithmetic: k times G is what the platform gives as the public key of k.
/// </summary>
public sealed class TestKey
{
    public static readonly BigInteger N = Number(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"));

    private readonly BigInteger _d;

    public TestKey(string name)
        : this(Number(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (N - 1) + 1, true)
    {
    }

    /// <summary>The key of <paramref name="d"/>, or of n - d if its Y is odd and <paramref name="even"/> is wanted.</summary>
    public TestKey(BigInteger d, bool even)
    {
        ECPoint point = Times(d);
        bool negate = even && (point.Y![31] & 1) != 0;
        _d = negate ? N - d : d;
        Id = point.X!;
        Y = negate ? Times(_d).Y! : point.Y!;
    }

    /// <summary>32 bytes: X, the device ID.</summary>
    public byte[] Id { get; }

    /// <summary>32 bytes: Y, even unless asked for otherwise.</summary>
    public byte[] Y { get; }

    /// <summary>32 bytes: the private key.</summary>
    public byte[] D => Fixed(_d);

    /// <summary>The same X with the odd Y: a key that no device may use.</summary>
    public TestKey Odd() => new(N - _d, false);

    /// <summary>r and s, 32 bytes each, s in its lower half.</summary>
    public byte[] Sign(byte[] data)
    {
        byte[] hash = SHA256.HashData(data);
        BigInteger k = NonceOf(hash);
        BigInteger r = Number(Times(k).X!) % N;
        BigInteger s = BigInteger.ModPow(k, N - 2, N) * (Number(hash) + r * _d) % N;
        return [.. Fixed(r), .. Fixed(s > (N - 1) / 2 ? N - s : s)];
    }

    /// <summary>k of RFC 6979 3.2 for P-256 and SHA-256.</summary>
    public BigInteger NonceOf(byte[] hash)
    {
        byte[] seed = [.. Fixed(_d), .. Fixed(Number(hash) % N)];
        byte[] v = Enumerable.Repeat((byte)1, 32).ToArray();
        byte[] key = Mac(new byte[32], [.. v, 0, .. seed]);
        v = Mac(key, v);
        key = Mac(key, [.. v, 1, .. seed]);
        v = Mac(key, v);
        while (true)
        {
            v = Mac(key, v);
            BigInteger k = Number(v);
            if (k > 0 && k < N)
            {
                return k;
            }

            key = Mac(key, [.. v, 0]);
            v = Mac(key, v);
        }
    }

    public static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>32 bytes, big-endian.</summary>
    public static byte[] Fixed(BigInteger value)
    {
        byte[] bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static byte[] Mac(byte[] key, byte[] data) => HMACSHA256.HashData(key, data);

    private static ECPoint Times(BigInteger scalar)
    {
        using ECDsa curve = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Fixed(scalar) });
        return curve.ExportParameters(false).Q;
    }
}
