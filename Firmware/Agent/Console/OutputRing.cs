using System;

namespace Sealcam;

/// <summary>
/// Output on its way to the port. What does not fit is dropped and counted; a command is only called while there is room.
/// </summary>
public sealed class OutputRing
{
    private readonly byte[] _ring = new byte[ConsoleLimits.OutputBytes];
    private int _start, _count;

    /// <summary>Bytes that can be put.</summary>
    public int Room => _ring.Length - _count;

    /// <summary>Bytes that found no room, ever. Not 0 is a bug in a command.</summary>
    public int Lost { get; private set; }

    public void Put(int value)
    {
        if (_count == _ring.Length)
        {
            Lost++;
            return;
        }

        int end = _start + _count;
        _ring[end < _ring.Length ? end : end - _ring.Length] = (byte)value;
        _count++;
    }

    public void Put(byte[] source, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Put(source[offset + i]);
        }
    }

    /// <summary>The text as UTF-8. Control characters become '?': a network's name must not drive the terminal.</summary>
    public void Put(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80)
            {
                Put(c < ' ' || c == 0x7F ? '?' : c);
            }
            else
            {
                PutWide(text, ref i);
            }
        }
    }

    /// <summary>ESC and the rest of an escape code. Only for terminals that somebody said understand them.</summary>
    public void PutCode(string rest)
    {
        Put(0x1B);
        Put(rest);
    }

    public void Repeat(int value, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Put(value);
        }
    }

    public void NewLine()
    {
        Put('\r');
        Put('\n');
    }

    /// <summary>Gives the port what it takes at once.</summary>
    public void Flush(IConsolePort port)
    {
        // Twice at most: the part before the ring's end, then the part after it.
        for (int i = 0; i < 2 && _count > 0; i++)
        {
            int run = _ring.Length - _start;
            run = run < _count ? run : _count;
            int taken = port.Write(_ring, _start, run);
            if (taken <= 0 || taken > run)
            {
                return;
            }

            _start = (_start + taken) % _ring.Length;
            _count -= taken;
            if (taken < run)
            {
                return;
            }
        }
    }

    private void PutWide(string text, ref int i)
    {
        int c = text[i];
        bool pair = c >= 0xD800 && c < 0xDC00 && i + 1 < text.Length && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
        if (pair)
        {
            c = 0x10000 + ((c - 0xD800) << 10) + text[++i] - 0xDC00;
            Put(0xF0 | c >> 18);
            Put(0x80 | c >> 12 & 0x3F);
        }
        else if (c >= 0xD800 && c < 0xE000 || c < 0xA0)
        {
            Put('?');  // half a pair, or a control character of the upper half (C1)
            return;
        }
        else if (c >= 0x800)
        {
            Put(0xE0 | c >> 12);
        }

        if (c >= 0x800)
        {
            Put(0x80 | c >> 6 & 0x3F);
        }
        else
        {
            Put(0xC0 | c >> 6);
        }

        Put(0x80 | c & 0x3F);
    }
}
