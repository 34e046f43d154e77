namespace Sealcam.Tests;

/// <summary>Numbers at which carries, borrows and reductions go wrong if they do.</summary>
public static class Edges
{
    private static readonly string[] _text =
    {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000001",
        "0000000000000000000000000000000000000000000000000000000000000002",
        "000000000000000000000000000000000000000000000000000000001fffffff",
        "0000000000000000000000000000000000000000000000000000000020000000",
        "0000000000000000000000000000000000000000ffffffffffffffffffffffff",
        "0000000000000000000000000000000100000000000000000000000000000000",
        "00000000ffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8",
        "7fffffff80000000800000000000000000000000800000000000000000000000",
        "8000000000000000000000000000000000000000000000000000000000000000",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        "ffffffff00000001000000000000000000000000fffffffffffffffffffffffe",
        "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
    };

    public static int Count => _text.Length;

    public static long[] Number(int index)
    {
        long[] a = new long[Limbs.Count];
        Limbs.Read(VectorHex.Bytes(_text[index]), 0, a);
        return a;
    }

    public static bool IsZeroModP(int index)
    {
        return index == 0 || index == 14;
    }

    public static bool IsZeroModN(int index)
    {
        return index == 0 || index == 12;
    }
}
