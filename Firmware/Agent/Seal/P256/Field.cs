namespace Sealcam;

/// <summary>The field of P-256: arithmetic mod p = 2^256 - 2^224 + 2^192 + 2^96 - 1 (SP 800-186, 3.2.1.3).</summary>
/// <remarks>
/// An element is nine limbs of 29 bits, the lowest first, in Montgomery form (times 2^261). Limbs are signed, so that a
/// difference needs no borrow. Nine limbs of 29 bits and not ten of 26: 81 products instead of 100, and the interpreter charges
/// for each; a multiplication measured 72 loop turns against 85.
/// <para>
/// Tidy: limbs 0 to 7 in 0 .. 2^29 - 1 (after <see cref="Combine"/> up to 2^26 more or less), limb 8 within 2^26, value within
/// -p .. 2p. What Multiply, Square and Combine give is tidy.
/// </para>
/// <para>
/// Add and Subtract do not carry: the limbs of a sum of two tidy ones grow twofold, those of a difference do not grow. A product
/// overflows 63 bits, in silence, if the growths of its factors multiply to four; so at most one factor of a product may be a
/// sum, none a sum of three, and Square takes no sum. The sums in <see cref="Point"/> then stay below 2^62.1.
/// </para>
/// </remarks>
public static partial class Field
{
    /// <summary>p. Not to be written to.</summary>
    public static readonly long[] Prime =
    {
        0x1FFFFFFF, 0x1FFFFFFF, 0x1FFFFFFF, 0x1FF, 0, 0, 0x40000, 0x1FE00000, 0xFFFFFF
    };

    /// <summary>p - 2: by Fermat the exponent of the inverse. Not to be written to.</summary>
    public static readonly long[] PrimeLess2 =
    {
        0x1FFFFFFD, 0x1FFFFFFF, 0x1FFFFFFF, 0x1FF, 0, 0, 0x40000, 0x1FE00000, 0xFFFFFF
    };

    // 2^522 mod p: a product with it takes a number into Montgomery form.
    private static readonly long[] _square =
    {
        0xC00, 0, 0x1FFF0000, 0x1FDFFFFF, 0x1FBFFFFF, 0x1FFFFFFF, 0x1FFFFFFF, 0x1FFFFFFE, 0x13
    };

    /// <summary>r = a + b, not carried. r may be a or b.</summary>
    public static void Add(long[] r, long[] a, long[] b)
    {
        r[0] = a[0] + b[0];
        r[1] = a[1] + b[1];
        r[2] = a[2] + b[2];
        r[3] = a[3] + b[3];
        r[4] = a[4] + b[4];
        r[5] = a[5] + b[5];
        r[6] = a[6] + b[6];
        r[7] = a[7] + b[7];
        r[8] = a[8] + b[8];
    }

    /// <summary>r = a - b, not carried. r may be a or b.</summary>
    public static void Subtract(long[] r, long[] a, long[] b)
    {
        r[0] = a[0] - b[0];
        r[1] = a[1] - b[1];
        r[2] = a[2] - b[2];
        r[3] = a[3] - b[3];
        r[4] = a[4] - b[4];
        r[5] = a[5] - b[5];
        r[6] = a[6] - b[6];
        r[7] = a[7] - b[7];
        r[8] = a[8] - b[8];
    }

    /// <summary>r = a + k * b, tidy, for k within 8. r may be a or b; both may be sums or differences of tidy ones.</summary>
    /// <remarks>The bits from 2^256 up come back below: 2^256 = 2^224 - 2^192 - 2^96 + 1 mod p.</remarks>
    public static void Combine(long[] r, long[] a, long k, long[] b)
    {
        long m = Limbs.Mask;
        long r0 = a[0] + k * b[0];
        long r1 = (r0 >> 29) + a[1] + k * b[1];
        long r2 = (r1 >> 29) + a[2] + k * b[2];
        long r3 = (r2 >> 29) + a[3] + k * b[3];
        long r4 = (r3 >> 29) + a[4] + k * b[4];
        long r5 = (r4 >> 29) + a[5] + k * b[5];
        long r6 = (r5 >> 29) + a[6] + k * b[6];
        long r7 = (r6 >> 29) + a[7] + k * b[7];
        long r8 = (r7 >> 29) + a[8] + k * b[8];
        long top = r8 >> 24;
        r[0] = (r0 & m) + top;
        r[1] = r1 & m;
        r[2] = r2 & m;
        r[3] = (r3 & m) - (top << 9);
        r[4] = r4 & m;
        r[5] = r5 & m;
        r[6] = (r6 & m) - (top << 18);
        r[7] = (r7 & m) + (top << 21);
        r[8] = r8 & 0xFFFFFF;
    }

    /// <summary>Takes a number below 2^257, limbs carried, into Montgomery form. r may be a.</summary>
    public static void ToMontgomery(long[] r, long[] a)
    {
        Multiply(r, a, _square);
    }

    /// <summary>The number 0 .. p - 1, limbs carried, that a tidy a stands for. r may be a.</summary>
    public static void FromMontgomery(long[] r, long[] a)
    {
        Multiply(r, a, Limbs.One);
        Limbs.Reduce(r, Prime);
    }
}
