using System;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Sealcam.Host;

/// <summary>A P-256 key whose public Y is even, so that X alone is the public key and the device ID (PROTOCOL.md 2.5).</summary>
public sealed class DeviceKey
{
    // SEC 2 2.4.2: the prime, the order of the base point and b of secp256r1.
    private static readonly BigInteger P = Number("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly BigInteger N = Number("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static readonly BigInteger B = Number("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private readonly byte[] _y;

    private DeviceKey(byte[] d, byte[] x, byte[] y)
    {
        D = d;
        X = x;
        _y = y;
    }

    /// <summary>The private key, 32 bytes, big-endian.</summary>
    public byte[] D { get; }

    /// <summary>The device ID, 32 bytes.</summary>
    public byte[] X { get; }

    public static DeviceKey Create()
    {
        using ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Even(made.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>The same key if Y is even, else the one with d and Y negated: -(d G) = (n - d) G = (x, p - y).</summary>
    internal static DeviceKey Even(ECParameters key)
    {
        BigInteger y = Number(key.Q.Y);
        BigInteger d = Number(key.D);
        return y.IsEven ? new DeviceKey(key.D, key.Q.X, key.Q.Y) : new DeviceKey(Bytes(N - d), key.Q.X, Bytes(P - y));
    }

    /// <summary>The key of an order record.</summary>
    /// <exception cref="CryptographicException">The key is out of range, or the device ID is not its public half.</exception>
    public static DeviceKey From(OrderRecord record)
    {
        BigInteger x = Number(record.Id);
        BigInteger d = Number(record.Key);
        BigInteger square = (BigInteger.ModPow(x, 3, P) - (3 * x) + B) % P;
        square = square.Sign < 0 ? square + P : square;
        // p is 3 mod 4, so a root is the power (p + 1) / 4.
        BigInteger y = BigInteger.ModPow(square, (P + 1) / 4, P);
        var key = new DeviceKey(record.Key, record.Id, Bytes(y.IsEven ? y : P - y));
        if (d.IsZero || d >= N || x >= P || y * y % P != square || !key.IsPair())
        {
            throw new CryptographicException("the order record's key and device ID do not belong together");
        }

        return key;
    }

    /// <summary>For certificates and TLS; the caller disposes it.</summary>
    public ECDsa ToEcdsa()
    {
        return ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = D,
            Q = new ECPoint { X = X, Y = _y },
        });
    }

    /// <summary>RFC 4648 base32, lower case, no padding: 52 characters for 32 bytes.</summary>
    public static string Text(ReadOnlySpan<byte> deviceId)
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var text = new StringBuilder(52);
        int bits = 0;
        int held = 0;
        foreach (byte b in deviceId)
        {
            held = (held << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(held >> (bits - 5)) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(held << (5 - bits)) & 31]).ToString();
    }

    /// <summary>Not every platform compares the two halves when it imports them: a signature does.</summary>
    private bool IsPair()
    {
        try
        {
            using ECDsa whole = ToEcdsa();
            ECParameters open = whole.ExportParameters(includePrivateParameters: false);
            open.Q = new ECPoint { X = X, Y = _y };
            using ECDsa half = ECDsa.Create(open);
            byte[] signature = whole.SignHash(new byte[32]);
            return half.VerifyHash(new byte[32], signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static BigInteger Number(string hex)
    {
        return Number(Convert.FromHexString(hex));
    }

    private static BigInteger Number(byte[] bytes)
    {
        return new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
    }

    private static byte[] Bytes(BigInteger number)
    {
        byte[] bytes = new byte[32];
        byte[] tight = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        tight.CopyTo(bytes, 32 - tight.Length);
        return bytes;
    }
}
