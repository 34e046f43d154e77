using System;

namespace Sealcam;

/// <summary>
/// Deterministic CBOR (RFC 8949 4.2.1) into one fixed buffer: shortest heads, definite lengths. Integers are 32 bits at most.
/// </summary>
public sealed class CborWriter
{
    private const int Unsigned = 0x00, Negative = 0x20, ByteString = 0x40, TextString = 0x60, ArrayHead = 0x80, MapHead = 0xA0;
    private const int NullItem = 0xF6;

    /// <summary>The bytes written so far are the first <see cref="Length"/> of it.</summary>
    public byte[] Buffer { get; }

    public int Length { get; private set; }

    /// <summary>Writes at most <paramref name="capacity"/> bytes; one more throws IndexOutOfRangeException.</summary>
    public CborWriter(int capacity)
    {
        Buffer = new byte[capacity];
    }

    public void Clear() => Length = 0;

    public void WriteUInt(uint value) => Head(Unsigned, value);

    /// <summary>A negative integer: -1 - <paramref name="n"/> (RFC 8949 3.1, major type 1).</summary>
    public void WriteNegative(uint n) => Head(Negative, n);

    public void WriteNull() => Buffer[Length++] = NullItem;

    public void WriteArray(int count) => Head(ArrayHead, (uint)count);

    public void WriteMap(int pairs) => Head(MapHead, (uint)pairs);

    public void WriteBytes(byte[] source, int offset, int count)
    {
        Head(ByteString, (uint)count);
        Array.Copy(source, offset, Buffer, Length, count);
        Length += count;
    }

    /// <summary>A text string; ASCII only, which is all that the protocol's own texts need.</summary>
    public void WriteText(string ascii)
    {
        Head(TextString, (uint)ascii.Length);
        Length += Ascii.Copy(ascii, Buffer, Length);
    }

    private void Head(int major, uint value)
    {
        if (value < 24)
        {
            Buffer[Length++] = (byte)(major | (int)value);
            return;
        }

        int size = value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
        Buffer[Length++] = (byte)(major | (size == 1 ? 24 : size == 2 ? 25 : 26));
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
        {
            Buffer[Length++] = (byte)(value >> shift);
        }
    }
}
