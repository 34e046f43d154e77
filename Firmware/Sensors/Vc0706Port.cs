namespace Sealcam.Sensors;

/// <summary>
/// Commands and replies of the VC0706 ("VC0706 Protocol" manual, section "Protocol format"): 56 SN CMD LEN data out,
/// 76 SN CMD STATUS LEN data back. Nothing here waits: a reply is taken in as it arrives.
/// </summary>
internal sealed class Vc0706Port
{
    private const int CommandSign = 0x56, ReplySign = 0x76, Serial = 0x00;

    /// <summary>Bytes of a reply before its data.</summary>
    public const int HeadBytes = 5;

    private const int MostData = 16;

    private readonly IUart _uart;
    private readonly byte[] _out = new byte[20];
    private readonly byte[] _in = new byte[HeadBytes + MostData + 1];
    private int _outCount;
    private int _inCount;

    public Vc0706Port(IUart uart)
    {
        _uart = uart;
    }

    /// <summary>The command that was sent last.</summary>
    public int Command => _out[2];

    /// <summary>Data of the reply, from 0.</summary>
    public int this[int index] => _in[HeadBytes + index];

    /// <summary>Bytes of data of the reply.</summary>
    public int Count => _in[4];

    public void Begin(int command)
    {
        _out[0] = CommandSign;
        _out[1] = Serial;
        _out[2] = (byte)command;
        _outCount = 4;
    }

    public void Put(int value) => _out[_outCount++] = (byte)value;

    /// <summary>Four bytes, the highest first.</summary>
    public void PutLong(int value)
    {
        Put(value >> 24);
        Put(value >> 16);
        Put(value >> 8);
        Put(value);
    }

    /// <summary>Sends the command; what is still on the line from before is thrown away.</summary>
    public void Send()
    {
        Drain();
        _out[3] = (byte)(_outCount - 4);
        _uart.Write(_out, 0, _outCount);
        _inCount = 0;
    }

    /// <summary>Throws away what has arrived; true if there was anything.</summary>
    public bool Drain()
    {
        bool any = false;
        while (_uart.Read(_in, 0, _in.Length) > 0)
        {
            any = true;
        }

        _inCount = 0;
        return any;
    }

    /// <summary>True once the whole reply to the last command is in. Bytes before its sign are passed over.</summary>
    public bool HasReply(string step)
    {
        if (!HasHead(step))
        {
            return false;
        }

        if (Count > MostData)
        {
            throw new CameraException(step + ": a reply to " + Hex.Byte(Command) + " of " + Count + " bytes");
        }

        return Fill(HeadBytes + Count);
    }

    /// <summary>True once the head of a reply is in; what follows stays on the line.</summary>
    public bool HasHead(string step)
    {
        while (Fill(HeadBytes))
        {
            if (CheckHead(step))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True once <see cref="LastByte"/> of a block, at most <see cref="MostData"/> bytes of <paramref name="surplus"/>, and the
    /// five bytes that close it are in.
    /// </summary>
    public bool HasTail(string step, int surplus)
    {
        int at = 1 + surplus;
        if (!Fill(at + HeadBytes))
        {
            return false;
        }

        if (_in[at] != ReplySign || _in[at + 1] != Serial || _in[at + 2] != Command || _in[at + 3] != 0 || _in[at + 4] != 0)
        {
            throw new CameraException(step + ": bytes were lost or doubled on the line (no end of block after "
                + Hex.Byte(Command) + ")");
        }

        return true;
    }

    /// <summary>The block's last byte, once <see cref="HasTail"/>.</summary>
    public byte LastByte => _in[0];

    /// <summary>Forgets the reply taken in so far; the next bytes belong to something else.</summary>
    public void Restart() => _inCount = 0;

    private bool Fill(int count)
    {
        if (_inCount < count)
        {
            _inCount += _uart.Read(_in, _inCount, count - _inCount);
        }

        return _inCount >= count;
    }

    /// <summary>False, and one byte less, if the bytes are no head of a reply to the last command.</summary>
    private bool CheckHead(string step)
    {
        if (_in[0] != ReplySign || _in[1] != Serial || _in[2] != Command)
        {
            for (int i = 1; i < _inCount; i++)
            {
                _in[i - 1] = _in[i];
            }

            _inCount--;
            return false;
        }

        return _in[3] == 0 ? true
            : throw new CameraException(step + ": command " + Hex.Byte(Command) + " answered with status " + _in[3]
                + Meaning(_in[3]));
    }

    /// <summary>The manual's list of status codes.</summary>
    private static string Meaning(int status) => status == 1 ? " (not received)" : status == 2 ? " (wrong length)"
        : status == 3 ? " (wrong format)" : status == 4 ? " (not now)" : status == 5 ? " (failed)" : "";
}
