namespace Sealcam.Sensors;

/// <summary>
/// VC0706, the serial JPEG camera (Adafruit 397, PTC06, LinkSprite and others): 640x480 at most, 38,400 baud after a reset,
/// 115,200 on the PTC06.
/// </summary>
/// <remarks>
/// Sources: "VC0706 Protocol" manual as Adafruit's Adafruit_VC0706 (BSD) and others carry it on, LinkSprite's LS-Y201 manual
/// ("Communication Protocol"), the PTC06 data sheet ("Command Protocol") and the JC425M-Q01 one ("Command protocol"), which
/// agree where not said otherwise.
/// The part has no brightness, flip or white balance over its serial port. The line has no checksum: a changed byte goes
/// unnoticed, a lost or doubled one does not.
/// </remarks>
public sealed partial class Vc0706 : SteppedCamera
{
    private const int GetVersion = 0x11, SetPort = 0x24, SystemReset = 0x26, ReadData = 0x30, WriteData = 0x31;
    private const int GetFrameLength = 0x34, FrameControl = 0x36;

    // FBUF_CTRL. Resume is 3 in Adafruit's library and LinkSprite's manual; some prints of the manual call 2 resume and 3 step.
    private const int StopCurrent = 0, Resume = 3;

    // Devices of READ_DATA and WRITE_DATA: 1 is the chip's registers, 4 the EEPROM.
    private const int Chip = 1, CompressionAddress = 0x1204, Eeprom = 4, SizeAddress = 0x0019;

    private const int Probing = 1, Identifying = 2, AskingSize = 3, TakingSize = 4, WritingSize = 5, SettingPort = 6;
    private const int Switching = 7, Confirming = 8, Confirmed = 9, Compressing = 10, Quieting = 11, Resuming = 12, Stopping = 13;
    private const int Stopped = 14, Measuring = 15, Restarting = 16;

    private const int ReplyMs = 400, Unlimited = int.MaxValue;

    /// <summary>ms that a start takes: 2 s (JC425M-Q01, SYSTEM RESET) to 2.5 s (PTC06, "initial operation process").</summary>
    private const int StartMs = 2600;

    /// <summary>ms of silence after which nothing more is on its way.</summary>
    private const int SilenceMs = 20;

    /// <summary>Bytes: a JPEG head alone is longer.</summary>
    private const int LeastBytes = 128;

    private static readonly int[] Bauds = { 38400, 115200, 57600, 19200, 9600 };

    private readonly IUart _uart;
    private readonly Vc0706Port _port;
    private readonly int _wantedBaud;
    private readonly Vc0706Block _block;
    private int _baudIndex, _rounds;
    private bool _sizeWritten, _keepsSpeed;
    private long _stoppedMs;

    /// <param name="uart">The line; the driver sets its speed.</param>
    /// <param name="clock">The board's.</param>
    /// <param name="settings">640x480, 320x240 or 160x120.</param>
    /// <param name="baud">The speed to read stills at: 9600, 19200, 38400, 57600 or 115200.</param>
    public Vc0706(IUart uart, IClock clock, SensorSettings settings, int baud = 115200) : base(clock, settings, Probing, Quieting)
    {
        _uart = uart;
        _port = new Vc0706Port(uart);
        _wantedBaud = baud;
        int room = uart.ReceiveBytes - 2 * Vc0706Port.HeadBytes;
        _block = new Vc0706Block(uart, _port, clock, room < 1024 ? room & ~7 : 1024);
    }

    /// <summary>
    /// ms that the sensor runs between resume and stop: the frame that is stopped was encoded before, read out before that, and
    /// exposed before that, so four frames of 1/15 s and a margin. No manual tells how many there are; at least 25 ms are needed
    /// until the buffer runs at all (LSY201 library, "Taking Multiple Pictures").
    /// </summary>
    public int SettleMs { get; set; } = 300;

    /// <summary>ms of one frame, by which the exposure may have ended before the stop.</summary>
    public int FrameMs { get; set; } = 67;

    protected override bool Do(int step)
    {
        switch (step)
        {
            case Probing:
                _sizeWritten = _keepsSpeed = false;
                return Seek(Probing);
            case Restarting:
                return Seek(Restarting);
            case Identifying:
                return Identify();
            case AskingSize:
                return AskSize();
            case TakingSize:
                return Answered("read size") && TakeSize();
            case WritingSize:
                return Answered("write size") && StartAnew();
            case SettingPort:
                return ChangeSpeed();
            case Switching:
                return Switch();
            case Confirming:
                return Send(GetVersion, Confirmed);
            case Confirmed:
                return Confirm();
            case Compressing:
                return Answered("compression") && Finish();
            case Quieting:
                return _port.Drain() ? Go(Quieting, SilenceMs, Unlimited) : Control(Resume, Resuming);
            case Resuming:
                return Answered("resume") && Go(Stopping, SettleMs, Unlimited);
            case Stopping:
                _stoppedMs = Clock.UptimeMs;
                return Control(StopCurrent, Stopped);
            case Stopped:
                return Answered("stop") && AskLength();
            default:
                return Answered("length") && Measure();
        }
    }

    protected override int TakeBytes(byte[] buffer, int offset, int count) => _block.Take(buffer, offset, count);

    /// <summary>
    /// Asks for the version at one speed after the other: the part keeps its speed over a restart of the board.
    /// </summary>
    private bool Seek(int step)
    {
        if (_port.Drain())
        {
            return Go(step, SilenceMs, Unlimited);  // the rest of a still that was given up, or what a start says of itself
        }

        string fault = Fault(Look);
        if (fault != null)
        {
            throw Fail("set up", fault);
        }

        _baudIndex = _rounds = 0;
        return Ask();
    }

    private bool Ask()
    {
        _uart.SetBaud(Bauds[_baudIndex]);
        return Send(GetVersion, Identifying);
    }

    private bool Identify()
    {
        if (_port.HasReply("identify"))
        {
            string version = _version = Vc0706Setup.Text(_port);
            return version.IndexOf("VC07") == 0 ? Go(AskingSize, 0, Unlimited)
                : throw Fail("identify", "version \"" + version + "\" is no VC0706");
        }

        // Three times through all speeds, 2 s each: a part that has power no longer than the board is deaf for 2.5 s (PTC06).
        if (IsLate && ++_baudIndex == Bauds.Length && ++_rounds < 3)
        {
            _baudIndex = 0;
        }

        if (_baudIndex == Bauds.Length)
        {
            throw Fail("identify", "no answer to " + Hex.Byte(GetVersion) + " at any speed from 9600 to 115200 baud");
        }

        return IsLate && Ask();
    }

    private bool AskSize()
    {
        _port.Begin(ReadData);
        PutAddress(Eeprom, SizeAddress);
        return Send(TakingSize);
    }

    /// <summary>The size lives in an EEPROM and counts from the next reset on: written only if it must change.</summary>
    private bool TakeSize()
    {
        int wanted = Vc0706Setup.SizeCode(Look);
        if (_port.Count == 1 && _port[0] == wanted)
        {
            return Go(SettingPort, 0, Unlimited);
        }

        if (_sizeWritten)
        {
            throw Fail("write size", "register " + Hex.Word(SizeAddress) + " = " + Hex.Byte(_port[0]) + ", written "
                + Hex.Byte(wanted));
        }

        _sizeWritten = true;
        _port.Begin(WriteData);
        PutAddress(Eeprom, SizeAddress);
        _port.Put(wanted);
        return Send(WritingSize);
    }

    /// <summary>
    /// Resets the part. Its answer is not waited for but thrown away, with the text that follows it: some makes send four bytes
    /// of it, some five, and the speed may change. Left on the line it would be taken for the answer to what is asked next.
    /// </summary>
    private bool StartAnew()
    {
        _port.Begin(SystemReset);
        _port.Send();
        return Go(Restarting, StartMs, Unlimited);
    }

    private bool Compress()
    {
        _port.Begin(WriteData);
        PutAddress(Chip, CompressionAddress);
        _port.Put(Vc0706Setup.Compression(Look));
        return Send(Compressing);
    }

    private bool Finish()
    {
        SetReady();
        return Go(Quieting, 0, Unlimited);
    }

    private bool Control(int how, int next)
    {
        _port.Begin(FrameControl);
        _port.Put(how);
        return Send(next);
    }

    private bool AskLength()
    {
        _port.Begin(GetFrameLength);
        _port.Put(0);  // the current frame
        return Send(Measuring);
    }

    private bool Measure()
    {
        int length = _port.Count == 4 ? _port[0] << 24 | _port[1] << 16 | _port[2] << 8 | _port[3] : -1;
        if (length < LeastBytes || length > Limits.StillBytes)
        {
            throw Fail("length", "command " + Hex.Byte(GetFrameLength) + " tells " + length + " bytes");
        }

        _block.Start(length);
        return Deliver(length, _stoppedMs - FrameMs);
    }

    private bool Send(int command, int next)
    {
        _port.Begin(command);
        return Send(next);
    }

    private bool Send(int next)
    {
        _port.Send();
        return Go(next, 0, ReplyMs);
    }

    private bool Answered(string step)
    {
        if (_port.HasReply(step))
        {
            return true;
        }

        return IsLate ? throw Fail(step, "no answer to command " + Hex.Byte(_port.Command) + " in " + ReplyMs + " ms") : false;
    }

    private void PutAddress(int device, int address)
    {
        _port.Put(device);
        _port.Put(1);  // one byte
        _port.Put(address >> 8);
        _port.Put(address);
    }
}
