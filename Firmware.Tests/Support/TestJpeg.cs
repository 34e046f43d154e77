using System;

namespace Sealcam.Tests;

/// <summary>
/// Makes small JPEGs marker by marker (ITU-T T.81 Annex B): right ones with <see cref="Make"/>, odd ones by hand. The scan is
/// noise; no code under test decodes it.
/// </summary>
public sealed class TestJpeg
{
    /// <summary>Bytes of the smallest one that <see cref="Make"/> makes.</summary>
    public const int Least = 2 + 69 + 13 + 10 + 2;

    private readonly byte[] _bytes;

    public TestJpeg(int capacity)
    {
        _bytes = new byte[capacity];
    }

    public int Length { get; private set; }

    public byte[] Bytes => _bytes;

    /// <summary>A JPEG of exactly this many bytes.</summary>
    public static byte[] Make(int length, int seed)
    {
        var jpeg = new TestJpeg(length);
        jpeg.Whole(length, seed);
        return jpeg.Bytes;
    }

    /// <summary>Starts over and writes a whole JPEG of this many bytes.</summary>
    public TestJpeg Whole(int length, int seed) => Clear().Soi().Tables().Frame(0xC0).Scan(length - Least, seed).Eoi();

    public TestJpeg Clear()
    {
        Length = 0;
        return this;
    }

    public TestJpeg Add(params int[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _bytes[Length++] = (byte)values[i];
        }

        return this;
    }

    public TestJpeg Soi() => Add(0xFF, 0xD8);

    public TestJpeg Eoi() => Add(0xFF, 0xD9);

    /// <summary>A marker segment with this many bytes behind its length field.</summary>
    public TestJpeg Segment(int code, int body, int fill)
    {
        Add(0xFF, code, body + 2 >> 8, body + 2 & 0xFF);
        return Pad(body, fill);
    }

    /// <summary>One 8-bit quantisation table.</summary>
    public TestJpeg Tables() => Segment(0xDB, 65, 0x10);

    /// <summary>A frame header of one component, 32 by 24 pixels; C0 is baseline, C2 progressive.</summary>
    public TestJpeg Frame(int code) => Frame(code, 32, 24);

    public TestJpeg Frame(int code, int width, int height) =>
        Add(0xFF, code, 0, 11, 8, height >> 8, height & 0xFF, width >> 8, width & 0xFF, 1, 1, 0x11, 0);

    /// <summary>The scan header and entropy-coded noise, with FF 00 and RST among it, but no EOI.</summary>
    public TestJpeg Scan(int count, int seed)
    {
        Add(0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0);
        var dice = new Dice(seed);
        int end = Length + count;
        while (Length < end)
        {
            uint noise = dice.Next();
            for (int i = 0; i < 4 && Length < end; i++, noise >>= 8)
            {
                byte value = (byte)noise;
                _bytes[Length] = Length > 0 && _bytes[Length - 1] == 0xFF ? (byte)((value & 1) == 0 ? 0 : 0xD0) : value;
                Length++;
            }
        }

        if (_bytes[Length - 1] == 0xFF)
        {
            _bytes[Length - 1] = 0x55;
        }

        return this;
    }

    public TestJpeg Pad(int count, int value)
    {
        for (int i = 0; i < count; i++)
        {
            _bytes[Length++] = (byte)value;
        }

        return this;
    }

    /// <summary>The bytes so far, in an array of that length.</summary>
    public byte[] Cut()
    {
        var cut = new byte[Length];
        Array.Copy(_bytes, 0, cut, 0, Length);
        return cut;
    }
}
