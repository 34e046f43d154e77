namespace Sealcam.Tests.Models;

/// <summary>
/// The SPI side of an ArduCAM Mini: register file and frame FIFO, after ArduCAM's hardware application note (register table) and
/// its maintainers' word on bursts (ArduCAM/Arduino issue 53: one dummy byte before the first burst of a frame on older modules).
/// </summary>
public sealed class ArduChipModel : SpiModel
{
    private readonly SensorModel _sensor;
    private readonly byte[] _registers = new byte[128];
    private int _command = -1;      // of this select
    private int _values;            // bytes behind the command
    private int _position;          // in the FIFO
    private int _dummiesLeft;
    private long _armedUs = -1;     // capture asked for, frame not yet through
    private ModelFrame _frame;      // in the FIFO
    private bool _isDone;

    public ArduChipModel(SimClock clock, SensorModel sensor) : base(clock)
    {
        _sensor = sensor;
    }

    /// <summary>Bytes of the FIFO: 393,216 on the 2 MP module, 524,288 on the 5 MP one, 8 MB on the Plus ones.</summary>
    public int FifoBytes = 0x60000;

    /// <summary>Bytes before the first one of a frame: 1 on older modules, 0 on newer ones.</summary>
    public int DummyBytes = 1;

    /// <summary>The sensor's VSYNC is active high and register 03 must say so (OV5642 modules).</summary>
    public bool NeedsVsyncHigh;

    /// <summary>The done flag never comes.</summary>
    public bool IsStuck;

    /// <summary>The registers announce this length instead of the true one; -1 for none.</summary>
    public int Announces = -1;

    /// <summary>The FIFO holds only this many bytes of the frame and zeros behind; -1 for all.</summary>
    public int HoldsOnly = -1;

    /// <summary>The frame that was last recorded.</summary>
    public ModelFrame Frame => _frame;

    /// <summary>µs of the last start of a capture.</summary>
    public long StartedUs { get; private set; } = -1;

    public int Captures { get; private set; }

    /// <summary>A frame that was recorded before this boot lies in the FIFO, flag and all.</summary>
    public void LeaveOldFrame(int number)
    {
        _frame = new ModelFrame(number, 0, 320, 240, 3000, 0);
        _isDone = true;
        _position = 0;
        _dummiesLeft = DummyBytes;
    }

    protected override void OnSelect()
    {
        _command = -1;
        _values = 0;
        Record();
    }

    protected override void OnDeselect()
    {
        bool isWrite = _command >= 0x80;
        Check(!isWrite || _values == 1, "a register write without one value");
    }

    protected override void OnWrite(byte value)
    {
        if (_command < 0)
        {
            _command = value;
            return;
        }

        _values++;
        Check(_command >= 0x80, "a value written behind a read command");
        if (_command >= 0x80)
        {
            Store(_command & 0x7F, value);
        }
    }

    protected override void OnRead(byte[] buffer, int offset, int count)
    {
        Check(_command >= 0 && _command < 0x80, "a read without a read command");
        if (_command == 0x3C)
        {
            Burst(buffer, offset, count);
            return;
        }

        Check(count == 1 && _values == 0, "a register read of several bytes");
        _values++;
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = Load(_command);
        }
    }

    private void Store(int register, byte value)
    {
        Check(register == 7 || (_registers[7] & 0x80) == 0, "register " + register + " written during the reset");
        _registers[register] = value;
        if (register == 7 && (value & 0x80) != 0)
        {
            _armedUs = -1;
            _isDone = false;
            _frame = null;
            _registers[0] = _registers[3] = 0;
        }
        else if (register == 4)
        {
            Control(value);
        }
    }

    private void Control(byte value)
    {
        if ((value & 1) != 0)
        {
            _isDone = false;
        }

        if ((value & 2) == 0)
        {
            return;
        }

        Check(!_isDone, "a start with the done flag still up");
        Check(_armedUs < 0, "a start during a capture");
        _armedUs = StartedUs = Clock.Us;
        _frame = null;
        _isDone = false;
    }

    private byte Load(int register)
    {
        switch (register)
        {
            case 0x40:
                return 0x73;
            case 0x41:
                return (byte)(_isDone && !IsStuck ? 0x08 : 0);
            case 0x42:
                return (byte)Announced();
            case 0x43:
                return (byte)(Announced() >> 8);
            case 0x44:
                return (byte)(Announced() >> 16);
            default:
                return _registers[register];
        }
    }

    /// <summary>What the length registers say; a stream that is not JPEG fills the FIFO to its end.</summary>
    private int Announced()
    {
        Check(_isDone, "the length was read before the capture was done");
        return Announces >= 0 ? Announces : !_isDone ? 0 : IsGood() ? DummyBytes + _frame.PaddedLength : FifoBytes - 1;
    }

    private bool IsGood() => _frame != null && (!NeedsVsyncHigh || (_registers[3] & 2) != 0) && _frame.Width > 0;

    /// <summary>The frame whose readout began after the start is in the FIFO once that readout is over.</summary>
    private void Record()
    {
        if (_armedUs < 0)
        {
            return;
        }

        long start = _sensor.NextFrameUs(_armedUs);
        if (start < 0 || Clock.Us < start + _sensor.PeriodUs)
        {
            return;
        }

        bool isJpeg = _sensor.IsJpeg;
        Check(isJpeg, "not JPEG: " + _sensor.Why);
        _frame = isJpeg ? _sensor.FrameAt(start) : new ModelFrame(0, 0, 0, 0, FifoBytes, 0);
        _armedUs = -1;
        _isDone = true;
        _position = 0;
        _dummiesLeft = DummyBytes;
        Captures++;
    }

    private void Burst(byte[] buffer, int offset, int count)
    {
        Check(_isDone, "a burst before the capture was done");
        for (; _dummiesLeft > 0 && count > 0; _dummiesLeft--, count--)
        {
            buffer[offset++] = 0x55;
        }

        if (_frame == null || count == 0)
        {
            return;
        }

        Check(_position + count <= _frame.PaddedLength, "a burst beyond the frame");
        _frame.Fill(_position, buffer, offset, count);
        for (int i = 0; HoldsOnly >= 0 && i < count; i++)
        {
            buffer[offset + i] = _position + i < HoldsOnly ? buffer[offset + i] : (byte)0;
        }

        _position += count;
    }
}
