using System;
using System.Threading;

namespace Sealcam.Host;

/// <summary>
/// A simulated board's serial port: the board's side never waits, the person's side may. Safe for one thread on each side. What
/// the board writes waits in a buffer of UART size until somebody takes it.
/// </summary>
public sealed class PipePort : IConsolePort
{
    private const int ToBoardBytes = 65536, FromBoardBytes = 4096;

    private readonly object _turn = new();
    private readonly byte[] _toBoard = new byte[ToBoardBytes];
    private readonly byte[] _fromBoard = new byte[FromBoardBytes];
    private int _in, _out;
    private bool _closed;

    /// <summary>Bytes that wait for the board.</summary>
    public int Pending
    {
        get
        {
            lock (_turn)
            {
                return _in;
            }
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        lock (_turn)
        {
            int taken = Take(_toBoard, ref _in, buffer.AsSpan(offset, count));
            Monitor.PulseAll(_turn);
            return taken;
        }
    }

    public int Write(byte[] buffer, int offset, int count)
    {
        lock (_turn)
        {
            int taken = Math.Min(count, FromBoardBytes - _out);
            buffer.AsSpan(offset, taken).CopyTo(_fromBoard.AsSpan(_out));
            _out += taken;
            Monitor.PulseAll(_turn);
            return taken;
        }
    }

    /// <summary>The person's side: waits while the board does not take what was sent before.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_turn)
        {
            while (bytes.Length > 0 && !_closed)
            {
                int count = Math.Min(bytes.Length, ToBoardBytes - _in);
                bytes[..count].CopyTo(_toBoard.AsSpan(_in));
                _in += count;
                bytes = bytes[count..];
                if (bytes.Length > 0)
                {
                    Monitor.Wait(_turn, 100);
                }
            }
        }
    }

    /// <summary>
    /// The person's side: waits for output at most that long (ms). 0 after a wait in vain, -1 once the port is closed and
    /// empty.
    /// </summary>
    public int Receive(Span<byte> buffer, int waitMs)
    {
        lock (_turn)
        {
            long until = Environment.TickCount64 + waitMs;
            // Not one wait: each look that the board takes at what was sent to it wakes this side up too.
            for (int left = waitMs; _out == 0 && !_closed && left > 0; left = (int)(until - Environment.TickCount64))
            {
                Monitor.Wait(_turn, left);
            }

            return _out == 0 && _closed ? -1 : Take(_fromBoard, ref _out, buffer);
        }
    }

    /// <summary>The cable is pulled for good.</summary>
    public void Close()
    {
        lock (_turn)
        {
            _closed = true;
            Monitor.PulseAll(_turn);
        }
    }

    private static int Take(byte[] queue, ref int count, Span<byte> target)
    {
        int taken = Math.Min(count, target.Length);
        queue.AsSpan(0, taken).CopyTo(target);
        queue.AsSpan(taken, count - taken).CopyTo(queue);
        count -= taken;
        queue.AsSpan(count, taken).Clear();  // it may have been a passphrase
        return taken;
    }
}
