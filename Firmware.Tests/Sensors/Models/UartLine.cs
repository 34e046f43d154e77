namespace Sealcam.Tests.Models;

/// <summary>
/// The way from a part to the host: replies one behind the other, each at the part's speed of its time, and the host's receive
/// buffer. What the host does not fetch stays there and comes before everything later.
/// </summary>
public sealed class UartLine
{
    private readonly SimClock _clock;
    private readonly UartReply[] _replies = { new UartReply(), new UartReply(), new UartReply(), new UartReply() };
    private int _first, _count;
    private bool _doubled;

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
    public bool IsQuiet => _clock.Us >= EndUs;

    /// <summary>When the last byte of the last reply has left (µs).</summary>
    public long EndUs { get; private set; }

    public static long ByteUs(int baud) => 10000000L / baud;

    /// <summary>
    /// Queues a reply behind the others: <paramref name="head"/> bytes of text, data of a frame, <paramref name="tail"/> bytes of
    /// text.
    /// </summary>
    public void Send(byte[] text, int head, ModelFrame frame, int from, int data, int tail, int baud, long startUs)
    {
        if (_count == _replies.Length)
        {
            Violations.Add("replies that nobody fetches");
            Drop();
        }

        var reply = _replies[(_first + _count++) % _replies.Length];
        reply.Set(text, head, frame, from, data, tail, data > 0 ? CutsAt : -1, baud, startUs > EndUs ? startUs : EndUs);
        EndUs = reply.EndUs;
    }

    /// <summary>What has arrived, at most <paramref name="count"/> bytes.</summary>
    public int Read(byte[] buffer, int offset, int count)
    {
        CheckRoom();
        int done = 0;
        while (_count > 0 && done < count)
        {
            var reply = _replies[_first];
            int there = reply.Waiting(_clock.Us);
            if (there > 0)
            {
                bool oneByOne = Noise != null || HostBaud != reply.Baud || LosesAt >= 0 || DoublesAt >= 0;
                int run = reply.Take(buffer, offset + done, oneByOne ? 1 : Math2.Least(there, count - done));
                done += Disturb(reply, buffer, offset + done, run);
            }
            else if (reply.Taken == reply.Total)
            {
                Drop();
            }
            else
            {
                break;
            }
        }

        return done;
    }

    private void CheckRoom()
    {
        int there = 0;
        for (int i = 0; i < _count; i++)
        {
            there += _replies[(_first + i) % _replies.Length].Waiting(_clock.Us);
        }

        if (there > RoomBytes)
        {
            Violations.Add("the receive buffer ran over");
            _replies[_first].Taken += Math2.Least(there - RoomBytes, _replies[_first].Waiting(_clock.Us));
        }
    }

    private void Drop()
    {
        _first = (_first + 1) % _replies.Length;
        _count--;
    }

    /// <summary>Bytes that the host gets for one run: none if it is lost.</summary>
    private int Disturb(UartReply reply, byte[] buffer, int offset, int run)
    {
        if (HostBaud != reply.Baud)
        {
            buffer[offset] = (byte)(buffer[offset] * 37 | 0x80);
            return 1;
        }

        int what = Noise != null ? Noise.Next()
            : reply.Data > 0 && reply.Taken - 1 == LosesAt ? LineNoise.Lost
            : reply.Data > 0 && reply.Taken - 1 == DoublesAt && !_doubled ? LineNoise.Doubled : LineNoise.Clean;
        _doubled = what == LineNoise.Doubled;
        if (what == LineNoise.Changed)
        {
            buffer[offset] = (byte)Noise.Below(256);
        }
        else if (what == LineNoise.Doubled && reply.Total > reply.Taken)
        {
            reply.Taken--;  // the same byte comes again
        }

        return what == LineNoise.Lost ? 0 : run;
    }
}
