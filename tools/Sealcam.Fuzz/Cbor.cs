using System.Text;

namespace Sealcam.Fuzz;

/// <summary>
/// Writes CBOR (RFC 8949 3), rightly or wrongly: heads may be longer than they need be. Has nothing in common with the verifier's
/// code.
/// </summary>
public static class Cbor
{
    public static byte[] Uint(ulong value) => Head(0, value);

    /// <summary>The integer -1 - n is written for <paramref name="n"/>.</summary>
    public static byte[] Negative(ulong n) => Head(1, n);

    public static byte[] Bytes(byte[] bytes) => Join(Head(2, (ulong)bytes.Length), bytes);

    public static byte[] Text(string text) =>
        Join(Head(3, (ulong)Encoding.UTF8.GetByteCount(text)), Encoding.UTF8.GetBytes(text));

    public static byte[] Array(params byte[][] items) => Join(Head(4, (ulong)items.Length), Join(items));

    /// <summary>Keys and values in turn.</summary>
    public static byte[] Map(params byte[][] items) => Join(Head(5, (ulong)items.Length / 2), Join(items));

    public static byte[] Null => [0xF6];

    public static byte[] Join(params byte[][] parts) => parts.SelectMany(part => part).ToArray();

    /// <summary>A head with the shortest argument.</summary>
    public static byte[] Head(int major, ulong value) =>
        Head(major, value, value < 24 ? 0 : value <= 0xFF ? 1 : value <= 0xFFFF ? 2 : value <= 0xFFFFFFFF ? 4 : 8);

    /// <summary>A head whose argument takes 0 (in the first byte), 1, 2, 4 or 8 bytes.</summary>
    public static byte[] Head(int major, ulong value, int bytes)
    {
        byte[] head = new byte[1 + bytes];
        head[0] = (byte)(major << 5 | bytes switch { 0 => (int)value, 1 => 24, 2 => 25, 4 => 26, _ => 27 });
        for (int i = bytes; i > 0; i--)
        {
            head[i] = (byte)value;
            value >>= 8;
        }

        return head;
    }
}
