using Sealcam.Sensors;

namespace Sealcam.Tests.Models;

/// <summary>
/// VC0706 on its serial port, after the "VC0706 Protocol" manual: commands 56 SN CMD LEN.., replies 76 SN CMD STATUS LEN.., the
/// frame buffer that runs with the sensor until it is stopped, settings that live in an EEPROM.
/// </summary>
/// <remarks>
/// Further sources: the JC425M-Q01 data sheet (what a start does, that a size counts from the next one on), the LS-Y201 manual
/// and the LSY201 library's README (text after a reset, at the default speed; what a reset forgets), issue 32 of Adafruit's
/// library (the text). Ours: that a deaf part loses what it is sent and says nothing, that an EEPROM write takes 5 ms, how long
/// replies take, when in a start the text comes.
/// </remarks>
public sealed partial class Vc0706Model : IUart
{
    private const int Ok = 0, NoSuchCommand = 1, WrongLength = 2, WrongFormat = 3, TextBeforeEndUs = 200000, EepromUs = 5000;
    private const string Version = "VC0703 1.00", Boot =
        "VC0703 1.00\r\nCtrl infr exist\r\nUSER-defined sensor\r\n525\r\nInit end\r\n";

    private readonly SimClock _clock;
    private readonly Vc0706Command _command = new Vc0706Command();
    private readonly byte[] _reply = new byte[96];
    private int _baud, _baudNext;
    private byte _size = 0x11, _sizeInForce = 0x11;
    private long _deafUntilUs, _baudNextUs = -1, _bootTextUs = -1;

    public Vc0706Model(SimClock clock)
    {
        _clock = clock;
        Line = new UartLine(clock);
        Buffer = new Vc0706Buffer(clock);
        _baud = PowerUpBaud;
    }

    public readonly UartLine Line;
    public readonly Vc0706Buffer Buffer;
    public readonly Violations Violations = new Violations();

    /// <summary>Bit/s after a reset.</summary>
    public int PowerUpBaud = 38400;

    /// <summary>
    /// The size code in the EEPROM (00 640x480, 11 320x240, 22 160x120), and how often it was written: each costs a little of
    /// its life.
    /// </summary>
    public byte Size
    {
        get => _size;
        set => _size = _sizeInForce = value;
    }

    public int EepromWrites;

    /// <summary>ms from power or reset until it listens: 2,000 (JC425M-Q01) or 2,500 (PTC06).</summary>
    public int StartMs = 2000;

    /// <summary>Sends "motion detected" (76 SN 39 00, on its own account) before each reply.</summary>
    public bool SeesMotion;

    /// <summary>Answers SET_PORT at the new speed already. The manual does not say which; hosts disagree.</summary>
    public bool AnswersAtNewSpeed;

    /// <summary>Chip register 1204: the JPEG scale; lost at a reset.</summary>
    public byte Compression = 0x35;

    /// <summary>Does not answer at all.</summary>
    public bool IsAbsent;

    /// <summary>Bytes of the reply to a reset: 5, or 4 (LS-Y201, PTC06).</summary>
    public int ResetReplyBytes = 5;

    /// <summary>Answers the command with this number by <see cref="FailStatus"/>; 0 for none.</summary>
    public int FailCommand, FailStatus = 4;

    /// <summary>Does not answer that command at all.</summary>
    public bool FailsSilently;

    public int Resets, Commands;

    public int ReceiveBytes => Line.RoomBytes;

    public int Baud => _baud;

    /// <summary>The frame that was stopped last.</summary>
    public ModelFrame Frame => Buffer.Frozen;

    /// <summary>The camera has been left stopped, holding a frame from before this boot, at this speed.</summary>
    public void LeaveStopped(int number, int baud)
    {
        Buffer.Frozen = new ModelFrame(number, 0, 320, 240, 3000, 0);
        _baud = baud;
    }

    /// <summary>It gets power now: deaf for a while, then the text, and the size from the EEPROM.</summary>
    public void PowerUp() => Start(_clock.Us);

    public void SetBaud(int baud) => Line.HostBaud = baud;

    public int Read(byte[] buffer, int offset, int count)
    {
        Settle();
        return Line.Read(buffer, offset, count);
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        Settle();
        _clock.AdvanceUs(count * UartLine.ByteUs(Line.HostBaud));
        bool hears = !IsAbsent && Line.HostBaud == _baud && _clock.Us >= _deafUntilUs;
        for (int i = 0; hears && i < count; i++)
        {
            Take(buffer[offset + i]);
        }
    }

    private void Take(byte value)
    {
        if (!_command.Take(value) || _command[1] != 0)
        {
            return;  // not whole, or for a part with another serial number
        }

        Commands++;
        if (!Line.IsQuiet)
        {
            Violations.Add("command " + _command[2].ToString("X2") + " during a reply");
        }

        if (_command[2] == FailCommand)
        {
            if (!FailsSilently)
            {
                Answer(FailStatus, 0);
            }

            return;
        }

        if (SeesMotion)
        {
            Head(0, 0);
            _reply[2] = 0x39;
            Line.Send(_reply, 4, null, 0, 0, 0, _baud, _clock.Us + 300);
        }

        Execute();
    }

    private void Execute()
    {
        switch (_command[2])
        {
            case 0x11:
                AnswerVersion();
                break;
            case 0x24:
                SetPort();
                break;
            case 0x26:
                Reset();
                break;
            case 0x30 or 0x31:
                Register();
                break;
            case 0x32:
                ReadFrame();
                break;
            case 0x34:
                AnswerLength();
                break;
            case 0x36:
                Control();
                break;
            default:
                Violations.Add("command " + _command[2].ToString("X2"));
                Answer(NoSuchCommand, 0);
                break;
        }
    }

    /// <summary>Lets happen what was due since the last call: a new speed, the text after a reset.</summary>
    private void Settle()
    {
        if (_baudNextUs >= 0 && _clock.Us >= _baudNextUs)
        {
            _baud = _baudNext;
            _baudNextUs = -1;
        }

        if (_bootTextUs >= 0 && _clock.Us >= _bootTextUs)
        {
            for (int i = 0; i < Boot.Length; i++)
            {
                _reply[i] = (byte)Boot[i];
            }

            Line.Send(_reply, Boot.Length, null, 0, 0, 0, _baud, _bootTextUs);
            _bootTextUs = -1;
        }
    }
}
