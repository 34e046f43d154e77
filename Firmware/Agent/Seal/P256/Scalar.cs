namespace Sealcam;

/// <summary>Arithmetic mod n, the order of the base point of P-256 (SP 800-186, 3.2.1.3).</summary>
/// <remarks>
/// Limbs and Montgomery form as in <see cref="Field"/>, apart from it because n has another shape. What Multiply and Square
/// give is tidy: limbs 0 to 7 carried, value within -n .. 2n. Factors are tidy or below 2^257.
/// </remarks>
public static partial class Scalar
{
    /// <summary>n. Not to be written to.</summary>
    public static readonly long[] Order =
    {
        0x1C632551, 0x1DCE5617, 0x5E7A13C, 0xDF55B4E, 0x1FFFFBCE, 0x1FFFFFFF, 0x3FFFF, 0x1FE00000, 0xFFFFFF
    };

    /// <summary>n - 2: by Fermat the exponent of the inverse. Not to be written to.</summary>
    public static readonly long[] OrderLess2 =
    {
        0x1C63254F, 0x1DCE5617, 0x5E7A13C, 0xDF55B4E, 0x1FFFFBCE, 0x1FFFFFFF, 0x3FFFF, 0x1FE00000, 0xFFFFFF
    };

    // 2^522 mod n.
    private static readonly long[] _square =
    {
        0x148D9EF5, 0xF4E7F75, 0x14C6A651, 0x3F8B765, 0x165861F1, 0x1256D7D8, 0x1C185B23, 0xD4CAB0F, 0x84B655
    };

    /// <summary>Takes a number below 2^257, limbs carried, into Montgomery form. r may be a.</summary>
    public static void ToMontgomery(long[] r, long[] a)
    {
        Multiply(r, a, _square);
    }

    /// <summary>The number 0 .. n - 1, limbs carried, that a tidy a stands for. r may be a.</summary>
    public static void FromMontgomery(long[] r, long[] a)
    {
        Multiply(r, a, Limbs.One);
        Limbs.Reduce(r, Order);
    }

    /// <summary>True for 1 .. n - 1, limbs carried: a private key or a k.</summary>
    public static bool IsInRange(long[] a)
    {
        return !Limbs.IsZero(a) && Limbs.Compare(a, Order) < 0;
    }
}
