#if !NANOFRAMEWORK_1_0
using System.Numerics;

namespace Sealcam.Tests;

/// <summary>
/// P-256 by big integers and affine formulas: slow, plain, and apart from the code under test. Host only: nanoFramework has
/// none.
/// </summary>
public static class HostCurve
{
    public static readonly BigInteger P = Hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    public static readonly BigInteger N = Hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    public static readonly BigInteger Gx = Hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296");
    public static readonly BigInteger Gy = Hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

    /// <summary>k * G for k that is not a multiple of n.</summary>
    public static void Multiply(BigInteger k, out BigInteger x, out BigInteger y)
    {
        k = Mod(k, N);
        bool any = false;
        x = y = 0;
        for (int i = 255; i >= 0; i--)
        {
            if (any)
            {
                Add(x, y, x, y, out x, out y);
            }
            if (!((k >> i) & 1).IsZero)
            {
                if (any)
                {
                    Add(x, y, Gx, Gy, out x, out y);
                }
                else
                {
                    x = Gx;
                    y = Gy;
                    any = true;
                }
            }
        }
    }

    public static BigInteger Mod(BigInteger a, BigInteger m)
    {
        BigInteger r = BigInteger.Remainder(a, m);
        return r.Sign < 0 ? r + m : r;
    }

    public static BigInteger Inverse(BigInteger a, BigInteger m)
    {
        return BigInteger.ModPow(Mod(a, m), m - 2, m);
    }

    /// <summary>The number that signed limbs make.</summary>
    public static BigInteger Number(long[] limbs)
    {
        BigInteger number = 0;
        for (int i = limbs.Length - 1; i >= 0; i--)
        {
            number = (number << Limbs.Bits) + limbs[i];
        }
        return number;
    }

    /// <summary>Carried limbs of a number below 2^261.</summary>
    public static long[] ToLimbs(BigInteger number)
    {
        long[] limbs = new long[Limbs.Count];
        for (int i = 0; i < limbs.Length; i++)
        {
            limbs[i] = (long)(number & Limbs.Mask);
            number >>= Limbs.Bits;
        }
        return limbs;
    }

    public static BigInteger Number(byte[] bigEndian, int offset)
    {
        return new BigInteger(new System.ReadOnlySpan<byte>(bigEndian, offset, 32), true, true);
    }

    /// <summary>32 big-endian bytes.</summary>
    public static byte[] Bytes(BigInteger number)
    {
        byte[] bytes = new byte[32];
        byte[] some = number.ToByteArray(true, true);
        some.CopyTo(bytes, 32 - some.Length);
        return bytes;
    }

    private static BigInteger Hex(string text)
    {
        return Number(VectorHex.Bytes(text), 0);
    }

    /// <summary>The sum of two points that are not each other's negatives.</summary>
    public static void Add(BigInteger ax, BigInteger ay, BigInteger bx, BigInteger by, out BigInteger x, out BigInteger y)
    {
        BigInteger slope = ax == bx ? (3 * ax * ax - 3) * Inverse(2 * ay, P) : (by - ay) * Inverse(bx - ax, P);
        x = Mod(slope * slope - ax - bx, P);
        y = Mod(slope * (ax - x) - ay, P);
    }
}
#endif
