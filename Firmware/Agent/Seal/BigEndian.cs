namespace Sealcam;

/// <summary>Unsigned 32-bit integers, most significant byte first.</summary>
public static class BigEndian
{
    public static void Put(uint value, byte[] target, int offset)
    {
        target[offset] = (byte)(value >> 24);
        target[offset + 1] = (byte)(value >> 16);
        target[offset + 2] = (byte)(value >> 8);
        target[offset + 3] = (byte)value;
    }

    public static uint Get(byte[] source, int offset) =>
        (uint)source[offset] << 24 | (uint)source[offset + 1] << 16 | (uint)source[offset + 2] << 8 | source[offset + 3];

    /// <summary>True if <paramref name="count"/> bytes are the same. Not in constant time: for public bytes only.</summary>
    public static bool Same(byte[] a, int aOffset, byte[] b, int bOffset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (a[aOffset + i] != b[bOffset + i])
            {
                return false;
            }
        }

        return true;
    }
}
