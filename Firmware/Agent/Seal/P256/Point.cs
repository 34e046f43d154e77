namespace Sealcam;

/// <summary>A point of P-256 in Jacobian coordinates: x = X / Z^2, y = Y / Z^3. The point at infinity has Z = 0.</summary>
public sealed class Point
{
    public readonly long[] X = new long[Limbs.Count];
    public readonly long[] Y = new long[Limbs.Count];
    public readonly long[] Z = new long[Limbs.Count];

    private readonly long[] _a = new long[Limbs.Count];
    private readonly long[] _b = new long[Limbs.Count];
    private readonly long[] _c = new long[Limbs.Count];
    private readonly long[] _d = new long[Limbs.Count];

    /// <summary>Twice this point. With a = -3: alpha = 3 (X - Z^2)(X + Z^2), 4 multiplications and 4 squarings.</summary>
    public void Double()
    {
        long[] x = X, y = Y, z = Z, a = _a, b = _b, c = _c;
        Field.Square(a, z);                 // delta = Z^2
        Field.Subtract(b, x, a);
        Field.Add(a, x, a);
        Field.Multiply(a, a, b);
        Field.Combine(a, a, 2, a);          // alpha
        Field.Square(b, y);                 // gamma = Y^2
        Field.Add(c, y, y);
        Field.Multiply(z, c, z);            // Z' = 2 Y Z
        Field.Multiply(c, x, b);            // beta = X gamma
        Field.Square(x, a);
        Field.Combine(x, x, -8, c);         // X' = alpha^2 - 8 beta
        Field.Add(c, c, c);
        Field.Add(c, c, c);
        Field.Combine(c, c, -1, x);
        Field.Multiply(y, a, c);
        Field.Square(b, b);
        Field.Combine(y, y, -8, b);         // Y' = alpha (4 beta - X') - 8 gamma^2
    }

    /// <summary>Adds the affine point (x, y): 8 multiplications and 3 squarings. y may be negated limb by limb.</summary>
    /// <remarks>
    /// Not for a point equal to plus or minus this one: the result then has Z = 0, and Z stays 0 from there on, so that who looks
    /// at Z in the end has not missed it.
    /// </remarks>
    public void Add(long[] x, long[] y)
    {
        long[] a = _a, b = _b, c = _c, d = _d;
        Field.Square(a, Z);
        Field.Multiply(b, Z, a);
        Field.Multiply(a, x, a);
        Field.Subtract(a, a, X);            // H = x Z^2 - X
        Field.Multiply(b, y, b);
        Field.Subtract(b, b, Y);            // R = y Z^3 - Y
        Field.Multiply(Z, Z, a);            // Z' = Z H
        Field.Square(c, a);
        Field.Multiply(a, a, c);            // H^3
        Field.Multiply(c, X, c);            // V = X H^2
        Field.Square(d, b);
        Field.Subtract(d, d, a);
        Field.Combine(X, d, -2, c);         // X' = R^2 - H^3 - 2 V
        Field.Subtract(c, c, X);
        Field.Multiply(c, b, c);
        Field.Multiply(a, Y, a);
        Field.Combine(Y, c, -1, a);         // Y' = R (V - X') - Y H^3
    }

    /// <summary>True if the coordinates satisfy Y^2 = X^3 - 3 X Z^4 + b Z^6 and Z is not 0.</summary>
    /// <remarks>
    /// Costs 1% of a multiplication of the base point, and keeps a point that a fault (a flipped bit in RAM, a glitch) has
    /// moved off the curve out of a signature, from which it could give the key away.
    /// </remarks>
    public bool IsOnCurve()
    {
        long[] a = _a, b = _b, c = _c, d = _d;
        Field.Square(a, Z);
        Field.Square(b, a);                 // Z^4
        Field.Multiply(a, b, a);            // Z^6
        Curve.LoadB(c);
        Field.Multiply(a, a, c);
        Field.Square(c, X);
        Field.Add(d, b, b);
        Field.Combine(d, d, 1, b);
        Field.Subtract(c, c, d);            // X^2 - 3 Z^4
        Field.Multiply(c, X, c);
        Field.Combine(c, c, 1, a);
        Field.Square(d, Y);
        Field.Combine(c, c, -1, d);
        Field.FromMontgomery(c, c);
        Field.FromMontgomery(b, Z);
        return Limbs.IsZero(c) && !Limbs.IsZero(b);
    }

    /// <summary>Overwrites it all.</summary>
    public void Clear()
    {
        Limbs.Clear(X);
        Limbs.Clear(Y);
        Limbs.Clear(Z);
        Limbs.Clear(_a);
        Limbs.Clear(_b);
        Limbs.Clear(_c);
        Limbs.Clear(_d);
    }
}
