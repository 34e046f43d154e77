namespace Sealcam;

/// <summary>The comb's 64 multiples of the base point: 4 KB in CombLow and CombHigh.</summary>
public static class CombTable
{
    /// <summary>Turns four 64-bit words of x and of y into limbs; y times <paramref name="sign"/>.</summary>
    public static void Unpack(ulong x0, ulong x1, ulong x2, ulong x3, ulong y0, ulong y1, ulong y2, ulong y3, long sign, long[] x,
        long[] y)
    {
        ulong m = Limbs.Mask;
        x[0] = (long)(x0 & m);
        x[1] = (long)((x0 >> 29) & m);
        x[2] = (long)(((x0 >> 58) | (x1 << 6)) & m);
        x[3] = (long)((x1 >> 23) & m);
        x[4] = (long)(((x1 >> 52) | (x2 << 12)) & m);
        x[5] = (long)((x2 >> 17) & m);
        x[6] = (long)(((x2 >> 46) | (x3 << 18)) & m);
        x[7] = (long)((x3 >> 11) & m);
        x[8] = (long)(x3 >> 40);
        y[0] = sign * (long)(y0 & m);
        y[1] = sign * (long)((y0 >> 29) & m);
        y[2] = sign * (long)(((y0 >> 58) | (y1 << 6)) & m);
        y[3] = sign * (long)((y1 >> 23) & m);
        y[4] = sign * (long)(((y1 >> 52) | (y2 << 12)) & m);
        y[5] = sign * (long)((y2 >> 17) & m);
        y[6] = sign * (long)(((y2 >> 46) | (y3 << 18)) & m);
        y[7] = sign * (long)((y3 >> 11) & m);
        y[8] = sign * (long)(y3 >> 40);
    }
}
