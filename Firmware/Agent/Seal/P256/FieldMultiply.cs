namespace Sealcam;

/// <summary>Multiplication mod p.</summary>
public static partial class Field
{
    /// <summary>r = a * b / 2^261 mod p, tidy. r may be a or b.</summary>
    /// <remarks>
    /// Limbs and bounds: see <c>Field.cs</c>. Column k of the product is summed on the evaluation stack and carried on in t.
    /// Since p = -1 mod 2^96, Montgomery's quotient digit is the low limb itself, and p + 1 = 2^96 + 2^192 - 2^224 + 2^256 puts
    /// it back with four shifts: 96 = 3 * 29 + 9, 192 = 6 * 29 + 18, 224 = 7 * 29 + 21, 256 = 8 * 29 + 24.
    /// <para>
    /// One method although long: a loop or a call in it would cost more on the interpreter than the arithmetic.
    /// </para>
    /// </remarks>
    public static void Multiply(long[] r, long[] a, long[] b)
    {
        long a0 = a[0], b0 = b[0]; long a1 = a[1], b1 = b[1]; long a2 = a[2], b2 = b[2]; long a3 = a[3], b3 = b[3];
        long a4 = a[4], b4 = b[4]; long a5 = a[5], b5 = b[5]; long a6 = a[6], b6 = b[6]; long a7 = a[7], b7 = b[7];
        long a8 = a[8], b8 = b[8];
        long m = Limbs.Mask, t;

        t = a0 * b0;
        long q0 = t & m;
        t = (t >> 29) + a0 * b1 + a1 * b0;
        long q1 = t & m;
        t = (t >> 29) + a0 * b2 + a1 * b1 + a2 * b0;
        long q2 = t & m;
        t = (t >> 29) + a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + (q0 << 9);
        long q3 = t & m;
        t = (t >> 29) + a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 + (q1 << 9);
        long q4 = t & m;
        t = (t >> 29) + a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0 + (q2 << 9);
        long q5 = t & m;
        t = (t >> 29) + a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0 + (q3 << 9) + (q0 << 18);
        long q6 = t & m;
        t = (t >> 29) + a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0 + (q4 << 9)
            + (q1 << 18) - (q0 << 21);
        long q7 = t & m;
        t = (t >> 29) + a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0 + (q5 << 9)
            + (q2 << 18) - (q1 << 21) + (q0 << 24);
        long q8 = t & m;
        t = (t >> 29) + a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1 + (q6 << 9)
            + (q3 << 18) - (q2 << 21) + (q1 << 24);
        r[0] = t & m;
        t = (t >> 29) + a2 * b8 + a3 * b7 + a4 * b6 + a5 * b5 + a6 * b4 + a7 * b3 + a8 * b2 + (q7 << 9) + (q4 << 18)
            - (q3 << 21) + (q2 << 24);
        r[1] = t & m;
        t = (t >> 29) + a3 * b8 + a4 * b7 + a5 * b6 + a6 * b5 + a7 * b4 + a8 * b3 + (q8 << 9) + (q5 << 18) - (q4 << 21)
            + (q3 << 24);
        r[2] = t & m;
        t = (t >> 29) + a4 * b8 + a5 * b7 + a6 * b6 + a7 * b5 + a8 * b4 + (q6 << 18) - (q5 << 21) + (q4 << 24);
        r[3] = t & m;
        t = (t >> 29) + a5 * b8 + a6 * b7 + a7 * b6 + a8 * b5 + (q7 << 18) - (q6 << 21) + (q5 << 24);
        r[4] = t & m;
        t = (t >> 29) + a6 * b8 + a7 * b7 + a8 * b6 + (q8 << 18) - (q7 << 21) + (q6 << 24);
        r[5] = t & m;
        t = (t >> 29) + a7 * b8 + a8 * b7 - (q8 << 21) + (q7 << 24);
        r[6] = t & m;
        t = (t >> 29) + a8 * b8 + (q8 << 24);
        r[7] = t & m;
        r[8] = t >> 29;
    }
}
