namespace Sealcam;

/// <summary>Squaring mod n.</summary>
public static partial class Scalar
{
    /// <summary>r = a * a / 2^261 mod n, tidy. r may be a.</summary>
    /// <remarks>As <see cref="Multiply"/>, with the products of two different limbs computed once and doubled.</remarks>
    public static void Square(long[] r, long[] a)
    {
        long a0 = a[0]; long a1 = a[1]; long a2 = a[2]; long a3 = a[3]; long a4 = a[4]; long a5 = a[5]; long a6 = a[6];
        long a7 = a[7]; long a8 = a[8]; long d0 = a0 << 1; long d1 = a1 << 1; long d2 = a2 << 1; long d3 = a3 << 1;
        long d4 = a4 << 1; long d5 = a5 << 1; long d6 = a6 << 1; long d7 = a7 << 1;
        long e0 = 0x39CDAAF, e1 = 0x231A9E8, e2 = 0x1A185EC3, e3 = 0x120AA4B1, e4 = 0x0000431;
        long u = 0xE00BC4F;    // 1 / e mod 2^29
        long m = Limbs.Mask, t;

        t = a0 * a0;
        long q0 = (t * u) & m;
        t -= q0 * e0;
        t = (t >> 29) + d0 * a1 - q0 * e1;
        long q1 = (t * u) & m;
        t -= q1 * e0;
        t = (t >> 29) + d0 * a2 + a1 * a1 - q1 * e1 - q0 * e2;
        long q2 = (t * u) & m;
        t -= q2 * e0;
        t = (t >> 29) + d0 * a3 + d1 * a2 - q2 * e1 - q1 * e2 - q0 * e3;
        long q3 = (t * u) & m;
        t -= q3 * e0;
        t = (t >> 29) + d0 * a4 + d1 * a3 + a2 * a2 - q3 * e1 - q2 * e2 - q1 * e3 - q0 * e4;
        long q4 = (t * u) & m;
        t -= q4 * e0;
        t = (t >> 29) + d0 * a5 + d1 * a4 + d2 * a3 - q4 * e1 - q3 * e2 - q2 * e3 - q1 * e4;
        long q5 = (t * u) & m;
        t -= q5 * e0;
        t = (t >> 29) + d0 * a6 + d1 * a5 + d2 * a4 + a3 * a3 - q5 * e1 - q4 * e2 - q3 * e3 - q2 * e4 + (q0 << 18);
        long q6 = (t * u) & m;
        t -= q6 * e0;
        t = (t >> 29) + d0 * a7 + d1 * a6 + d2 * a5 + d3 * a4 - q6 * e1 - q5 * e2 - q4 * e3 - q3 * e4 + (q1 << 18)
            - (q0 << 21);
        long q7 = (t * u) & m;
        t -= q7 * e0;
        t = (t >> 29) + d0 * a8 + d1 * a7 + d2 * a6 + d3 * a5 + a4 * a4 - q7 * e1 - q6 * e2 - q5 * e3 - q4 * e4 + (q2 << 18)
            - (q1 << 21) + (q0 << 24);
        long q8 = (t * u) & m;
        t -= q8 * e0;
        t = (t >> 29) + d1 * a8 + d2 * a7 + d3 * a6 + d4 * a5 - q8 * e1 - q7 * e2 - q6 * e3 - q5 * e4 + (q3 << 18)
            - (q2 << 21) + (q1 << 24);
        r[0] = t & m;
        t = (t >> 29) + d2 * a8 + d3 * a7 + d4 * a6 + a5 * a5 - q8 * e2 - q7 * e3 - q6 * e4 + (q4 << 18) - (q3 << 21)
            + (q2 << 24);
        r[1] = t & m;
        t = (t >> 29) + d3 * a8 + d4 * a7 + d5 * a6 - q8 * e3 - q7 * e4 + (q5 << 18) - (q4 << 21) + (q3 << 24);
        r[2] = t & m;
        t = (t >> 29) + d4 * a8 + d5 * a7 + a6 * a6 - q8 * e4 + (q6 << 18) - (q5 << 21) + (q4 << 24);
        r[3] = t & m;
        t = (t >> 29) + d5 * a8 + d6 * a7 + (q7 << 18) - (q6 << 21) + (q5 << 24);
        r[4] = t & m;
        t = (t >> 29) + d6 * a8 + a7 * a7 + (q8 << 18) - (q7 << 21) + (q6 << 24);
        r[5] = t & m;
        t = (t >> 29) + d7 * a8 - (q8 << 21) + (q7 << 24);
        r[6] = t & m;
        t = (t >> 29) + a8 * a8 + (q8 << 24);
        r[7] = t & m;
        r[8] = t >> 29;
    }
}
