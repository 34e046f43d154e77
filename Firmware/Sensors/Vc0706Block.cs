namespace Sealcam.Sensors;

/// <summary>
/// Reads the stopped frame in blocks: READ_FBUF, five bytes of reply, the block, five bytes that close it. Data go straight into
/// the caller's buffer; only a block's last byte waits until its end was seen, so that no block with a lost or doubled byte is
/// handed out whole. What is asked for is rounded up to whole words of eight bytes, and the bytes behind the frame are dropped.
/// </summary>
internal sealed class Vc0706Block
{
    private const int ReadFrame = 0x32, CurrentFrame = 0;

    /// <summary>Control mode of READ_FBUF: by the processor, over the UART (manual, and Adafruit).</summary>
    private const int ControlMode = 0x0A;

    /// <summary>Pause before the data, in 10 µs.</summary>
    private const int Pause = 10;

    /// <summary>
    /// Bytes: a start is a multiple of 8 (SC30MPA manual, "start address"), a length of 4 (JC425M-Q01, READ FBUF) or 8 (LS-Y201,
    /// "Read JPEG file content"). The length of a frame need not be one.
    /// </summary>
    private const int WordBytes = 8;

    private const int Between = 0, AtHead = 1, AtData = 2, AtTail = 3;

    /// <summary>ms without a byte after which the line has failed.</summary>
    private const int SilenceMs = 500;

    private readonly IUart _uart;
    private readonly Vc0706Port _port;
    private readonly IClock _clock;
    private readonly int _chunk;
    private int _state;
    private int _length, _position;  // of the frame: all of it, and where the next block begins
    private int _blockAt;            // where the present one began
    private int _left;               // of the block, its last byte not counted
    private int _surplus;            // bytes of the block behind the frame
    private long _lastByteMs;

    /// <param name="uart">The line.</param>
    /// <param name="port">Its commands.</param>
    /// <param name="clock">The board's.</param>
    /// <param name="chunk">Bytes of a block; a multiple of 8.</param>
    public Vc0706Block(IUart uart, Vc0706Port port, IClock clock, int chunk)
    {
        _uart = uart;
        _port = port;
        _clock = clock;
        _chunk = chunk;
    }

    public void Start(int length)
    {
        _length = length;
        _position = 0;
        _state = Between;
    }

    /// <summary>As <see cref="IStill.Read"/>.</summary>
    public int Take(byte[] buffer, int offset, int count)
    {
        int taken = 0;
        while (taken < count && (_state != Between || _position < _length))
        {
            int got = TakeSome(buffer, offset + taken, count - taken);
            if (got < 0)
            {
                break;
            }

            taken += got;
        }

        if (taken > 0)
        {
            _lastByteMs = _clock.UptimeMs;
        }
        else if (_clock.UptimeMs - _lastByteMs > SilenceMs)
        {
            throw new CameraException("read: command " + Hex.Byte(ReadFrame) + " at " + _blockAt + ": nothing more in "
                + SilenceMs + " ms");
        }

        return taken;
    }

    /// <summary>One thing: the command, the head, some data, or the end; -1 if the line has nothing for it yet.</summary>
    private int TakeSome(byte[] buffer, int offset, int count)
    {
        switch (_state)
        {
            case Between:
                Ask();
                return 0;
            case AtHead:
                return TakeHead();
            case AtData:
                return TakeData(buffer, offset, count);
            default:
                if (!_port.HasTail("read", _surplus))
                {
                    return -1;
                }

                buffer[offset] = _port.LastByte;
                _state = Between;
                return 1;
        }
    }

    private void Ask()
    {
        int count = _length - _position < _chunk ? _length - _position : _chunk;
        _surplus = -count & (WordBytes - 1);
        _port.Begin(ReadFrame);
        _port.Put(CurrentFrame);
        _port.Put(ControlMode);
        _port.PutLong(_position);
        _port.PutLong(count + _surplus);
        _port.Put(Pause >> 8);
        _port.Put(Pause);
        _port.Send();
        _blockAt = _position;
        _position += count;
        _left = count - 1;
        _lastByteMs = _clock.UptimeMs;
        _state = AtHead;
    }

    private int TakeHead()
    {
        if (!_port.HasHead("read"))
        {
            return -1;
        }

        _port.Restart();
        _state = _left > 0 ? AtData : AtTail;
        return 0;
    }

    private int TakeData(byte[] buffer, int offset, int count)
    {
        int got = _uart.Read(buffer, offset, count < _left ? count : _left);
        _left -= got;
        _state = _left == 0 ? AtTail : AtData;
        return got == 0 ? -1 : got;
    }
}
