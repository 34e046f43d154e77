namespace Sealcam;

/// <summary>Makes a few pairs together, in slices. They share one inversion mod p and one mod n (Montgomery's trick).</summary>
/// <remarks>
/// Use: for each pair Draw, then Step until it returns false; then Invert, Step until it returns false; then Pairs[0 .. Count - 1].
/// </remarks>
internal sealed class PairBatch
{
    private const int Idle = 0, Mixing = 1, Combing = 2, Inverting = 3, InvertingScalars = 4;

    /// <summary>The pairs; the first <see cref="Count"/> are good once the inversions are done.</summary>
    public readonly Pair[] Pairs;

    private readonly long[] _d;
    private readonly HmacDrbg _drbg;
    private readonly Comb _comb = new Comb();
    private readonly Power _power = new Power();
    private readonly long[][] _k;
    private readonly long[][] _x;
    private readonly long[][] _z;
    private readonly long[][] _product;
    private readonly byte[] _bytes = new byte[32];
    private readonly long[] _t = new long[Limbs.Count];
    private int _stage;

    /// <param name="d">Private key in Montgomery form mod n; not copied.</param>
    /// <param name="mac">Any HMAC-SHA256.</param>
    /// <param name="size">Pairs at most.</param>
    public PairBatch(long[] d, IMac mac, int size)
    {
        _d = d;
        _drbg = new HmacDrbg(mac);
        Pairs = new Pair[size];
        _k = new long[size][];
        _x = new long[size][];
        _z = new long[size][];
        _product = new long[size][];
        for (int i = 0; i < size; i++)
        {
            Pairs[i] = new Pair();
            _k[i] = new long[Limbs.Count];
            _x[i] = new long[Limbs.Count];
            _z[i] = new long[Limbs.Count];
            _product[i] = new long[Limbs.Count];
        }
    }

    /// <summary>Pairs whose point is known, or after the inversions those that are good.</summary>
    public int Count { get; private set; }

    /// <summary>Begins the next pair; k is the first output in range of an HMAC_DRBG with this seed.</summary>
    public void Draw(byte[] seed, int count)
    {
        _drbg.Seed(seed, count);
        _stage = Mixing;
    }

    /// <summary>After the last pair came to nothing: begins one with the next k of the same seed (RFC 6979, 3.2 h 3).</summary>
    public void DrawAgain()
    {
        Count = 0;
        _drbg.Again();
        Choose();
    }

    /// <summary>Begins the inversions over what was drawn, at least one pair.</summary>
    public void Invert()
    {
        Chain(_z, false);
        _stage = Inverting;
    }

    /// <summary>One slice, at most about 6,000 loop turns with a managed HMAC. Returns false once the begun work is done.</summary>
    public bool Step()
    {
        switch (_stage)
        {
            case Mixing:
                _drbg.Mix();
                Choose();
                break;
            case Combing:
                if (!_comb.Step())
                {
                    Collect();
                    _stage = Idle;
                }
                break;
            case Inverting:
                if (!_power.Step())
                {
                    FinishPoints();
                    if (Count > 0)
                    {
                        Chain(_k, true);
                        _stage = InvertingScalars;
                    }
                    else
                    {
                        _stage = Idle;
                    }
                }
                break;
            case InvertingScalars:
                if (!_power.Step())
                {
                    FinishScalars();
                    _stage = Idle;
                }
                break;
        }
        return _stage != Idle;
    }

    /// <summary>Overwrites everything secret; pairs as well.</summary>
    public void Clear()
    {
        Wipe();
        _drbg.Clear();
        for (int i = 0; i < Pairs.Length; i++)
        {
            Pairs[i].Clear();
        }
        Count = 0;
        _stage = Idle;
    }

    // A k of the DRBG. An even one is replaced by n - k: the same r, and the comb needs it odd; s changes its sign, which low S undoes.
    private void Choose()
    {
        long[] k = _k[Count];
        _drbg.Next(_bytes);
        Limbs.Read(_bytes, 0, k);
        while (!Scalar.IsInRange(k))
        {
            _drbg.Again();
            _drbg.Next(_bytes);
            Limbs.Read(_bytes, 0, k);
        }
        if (Limbs.Bit(k, 0) == 0)
        {
            Limbs.Subtract(k, Scalar.Order, k);
        }
        _comb.Start(k);
        _stage = Combing;
    }

    // A point that is not on the curve (a fault, or an exceptional addition, chance 2^-250) is left out.
    private void Collect()
    {
        if (_comb.Point.IsOnCurve())
        {
            Limbs.Copy(_comb.Point.X, _x[Count]);
            Limbs.Copy(_comb.Point.Z, _z[Count]);
            Scalar.ToMontgomery(_k[Count], _k[Count]);
            Count++;
        }
    }

    // Starts the inversion of the product of all.
    private void Chain(long[][] a, bool modOrder)
    {
        Limbs.Copy(a[0], _product[0]);
        for (int i = 1; i < Count; i++)
        {
            Multiply(_product[i], _product[i - 1], a[i], modOrder);
        }
        _power.Start(_product[Count - 1], modOrder ? Scalar.OrderLess2 : Field.PrimeLess2, modOrder);
    }

    // Puts the inverse of a[i] into t, when the power holds that of the product of a[0 .. i], and takes a[i] out of it.
    private void Unchain(long[][] a, int i, bool modOrder)
    {
        if (i == 0)
        {
            Limbs.Copy(_power.Result, _t);
            return;
        }
        Multiply(_t, _power.Result, _product[i - 1], modOrder);
        Multiply(_power.Result, _power.Result, a[i], modOrder);
    }

    private static void Multiply(long[] r, long[] a, long[] b, bool modOrder)
    {
        if (modOrder)
        {
            Scalar.Multiply(r, a, b);
        }
        else
        {
            Field.Multiply(r, a, b);
        }
    }

    // r = (X / Z^2 mod p) mod n. The x coordinate is below 2 n, so that one subtraction does.
    private void FinishPoints()
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            Unchain(_z, i, false);
            Field.Square(_t, _t);
            Field.Multiply(_t, _t, _x[i]);
            Field.FromMontgomery(_t, _t);
            Limbs.Reduce(_t, Scalar.Order);
            Limbs.Write(_t, Pairs[i].R, 0);
            Limbs.Copy(_t, _x[i]);
        }
        DropZeros();
    }

    // r = 0 would not depend on the key (FIPS 186-5, 6.4.1): such a pair is dropped.
    private void DropZeros()
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (Limbs.IsZero(_x[i]))
            {
                continue;
            }
            if (kept != i)
            {
                Limbs.Copy(_x[i], _x[kept]);
                Limbs.Copy(_k[i], _k[kept]);
                Limbs.Write(_x[i], Pairs[kept].R, 0);
            }
            kept++;
        }
        Count = kept;
    }

    private void FinishScalars()
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            Unchain(_k, i, true);
            Limbs.Copy(_t, Pairs[i].Inverse);
            Scalar.Multiply(_t, _t, _d);
            Scalar.Multiply(Pairs[i].Fixed, _t, _x[i]);
        }
        Wipe();
    }

    // Not the DRBG: DrawAgain may want it. It goes with the next Draw or Clear.
    private void Wipe()
    {
        for (int i = 0; i < _k.Length; i++)
        {
            Limbs.Clear(_k[i]);
            Limbs.Clear(_x[i]);
            Limbs.Clear(_z[i]);
            Limbs.Clear(_product[i]);
        }
        for (int i = 0; i < _bytes.Length; i++)
        {
            _bytes[i] = 0;
        }
        Limbs.Clear(_t);
        _comb.Clear();
        _power.Clear();
    }
}
