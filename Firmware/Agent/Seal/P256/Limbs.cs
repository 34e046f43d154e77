namespace Sealcam;

/// <summary>
/// Numbers of up to 261 bits in nine limbs of 29 bits, the lowest first: what <see cref="Field"/> and <see cref="Scalar"/>
/// share.
/// </summary>
public static class Limbs
{
    public const int Count = 9;
    public const int Bits = 29;
    public const int Mask = (1 << Bits) - 1;

    /// <summary>1, the factor that takes a number out of Montgomery form. Not to be written to.</summary>
    public static readonly long[] One = { 1, 0, 0, 0, 0, 0, 0, 0, 0 };

    /// <summary>Reads 32 big-endian bytes.</summary>
    public static void Read(byte[] source, int offset, long[] r)
    {
        long held = 0;
        int bits = 0, limb = 0;
        for (int i = offset + 31; i >= offset; i--)
        {
            held |= (long)source[i] << bits;
            bits += 8;
            if (bits >= Bits)
            {
                r[limb++] = held & Mask;
                held >>= Bits;
                bits -= Bits;
            }
        }
        r[limb] = held;
    }

    /// <summary>Writes 32 big-endian bytes of a number below 2^256 whose limbs are carried.</summary>
    public static void Write(long[] a, byte[] target, int offset)
    {
        long held = 0;
        int bits = 0, limb = 0;
        for (int i = offset + 31; i >= offset; i--)
        {
            if (bits < 8)
            {
                held |= a[limb++] << bits;
                bits += Bits;
            }
            target[i] = (byte)held;
            held >>= 8;
            bits -= 8;
        }
    }

    /// <summary>Carries, so that limbs 0 to 7 are in 0 .. 2^29 - 1. A negative number leaves a negative limb 8.</summary>
    public static void Carry(long[] r)
    {
        for (int i = 0; i < Count - 1; i++)
        {
            r[i + 1] += r[i] >> Bits;
            r[i] &= Mask;
        }
    }

    /// <summary>-1, 0 or 1 as a is less than, equal to or greater than b. Limbs are carried.</summary>
    public static int Compare(long[] a, long[] b)
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (a[i] != b[i])
            {
                return a[i] < b[i] ? -1 : 1;
            }
        }
        return 0;
    }

    /// <summary>r = a - b, carried. r may be a or b.</summary>
    public static void Subtract(long[] r, long[] a, long[] b)
    {
        for (int i = 0; i < Count; i++)
        {
            r[i] = a[i] - b[i];
        }
        Carry(r);
    }

    /// <summary>Brings a tidy r (-modulus .. 2 modulus) to 0 .. modulus - 1.</summary>
    public static void Reduce(long[] r, long[] modulus)
    {
        Carry(r);
        while (r[Count - 1] < 0)
        {
            for (int i = 0; i < Count; i++)
            {
                r[i] += modulus[i];
            }
            Carry(r);
        }
        while (Compare(r, modulus) >= 0)
        {
            Subtract(r, r, modulus);
        }
    }

    public static bool IsZero(long[] a)
    {
        long any = 0;
        for (int i = 0; i < Count; i++)
        {
            any |= a[i];
        }
        return any == 0;
    }

    /// <summary>Bit <paramref name="index"/> (0 is the lowest) of a carried number; 0 beyond bit 260.</summary>
    public static int Bit(long[] a, int index)
    {
        int limb = index / Bits;
        return limb < Count ? (int)(a[limb] >> (index - limb * Bits)) & 1 : 0;
    }

    public static void Copy(long[] from, long[] to)
    {
        for (int i = 0; i < Count; i++)
        {
            to[i] = from[i];
        }
    }

    /// <summary>Overwrites a secret.</summary>
    public static void Clear(long[] a)
    {
        for (int i = 0; i < Count; i++)
        {
            a[i] = 0;
        }
    }
}
