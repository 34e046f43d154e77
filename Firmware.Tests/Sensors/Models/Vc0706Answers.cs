namespace Sealcam.Tests.Models;

/// <content>What the commands do, one by one.</content>
public sealed partial class Vc0706Model
{
    private void AnswerVersion()
    {
        if (_command[3] != 0)
        {
            Violations.Add("GEN_VERSION with data");
        }

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

        _baud = AnswersAtNewSpeed ? baud : _baud;
        Answer(Ok, 0);
        _baudNext = baud;
        _baudNextUs = Line.EndUs;
    }

    private void Reset()
    {
        Resets++;
        Head(Ok, 0);
        Line.Send(_reply, ResetReplyBytes, null, 0, 0, 0, _baud, _clock.Us + 2000);
        Start(Line.EndUs);
    }

    private void Start(long atUs)
    {
        Buffer.Frozen = null;
        Compression = 0x35;
        _sizeInForce = _size;
        _deafUntilUs = atUs + StartMs * 1000L;
        _bootTextUs = _deafUntilUs - TextBeforeEndUs;
        _baudNext = PowerUpBaud;
        _baudNextUs = atUs;
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
            _deafUntilUs = isSize ? _clock.Us + EepromUs : _deafUntilUs;
            _size = isSize ? _command[8] : _size;
            Compression = isScale ? _command[8] : Compression;
            Answer(Ok, 0);
            return;
        }

        _reply[5] = isSize ? _size : Compression;
        Answer(Ok, 1);
    }

    private void Control()
    {
        int how = _command[3] == 1 ? _command[4] : -1;
        if (how == 0)
        {
            Buffer.Stop(_sizeInForce);
        }
        else if (how == 3)
        {
            Buffer.Resume();
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

    private void PutWord(int at, int value)
    {
        for (int i = 0; i < 4; i++)
        {
            _reply[at + i] = (byte)(value >> (24 - 8 * i));
        }
    }
}
