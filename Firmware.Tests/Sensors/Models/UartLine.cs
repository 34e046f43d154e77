using System;

namespace Sealcam.Tests.Models;

/// <summary>
/// The way from a part to the host: bytes of one reply after the other at the part's speed, and the host's receive buffer.
/// </summary>
public sealed class UartLine
{
    private readonly SimClock _clock;
    private readonly byte[] _text = new byte[96];  // replies without frame data; of those with, head and tail
    private int _head, _tail;                       // bytes before and behind the data
    private ModelFrame _frame;
    private int _from, _data;
    private long _startUs;
    private int _taken;
    private bool _doubled;
    private int _baud;

    public UartLine(SimClock clock)
    {
        _clock = clock;
    }

    public readonly Violations Violations = new Violations();

    /// <summary>Bytes that may arrive unread.</summary>
    public int RoomBytes = 2048;

    /// <summary>The host listens at this speed; at another one it gets garbage.</summary>
    public int HostBaud = 38400;

    /// <summary>Disturbs what the host reads; null for a clean line.</summary>
    public LineNoise Noise;

    /// <summary>The line ends after this many bytes of each reply with frame data; -1 for none.</summary>
    public int CutsAt = -1;

    /// <summary>This byte of each reply with frame data is lost, or comes twice; -1 for none.</summary>
    public int LosesAt = -1, DoublesAt = -1;

    /// <summary>True once the last reply is through.</summary>
    public bool IsQuiet => Arrived() == Total();

    /// <summary>When the last byte of the reply has left (µs).</summary>
    public long EndUs => _startUs + Total() * ByteUs(_baud);

    public static long ByteUs(int baud) => 10000000L / baud;

    /// <summary>
    /// Queues a reply: <paramref name="head"/> bytes of text, data of a frame, <paramref name="tail"/> bytes of text. What was
    /// not yet through of the reply before is lost.
    /// </summary>
    public void Send(byte[] text, int head, ModelFrame frame, int from, int data, int tail, int baud, long startUs)
    {
        Array.Copy(text, 0, _text, 0, head + tail);
        _head = head;
        _tail = tail;
        _frame = frame;
        _from = from;
        _data = data;
        _baud = baud;
        _startUs = startUs;
        _taken = 0;
    }

    /// <summary>What has arrived, at most <paramref name="count"/> bytes.</summary>
    public int Read(byte[] buffer, int offset, int count)
    {
        int there = Arrived() - _taken;
        if (there > RoomBytes)
        {
            Violations.Add("the receive buffer ran over");
            _taken += there - RoomBytes;
            there = RoomBytes;
        }

        int done = 0;
        while (there > 0 && done < count)
        {
            int run = Run(buffer, offset + done, Math2.Least(there, count - done));
            there -= run;
            done += Disturb(buffer, offset + done, run);
        }

        return done;
    }

    private int Run(byte[] buffer, int offset, int count)
    {
        bool isData = _taken >= _head && _taken < _head + _data;
        bool oneByOne = Noise != null || HostBaud != _baud || LosesAt >= 0 || DoublesAt >= 0;
        int run = oneByOne ? 1 : isData ? Math2.Least(count, _head + _data - _taken) : 1;
        if (isData)
        {
            _frame.Fill(_from + _taken - _head, buffer, offset, run);
        }
        else
        {
            buffer[offset] = _text[_taken < _head ? _taken : _taken - _data];
        }

        _taken += run;
        return run;
    }

    /// <summary>Bytes that the host gets for one run: none if it is lost.</summary>
    private int Disturb(byte[] buffer, int offset, int run)
    {
        if (HostBaud != _baud)
        {
            buffer[offset] = (byte)(buffer[offset] * 37 | 0x80);
            return 1;
        }

        int what = Noise != null ? Noise.Next()
            : _data > 0 && _taken - 1 == LosesAt ? LineNoise.Lost
            : _data > 0 && _taken - 1 == DoublesAt && !_doubled ? LineNoise.Doubled : LineNoise.Clean;
        _doubled = what == LineNoise.Doubled;
        if (what == LineNoise.Changed)
        {
            buffer[offset] = (byte)Noise.Below(256);
        }
        else if (what == LineNoise.Doubled && Total() > _taken)
        {
            _taken--;  // the same byte comes again
        }

        return what == LineNoise.Lost ? 0 : run;
    }

    private int Total() => CutsAt >= 0 && _data > 0 ? Math2.Least(CutsAt, _head + _data + _tail) : _head + _data + _tail;

    private int Arrived()
    {
        if (_clock.Us <= _startUs || _baud == 0)
        {
            return 0;
        }

        long bytes = (_clock.Us - _startUs) / ByteUs(_baud);
        return bytes > Total() ? Total() : (int)bytes;
    }
}
