namespace Sealcam;

/// <summary>
/// Keys of P-256 as Sealcam uses them: the device ID is X, and Y is even. For provisioning and tests; allocates.
/// </summary>
public static class P256Key
{
    /// <summary>True for 32 bytes with 1 &lt;= d &lt;= n - 1.</summary>
    public static bool IsPrivate(byte[] d)
    {
        if (d.Length != 32)
        {
            return false;
        }
        long[] number = new long[Limbs.Count];
        Limbs.Read(d, 0, number);
        return Scalar.IsInRange(number);
    }

    /// <summary>Writes X and Y, 32 bytes each, of the public key d * G; d must be a private key.</summary>
    public static void Public(byte[] d, byte[] x, byte[] y)
    {
        long[] k = new long[Limbs.Count];
        Limbs.Read(d, 0, k);
        bool even = Limbs.Bit(k, 0) == 0;
        if (even)
        {
            Limbs.Subtract(k, Scalar.Order, k);
        }
        Comb comb = new Comb();
        comb.Start(k);
        while (comb.Step())
        {
        }
        Point point = comb.Point;
        Power power = new Power();
        Run(power, point.Z, Field.PrimeLess2);
        long[] t = new long[Limbs.Count];
        Field.Square(t, power.Result);
        Field.Multiply(point.X, point.X, t);
        Field.Multiply(t, t, power.Result);
        Field.Multiply(point.Y, point.Y, t);
        Field.FromMontgomery(t, point.X);
        Limbs.Write(t, x, 0);
        Field.FromMontgomery(t, point.Y);
        if (even)
        {
            Limbs.Subtract(t, Field.Prime, t);
        }
        Limbs.Write(t, y, 0);
        Limbs.Clear(k);
        comb.Clear();
        power.Clear();
    }

    /// <summary>
    /// True if <paramref name="id"/>, 32 bytes, is X of the public key of d, a private key, and the Y to it is even. About as
    /// much work as one signature that nothing was prepared for.
    /// </summary>
    public static bool IsPair(byte[] d, byte[] id)
    {
        byte[] x = new byte[32];
        byte[] y = new byte[32];
        Public(d, x, y);
        return (y[31] & 1) == 0 && BigEndian.Same(x, 0, id, 0, 32);
    }

    /// <summary>Once, at birth: makes d the one of d and n - d whose public Y is even, and writes X, the device ID.</summary>
    public static void EvenY(byte[] d, byte[] x)
    {
        byte[] y = new byte[32];
        Public(d, x, y);
        if ((y[31] & 1) != 0)
        {
            long[] k = new long[Limbs.Count];
            Limbs.Read(d, 0, k);
            Limbs.Subtract(k, Scalar.Order, k);
            Limbs.Write(k, d, 0);
            Limbs.Clear(k);
        }
    }

    /// <summary>True if x, 32 bytes, is below p and the X of a point; then <paramref name="y"/> is set to its even Y.</summary>
    public static bool TryEvenY(byte[] x, byte[] y)
    {
        long[] a = new long[Limbs.Count], b = new long[Limbs.Count], right = new long[Limbs.Count];
        Limbs.Read(x, 0, a);
        if (Limbs.Compare(a, Field.Prime) >= 0)
        {
            return false;
        }
        Field.ToMontgomery(a, a);
        Field.Square(right, a);
        Field.Multiply(right, right, a);
        Field.Combine(right, right, -3, a);
        Curve.LoadB(b);
        Field.Combine(right, right, 1, b);      // x^3 - 3x + b
        Power power = new Power();
        Run(power, right, RootExponent());
        Field.Square(b, power.Result);
        Field.Combine(b, b, -1, right);
        Field.FromMontgomery(b, b);
        if (!Limbs.IsZero(b))
        {
            return false;
        }
        Field.FromMontgomery(a, power.Result);
        if (Limbs.Bit(a, 0) != 0)
        {
            Limbs.Subtract(a, Field.Prime, a);
        }
        Limbs.Write(a, y, 0);
        return true;
    }

    // (p + 1) / 4 = 2^254 - 2^222 + 2^190 + 2^94: p = 3 mod 4.
    private static long[] RootExponent()
    {
        long[] e = new long[Limbs.Count];
        e[94 / Limbs.Bits] = 1L << (94 % Limbs.Bits);
        e[190 / Limbs.Bits] = 1L << (190 % Limbs.Bits);
        e[222 / Limbs.Bits] = -(1L << (222 % Limbs.Bits));
        e[254 / Limbs.Bits] = 1L << (254 % Limbs.Bits);
        Limbs.Carry(e);
        return e;
    }

    private static void Run(Power power, long[] a, long[] exponent)
    {
        power.Start(a, exponent, false);
        while (power.Step())
        {
        }
    }
}
