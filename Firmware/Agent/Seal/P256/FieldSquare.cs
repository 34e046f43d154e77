namespace Sealcam;

/// <summary>Squaring mod p.</summary>
public static partial class Field
{
    /// <summary>r = a * a / 2^261 mod p, tidy. r may be a.</summary>
    /// <remarks>As <see cref="Multiply"/>, with the products of two different limbs computed once and doubled.</remarks>
    public static void Square(long[] r, long[] a)
    {
        long a0 = a[0]; long a1 = a[1]; long a2 = a[2]; long a3 = a[3]; long a4 = a[4]; long a5 = a[5]; long a6 = a[6];
        long a7 = a[7]; long a8 = a[8]; long d0 = a0 << 1; long d1 = a1 << 1; long d2 = a2 << 1; long d3 = a3 << 1;
        long d4 = a4 << 1; long d5 = a5 << 1; long d6 = a6 << 1; long d7 = a7 << 1;
        long m = Limbs.Mask, t;

        t = a0 * a0;
        long q0 = t & m;
        t = (t >> 29) + d0 * a1;
        long q1 = t & m;
        t = (t >> 29) + d0 * a2 + a1 * a1;
        long q2 = t & m;
        t = (t >> 29) + d0 * a3 + d1 * a2 + (q0 << 9);
        long q3 = t & m;
        t = (t >> 29) + d0 * a4 + d1 * a3 + a2 * a2 + (q1 << 9);
        long q4 = t & m;
        t = (t >> 29) + d0 * a5 + d1 * a4 + d2 * a3 + (q2 << 9);
        long q5 = t & m;
        t = (t >> 29) + d0 * a6 + d1 * a5 + d2 * a4 + a3 * a3 + (q3 << 9) + (q0 << 18);
        long q6 = t & m;
        t = (t >> 29) + d0 * a7 + d1 * a6 + d2 * a5 + d3 * a4 + (q4 << 9) + (q1 << 18) - (q0 << 21);
        long q7 = t & m;
        t = (t >> 29) + d0 * a8 + d1 * a7 + d2 * a6 + d3 * a5 + a4 * a4 + (q5 << 9) + (q2 << 18) - (q1 << 21) + (q0 << 24);
        long q8 = t & m;
        t = (t >> 29) + d1 * a8 + d2 * a7 + d3 * a6 + d4 * a5 + (q6 << 9) + (q3 << 18) - (q2 << 21) + (q1 << 24);
        r[0] = t & m;
        t = (t >> 29) + d2 * a8 + d3 * a7 + d4 * a6 + a5 * a5 + (q7 << 9) + (q4 << 18) - (q3 << 21) + (q2 << 24);
        r[1] = t & m;
        t = (t >> 29) + d3 * a8 + d4 * a7 + d5 * a6 + (q8 << 9) + (q5 << 18) - (q4 << 21) + (q3 << 24);
        r[2] = t & m;
        t = (t >> 29) + d4 * a8 + d5 * a7 + a6 * a6 + (q6 << 18) - (q5 << 21) + (q4 << 24);
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
