namespace Sealcam;

/// <summary>
/// Makes a few pairs together, in slices. They share one inversion mod p and one mod n (Montgomery's trick).
/// </summary>
/// <remarks>
/// Use: Open; for each pair Draw, then Step until it returns false; then Invert, Step until it returns false; then the first
/// Count pairs that were opened are good.
/// </remarks>
internal sealed class PairBatch
{
    // Stages. Every one but Idle is a slice or several.
    private const int Idle = 0, Seeding = 1, Choosing = 2, Combing = 3, Checking = 4;
    private const int InvertingZ = 5, FinishingPoints = 6, InvertingK = 7, FinishingPairs = 8;

    private const int Tries = 8;

    private readonly Pair[] _pool;
    private readonly long[] _d;
    private readonly HmacDrbg _drbg;
    private readonly Comb _comb = new Comb();
    private readonly Power _power = new Power();
    private readonly long[][] _x;
    private readonly long[][] _product;
    private readonly byte[] _bytes = new byte[32];
    private readonly long[] _t = new long[Limbs.Count];
    private int _first;
    private int _stage;

    /// <param name="d">Private key in Montgomery form mod n; not copied.</param>
    /// <param name="mac">Any HMAC-SHA256.</param>
    /// <param name="pool">Where pairs are made.</param>
    public PairBatch(long[] d, IMac mac, Pair[] pool)
    {
        _d = d;
        _drbg = new HmacDrbg(mac);
        _pool = pool;
        _x = new long[pool.Length][];
        _product = new long[pool.Length][];
        for (int i = 0; i < pool.Length; i++)
        {
            _x[i] = new long[Limbs.Count];
            _product[i] = new long[Limbs.Count];
        }
    }

    /// <summary>Pairs whose point is known, or after the inversions those that are good.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a batch on the pairs from <paramref name="first"/> to the end of the pool.</summary>
    public void Open(int first)
    {
        _first = first;
        Count = 0;
    }

    /// <summary>Begins the next pair; k is the first output in range of an HMAC_DRBG with this seed.</summary>
    public void Draw(byte[] seed, int count)
    {
        _drbg.Seed(seed, count);
        _stage = Seeding;
    }

    /// <summary>After the last pair came to nothing: begins one with the next k of the same seed (RFC 6979, 3.2 h 3).</summary>
    public void DrawAgain()
    {
        Count = 0;
        _drbg.Again();
        _stage = Choosing;
    }

    /// <summary>Begins the inversions over what was drawn, at least one pair.</summary>
    public void Invert()
    {
        Chain(false);
        _stage = InvertingZ;
    }

    /// <summary>One slice, at most 3,700 loop turns with four pairs. Returns false once the begun work is done.</summary>
    public bool Step()
    {
        switch (_stage)
        {
            case Seeding:
                _stage = _drbg.Step() ? Seeding : Choosing;
                break;
            case Choosing:
                _stage = Choose() ? Combing : Idle;
                break;
            case Combing:
                _stage = _comb.Step() ? Combing : Checking;
                break;
            case Checking:
                Collect();
                _stage = Idle;
                break;
            case InvertingZ:
                _stage = _power.Step() ? InvertingZ : FinishingPoints;
                break;
            case FinishingPoints:
                FinishPoints();
                _stage = Count > 0 ? InvertingK : Idle;
                break;
            case InvertingK:
                _stage = _power.Step() ? InvertingK : FinishingPairs;
                break;
            case FinishingPairs:
                FinishPairs();
                _stage = Idle;
                break;
        }
        return _stage != Idle;
    }

    /// <summary>Ends the batch and overwrites everything secret but the pairs.</summary>
    public void Clear()
    {
        Wipe();
        _drbg.Clear();
        Count = 0;
        _stage = Idle;
    }

    // A k of the DRBG. An even one is replaced by n - k: the same r, and the comb needs it odd; s changes its sign, which low
    // S undoes.
    // A generator that gives no k in several tries (chance 2^-256) is broken; a loop without end would hang the board.
    private bool Choose()
    {
        long[] k = Made(Count).Fixed;
        for (int i = 0; i < Tries; i++)
        {
            _drbg.Next(_bytes);
            Limbs.Read(_bytes, 0, k);
            if (Scalar.IsInRange(k))
            {
                if (Limbs.Bit(k, 0) == 0)
                {
                    Limbs.Subtract(k, Scalar.Order, k);
                }
                _comb.Start(k);
                return true;
            }
            _drbg.Again();
        }
        return false;
    }

    // A point that is not on the curve (a fault, or an exceptional addition, chance 2^-250) is left out.
    private void Collect()
    {
        if (_comb.Point.IsOnCurve())
        {
            Pair pair = Made(Count);
            Limbs.Copy(_comb.Point.X, _x[Count]);
            Limbs.Copy(_comb.Point.Z, pair.Inverse);
            Scalar.ToMontgomery(pair.Fixed, pair.Fixed);
            Count++;
        }
    }

    private Pair Made(int i)
    {
        return _pool[_first + i];
    }

    // What is inverted: all Z mod p, all k mod n.
    private long[] Inverted(int i, bool modOrder)
    {
        return modOrder ? Made(i).Fixed : Made(i).Inverse;
    }

    // Starts the inversion of the product of all.
    private void Chain(bool modOrder)
    {
        Limbs.Copy(Inverted(0, modOrder), _product[0]);
        for (int i = 1; i < Count; i++)
        {
            Multiply(_product[i], _product[i - 1], Inverted(i, modOrder), modOrder);
        }
        _power.Start(_product[Count - 1], modOrder ? Scalar.OrderLess2 : Field.PrimeLess2, modOrder);
    }

    // Puts the inverse of number i into t, when the power holds that of the product of 0 .. i, and takes number i out of it.
    private void Unchain(int i, bool modOrder)
    {
        if (i == 0)
        {
            Limbs.Copy(_power.Result, _t);
            return;
        }
        Multiply(_t, _power.Result, _product[i - 1], modOrder);
        Multiply(_power.Result, _power.Result, Inverted(i, modOrder), modOrder);
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

    // r = (X / Z^2 mod p) mod n.
    private void FinishPoints()
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            Unchain(i, false);
            Field.Square(_t, _t);
            Field.Multiply(_t, _t, _x[i]);
            Field.FromMontgomery(_t, _t);
            Limbs.Reduce(_t, Scalar.Order);
            Limbs.Copy(_t, _x[i]);
        }
        DropZeros();
        if (Count > 0)
        {
            Chain(true);
        }
    }

    // r = 0 would not depend on the key (FIPS 186-5, 6.4.1): such a pair is dropped.
    private void DropZeros()
    {
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!Limbs.IsZero(_x[i]))
            {
                Limbs.Copy(_x[i], _x[kept]);
                Limbs.Copy(Made(i).Fixed, Made(kept).Fixed);
                kept++;
            }
        }
        Count = kept;
    }

    private void FinishPairs()
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            Pair pair = Made(i);
            Unchain(i, true);
            Limbs.Copy(_t, pair.Inverse);
            Scalar.Multiply(_t, _t, _d);
            Scalar.Multiply(pair.Fixed, _t, _x[i]);
            Limbs.Write(_x[i], pair.R, 0);
        }
        Wipe();
    }

    // Not the DRBG: DrawAgain may want it. It goes with the next Draw or Clear.
    private void Wipe()
    {
        for (int i = 0; i < _x.Length; i++)
        {
            Limbs.Clear(_x[i]);
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
