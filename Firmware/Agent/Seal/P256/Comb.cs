namespace Sealcam;

/// <summary>
/// k * G in 22 equal steps, by a signed comb (Lim and Lee; all digits odd, so that none is zero and every step is alike).
/// </summary>
/// <remarks>
/// An odd k is the sum of 264 digits s_i 2^i with s_i = 1 or -1: s_i = 1 where bit i of (k - 1) / 2 + 2^263 is set. Six teeth,
/// 44 digits apart, make one table entry; the columns 22 .. 43 have a table of their own, so that 21 doublings and 43 additions
/// do.
/// <para>
/// The index into the table is secret. The table lies in flash behind ESP32's cache, so the time of a look-up depends on it: who
/// can time single look-ups on the board learns digits of k. Nobody on the network sees these times, since pairs are made in idle
/// turns, apart from what is sent.
/// </para>
/// </remarks>
public sealed class Comb
{
    private const int Teeth = 6;
    private const int Apart = 44;
    private const int Columns = 22;

    /// <summary>The result, once <see cref="Step"/> has returned false.</summary>
    public readonly Point Point = new Point();

    private readonly long[] _x = new long[Limbs.Count];
    private readonly long[] _y = new long[Limbs.Count];
    private long[] _k;
    private int _column;

    /// <summary>Begins with k, odd, 1 .. n - 1, limbs carried, no Montgomery form. It stays the caller's.</summary>
    public void Start(long[] k)
    {
        _k = k;
        _column = Columns;
    }

    /// <summary>One doubling and two additions, about 2,500 loop turns. Returns true while more are to come.</summary>
    public bool Step()
    {
        _column--;
        if (_column == Columns - 1)
        {
            Load(_column, false);
            Limbs.Copy(_x, Point.X);
            Field.Combine(Point.Y, _y, 0, _y);      // tidy: Add must not meet the negative limbs of a negated entry
            Curve.LoadOne(Point.Z);
        }
        else
        {
            Point.Double();
            Load(_column, false);
            Point.Add(_x, _y);
        }
        Load(_column + Columns, true);
        Point.Add(_x, _y);
        return _column > 0;
    }

    /// <summary>Overwrites what k led to.</summary>
    public void Clear()
    {
        Point.Clear();
        Limbs.Clear(_x);
        Limbs.Clear(_y);
    }

    private void Load(int column, bool high)
    {
        int index = 0;
        for (int tooth = Teeth - 1; tooth >= 0; tooth--)
        {
            index = (index << 1) | Digit(column + tooth * Apart);
        }
        // The table has the entries whose last tooth is 1; the others are their negatives, and all digits change sign with it.
        long sign = 1;
        if (index < 32)
        {
            sign = -1;
            index = 63 - index;
        }
        index -= 32;
        if (high)
        {
            CombHigh.Load(index, sign, _x, _y);
        }
        else
        {
            CombLow.Load(index, sign, _x, _y);
        }
    }

    private int Digit(int i)
    {
        return i == Teeth * Apart - 1 ? 1 : Limbs.Bit(_k, i + 1);
    }
}
