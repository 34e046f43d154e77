using System;

namespace Sealcam.Tests.Models;

/// <summary>One reply on its way: text, data of a frame, text again. Its bytes are made when they are asked for.</summary>
internal sealed class UartReply
{
    private readonly byte[] _text = new byte[96];
    private int _head, _tail;  // bytes of text before and behind the data
    private ModelFrame _frame;
    private int _from;
    private long _startUs;

    /// <summary>Bytes of frame data.</summary>
    public int Data { get; private set; }

    public int Baud { get; private set; }

    /// <summary>Bytes that come at all; fewer than were sent if the line is cut.</summary>
    public int Total { get; private set; }

    /// <summary>Bytes that the host has had.</summary>
    public int Taken { get; set; }

    /// <summary>When the last byte has left (µs).</summary>
    public long EndUs => _startUs + Total * UartLine.ByteUs(Baud);

    /// <param name="text">The bytes before the data, and right after them those behind it.</param>
    /// <param name="head">Bytes before.</param>
    /// <param name="frame">Where the data come from; null without any.</param>
    /// <param name="from">Its first byte that is sent.</param>
    /// <param name="data">Bytes of it.</param>
    /// <param name="tail">Bytes behind.</param>
    /// <param name="cutsAt">The line ends after this many bytes; -1 for none.</param>
    /// <param name="baud">Bit/s.</param>
    /// <param name="startUs">When the first byte begins.</param>
    public void Set(byte[] text, int head, ModelFrame frame, int from, int data, int tail, int cutsAt, int baud, long startUs)
    {
        Array.Copy(text, 0, _text, 0, head + tail);
        _head = head;
        _tail = tail;
        _frame = frame;
        _from = from;
        _startUs = startUs;
        Data = data;
        Baud = baud;
        Taken = 0;
        Total = head + data + tail;
        Total = cutsAt >= 0 ? Math2.Least(cutsAt, Total) : Total;
    }

    /// <summary>Bytes that have arrived and were not taken.</summary>
    public int Waiting(long nowUs)
    {
        if (nowUs <= _startUs)
        {
            return 0;
        }

        long arrived = (nowUs - _startUs) / UartLine.ByteUs(Baud);
        return (arrived > Total ? Total : (int)arrived) - Taken;
    }

    /// <summary>Takes some of the next bytes, at least one and at most <paramref name="count"/>; returns how many.</summary>
    public int Take(byte[] buffer, int offset, int count)
    {
        bool isData = Taken >= _head && Taken < _head + Data;
        int run = isData ? Math2.Least(count, _head + Data - Taken) : 1;
        if (isData)
        {
            _frame.Fill(_from + Taken - _head, buffer, offset, run);
        }
        else
        {
            buffer[offset] = _text[Taken < _head ? Taken : Taken - Data];
        }

        Taken += run;
        return run;
    }
}
