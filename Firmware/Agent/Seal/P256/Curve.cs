namespace Sealcam;

/// <summary>The curve y^2 = x^3 - 3x + b of P-256 (SP 800-186, 3.2.1.3).</summary>
public static class Curve
{
    /// <summary>
    /// Sets r to b in Montgomery form. In code and not in an array: it is rarely wanted, and the heap is small.
    /// </summary>
    public static void LoadB(long[] r)
    {
        r[0] = 0x1897BBFB;
        r[1] = 0x1CDF6229;
        r[2] = 0x18486C4;
        r[3] = 0x1732821;
        r[4] = 0x1DAD59E0;
        r[5] = 0xABF7212;
        r[6] = 0x1A06D110;
        r[7] = 0x17721D20;
        r[8] = 0x8600C3;
    }

    /// <summary>Sets r to 1 in Montgomery form mod p: 2^261 mod p.</summary>
    public static void LoadOne(long[] r)
    {
        r[0] = 0x20;
        r[1] = 0;
        r[2] = 0;
        r[3] = 0x1FFFC000;
        r[4] = 0x1FFFFFFF;
        r[5] = 0x1FFFFFFF;
        r[6] = 0x1F7FFFFF;
        r[7] = 0x3FFFFFF;
        r[8] = 0;
    }
}
