using Sealcam.Sensors;

namespace Sealcam.Tests.Models;

/// <summary>
/// VC0706 on its serial port, after the "VC0706 Protocol" manual: commands 56 SN CMD LEN.., replies 76 SN CMD STATUS LEN.., the
/// frame buffer that runs with the sensor until it is stopped, settings that live in an EEPROM.
/// </summary>
public sealed class Vc0706Model : IUart
{
    private const int Ok = 0, NoSuchCommand = 1, WrongLength = 2, WrongFormat = 3;
    private const string Version = "VC0703 1.00", Boot =
        "VC0703 1.00\r\nCtrl infr exist\r\nUSER-defined sensor\r\n525\r\nInit end\r\n";

    private readonly SimClock _clock;
    private readonly Vc0706Command _command = new Vc0706Command();
    private readonly byte[] _reply = new byte[96];
    private int _baud, _baudNext;
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
    public byte Size = 0x11;
    public int EepromWrites;

    /// <summary>Chip register 1204: the JPEG scale; lost at a reset.</summary>
    public byte Compression = 0x35;

    /// <summary>Does not answer at all.</summary>
    public bool IsAbsent;

    /// <summary>Bytes of the reply to a reset: 5, or 4 (LS-Y201, PTC06).</summary>
    public int ResetReplyBytes = 5;

    /// <summary>Answers the command with this number by <see cref="FailStatus"/>; 0 for none.</summary>
    public int FailCommand, FailStatus = 4;

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
        if (!_command.Take(value))
        {
            return;
        }

        Commands++;
        if (!Line.IsQuiet)
        {
            Violations.Add("command " + _command[2].ToString("X2") + " during a reply");
        }

        if (_command[2] == FailCommand)
        {
            Answer(FailStatus, 0);
            return;
        }

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

    private void AnswerVersion()
    {
        for (int i = 0; i < Version.Length; i++)
        {
            _reply[5 + i] = (byte)Version[i];
        }

        Answer(Ok, Version.Length);
    }

    private void SetPort()
    {
        int divider = _command[5] << 8 | _command[6];
        int baud = divider == 0xAEC8 ? 9600 : divider == 0x56E4 ? 19200 : divider == 0x2AF2 ? 38400
            : divider == 0x1C4C ? 57600 : divider == 0x0DA6 ? 115200 : 0;
        if (_command[3] != 3 || _command[4] != 1 || baud == 0)
        {
            Violations.Add("SET_PORT " + divider.ToString("X4"));
            Answer(WrongFormat, 0);
            return;
        }

        Answer(Ok, 0);
        _baudNext = baud;
        _baudNextUs = Line.EndUs;
    }

    private void Reset()
    {
        Resets++;
        Head(Ok, 0);
        Line.Send(_reply, ResetReplyBytes, null, 0, 0, 0, _baud, _clock.Us + 2000);
        Buffer.Frozen = null;
        Compression = 0x35;
        _deafUntilUs = Line.EndUs + 1800000;
        _bootTextUs = Line.EndUs + 1000000;
        _baudNext = PowerUpBaud;
        _baudNextUs = Line.EndUs;
    }

    private void Register()
    {
        bool isWrite = _command[2] == 0x31;
        int address = _command[6] << 8 | _command[7];
        bool isSize = _command[4] == 4 && address == 0x0019, isScale = _command[4] == 1 && address == 0x1204;
        if (_command[3] != (isWrite ? 5 : 4) || _command[5] != 1 || !isSize && !isScale)
        {
            Violations.Add("register " + address.ToString("X4") + " of device " + _command[4]);
            Answer(WrongLength, 0);
            return;
        }

        if (isWrite)
        {
            EepromWrites += isSize ? 1 : 0;
            Size = isSize ? _command[8] : Size;
            Compression = isScale ? _command[8] : Compression;
            Answer(Ok, 0);
            return;
        }

        _reply[5] = isSize ? Size : Compression;
        Answer(Ok, 1);
    }

    private void Control()
    {
        int how = _command[4];
        if (how == 0)
        {
            Buffer.Stop(Size);
        }
        else if (how == 3)
        {
            Buffer.Frozen = null;
        }
        else
        {
            Violations.Add("FBUF_CTRL " + how);
        }

        Answer(Ok, 0);
    }

    private void AnswerLength()
    {
        if (Buffer.Frozen == null || _command[4] != 0)
        {
            Violations.Add("the length of a running frame");
        }

        PutWord(5, Buffer.Announced);
        Answer(Ok, 4);
    }

    private void ReadFrame()
    {
        int from = _command.Word(6), count = _command.Word(10);
        if (_command[3] != 12 || _command[4] != 0 || _command[5] != 0x0A || !Buffer.Holds(from, count))
        {
            Violations.Add("READ_FBUF " + from + ", " + count);
            Answer(WrongFormat, 0);
            return;
        }

        Head(Ok, 0);
        for (int i = 0; i < 5; i++)
        {
            _reply[5 + i] = _reply[i];
        }

        Line.Send(_reply, 5, Buffer.Frozen, from, count, 5, _baud, _clock.Us + 1000);
    }

    private void Answer(int status, int count)
    {
        Head(status, count);
        Line.Send(_reply, 5 + count, null, 0, 0, 0, _baud, _clock.Us + 2000);
    }

    private void Head(int status, int count)
    {
        _reply[0] = 0x76;
        _reply[1] = _command[1];
        _reply[2] = _command[2];
        _reply[3] = (byte)status;
        _reply[4] = (byte)count;
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

    private void PutWord(int at, int value)
    {
        for (int i = 0; i < 4; i++)
        {
            _reply[at + i] = (byte)(value >> (24 - 8 * i));
        }
    }
}
