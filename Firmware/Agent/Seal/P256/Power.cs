namespace Sealcam;

/// <summary>A power mod p or mod n, in steps: inverses (Fermat) and square roots. Sliding windows of three bits.</summary>
/// <remarks>Exponents are public; which bits they have shows in the timing and says nothing about the base.</remarks>
public sealed class Power
{
    /// <summary>The result, in Montgomery form and tidy, once <see cref="Step"/> has returned false.</summary>
    public readonly long[] Result = new long[Limbs.Count];

    // The base to the powers 1, 3, 5 and 7.
    private readonly long[][] _odd =
    {
        new long[Limbs.Count], new long[Limbs.Count], new long[Limbs.Count], new long[Limbs.Count]
    };

    private long[] _exponent;
    private int _bit;
    private bool _modOrder;

    /// <summary>
    /// Begins a^exponent, a in Montgomery form and tidy, the exponent carried limbs, not 0. a is copied, the exponent is not.
    /// </summary>
    public void Start(long[] a, long[] exponent, bool modOrder)
    {
        _exponent = exponent;
        _modOrder = modOrder;
        Limbs.Copy(a, _odd[0]);
        Limbs.Copy(a, Result);
        Square();
        for (int i = 1; i < _odd.Length; i++)
        {
            Multiply(_odd[i], _odd[i - 1], Result);
        }
        _bit = Limbs.Count * Limbs.Bits - 1;
        while (Limbs.Bit(exponent, _bit) == 0)
        {
            _bit--;
        }
        Window(true);
    }

    /// <summary>About 32 multiplications, 2,500 loop turns. Returns true while more are to come.</summary>
    public bool Step()
    {
        for (int work = 0; work < 32 && _bit >= 0;)
        {
            if (Limbs.Bit(_exponent, _bit) == 0)
            {
                Square();
                _bit--;
                work++;
            }
            else
            {
                work += Window(false);
            }
        }
        return _bit >= 0;
    }

    /// <summary>Overwrites the base and the result.</summary>
    public void Clear()
    {
        Limbs.Clear(Result);
        for (int i = 0; i < _odd.Length; i++)
        {
            Limbs.Clear(_odd[i]);
        }
    }

    // Takes up to three bits that begin and end with a 1. Returns the multiplications it made.
    private int Window(bool first)
    {
        int length = _bit < 3 ? _bit + 1 : 3;
        while (Limbs.Bit(_exponent, _bit - length + 1) == 0)
        {
            length--;
        }
        int value = 0;
        for (int i = 0; i < length; i++)
        {
            value = (value << 1) | Limbs.Bit(_exponent, _bit - i);
            if (!first)
            {
                Square();
            }
        }
        _bit -= length;
        long[] odd = _odd[value >> 1];
        if (first)
        {
            Limbs.Copy(odd, Result);
        }
        else
        {
            Multiply(Result, Result, odd);
        }
        return length + 1;
    }

    private void Square()
    {
        if (_modOrder)
        {
            Scalar.Square(Result, Result);
        }
        else
        {
            Field.Square(Result, Result);
        }
    }

    private void Multiply(long[] r, long[] a, long[] b)
    {
        if (_modOrder)
        {
            Scalar.Multiply(r, a, b);
        }
        else
        {
            Field.Multiply(r, a, b);
        }
    }
}
