using System;

namespace Sealcam.Tests.Models;

/// <summary>
/// One frame as a part's JPEG encoder would deliver it, made byte by byte when it is asked for, so that even a large one costs
/// no memory. Number and exposure are written into it (a COM segment): a test sees which frame it got.
/// </summary>
public sealed class ModelFrame
{
    /// <summary>Bytes up to the entropy-coded data: SOI, COM, DQT, SOF0, SOS.</summary>
    public const int HeadBytes = 122;

    // Prime, so that no chunk size is a multiple of it: a repeated or lost chunk shows.
    private const int PatternBytes = 509;

    private static readonly byte[] Pattern = MakePattern();

    private readonly byte[] _head = new byte[HeadBytes];

    /// <param name="number">Of the frame.</param>
    /// <param name="exposedFromMs">When the exposure of its first row began (ms of uptime).</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="length">Bytes with EOI; at least <see cref="HeadBytes"/> + 2.</param>
    /// <param name="padding">Zero bytes behind EOI.</param>
    public ModelFrame(int number, long exposedFromMs, int width, int height, int length, int padding)
    {
        Number = number;
        ExposedFromMs = exposedFromMs;
        Width = width;
        Height = height;
        Length = length;
        Padding = padding;
        MakeHead();
    }

    public int Number { get; }

    public long ExposedFromMs { get; }

    public int Width { get; }

    public int Height { get; }

    public int Length { get; }

    public int Padding { get; }

    public int PaddedLength => Length + Padding;

    /// <summary>Writes bytes of the frame from <paramref name="position"/> on; behind its padding there are zeros.</summary>
    public void Fill(int position, byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            int done = FillSome(position, buffer, offset, count);
            position += done;
            offset += done;
            count -= done;
        }
    }

    private int FillSome(int position, byte[] buffer, int offset, int count)
    {
        if (position < HeadBytes)
        {
            int take = Math2.Least(count, HeadBytes - position);
            Array.Copy(_head, position, buffer, offset, take);
            return take;
        }

        if (position >= Length - 2)
        {
            buffer[offset] = (byte)(position == Length - 2 ? 0xFF : position == Length - 1 ? 0xD9 : 0);
            return 1;
        }

        int at = (position + Number * 31) % PatternBytes;
        int run = Math2.Least(Math2.Least(count, Length - 2 - position), PatternBytes - at);
        Array.Copy(Pattern, at, buffer, offset, run);
        return run;
    }

    private void MakeHead()
    {
        int at = Put(0, 0xFF, 0xD8, 0xFF, 0xFE);
        at = Put(at, 0, 16, (byte)(Number >> 24), (byte)(Number >> 16));
        at = Put(at, (byte)(Number >> 8), (byte)Number, (byte)(ExposedFromMs >> 24), (byte)(ExposedFromMs >> 16));
        at = Put(at, (byte)(ExposedFromMs >> 8), (byte)ExposedFromMs, 0, 0) + 4;
        at = Put(at, 0xFF, 0xDB, 0, 67) + 1;
        for (int i = 0; i < 64; i++)
        {
            _head[at++] = (byte)(i + 1);
        }

        at = Put(at, 0xFF, 0xC0, 0, 17);
        _head[at++] = 8;
        at = Put(at, (byte)(Height >> 8), (byte)Height, (byte)(Width >> 8), (byte)Width);
        at = Put(at, 3, 1, 0x21, 0);
        at = Put(at, 2, 0x11, 0, 3);
        at = Put(at, 0x11, 0, 0xFF, 0xDA);
        at = Put(at, 0, 12, 3, 1);
        at = Put(at, 0, 2, 0x11, 3);
        Put(at, 0x11, 0, 63, 0);
    }

    private int Put(int at, int a, int b, int c, int d)
    {
        _head[at] = (byte)a;
        _head[at + 1] = (byte)b;
        _head[at + 2] = (byte)c;
        _head[at + 3] = (byte)d;
        return at + 4;
    }

    private static byte[] MakePattern()
    {
        var pattern = new byte[PatternBytes];
        uint state = 1;
        for (int i = 0; i < PatternBytes; i++)
        {
            state = state * 1103515245u + 12345u;
            pattern[i] = (byte)((state >> 16) & 0x7F);  // never FF: no marker within the scan
        }

        return pattern;
    }
}
