namespace Sealcam.Tests.Models;

/// <summary>
/// ArduCAM Mega at its registers, after the register notes of its maker's SDK and of Zephyr's driver. A controller in the camera
/// carries register writes on to the sensor; while it does, register 44 says busy and further writes would be lost.
/// </summary>
public sealed class MegaModel : SpiModel
{
    private readonly byte[] _registers = new byte[128];
    private int _command = -1;
    private int _values;
    private long _busyUntilUs;
    private long _armedUs = -1;
    private ModelFrame _frame;
    private bool _isDone, _dummyDue;
    private int _position, _number = 1000;

    public MegaModel(SimClock clock) : base(clock)
    {
        _registers[0x40] = 0x86;
    }

    /// <summary>What register 40 tells: 81 to 84 older modules (5, 3, 5, 3 MP), 85 and 86 newer ones (5, 3 MP).</summary>
    public byte Sensor
    {
        set => _registers[0x40] = value;
    }

    public int FrameBytes = 6000, PaddingBytes = 2;

    /// <summary>ms of a frame of the free-running sensor.</summary>
    public int PeriodMs = 100;

    /// <summary>The controller never becomes idle.</summary>
    public bool IsStuckBusy;

    /// <summary>The done flag never comes.</summary>
    public bool IsStuck;

    /// <summary>The length registers tell this; -1 for the true length.</summary>
    public int Announces = -1;

    /// <summary>The FIFO gives zeros from this byte on; -1 for none.</summary>
    public int HoldsOnly = -1;

    public ModelFrame Frame => _frame;

    public long StartedUs { get; private set; } = -1;

    /// <summary>A register as it stands.</summary>
    public byte this[int register] => _registers[register];

    /// <summary>A frame recorded before this boot lies in the FIFO, flag and all.</summary>
    public void LeaveOldFrame(int number)
    {
        _frame = new ModelFrame(number, 0, 320, 240, 3000, 0);
        _isDone = _dummyDue = true;
        _position = 0;
    }

    protected override void OnSelect()
    {
        _command = -1;
        _values = 0;
        Record();
    }

    protected override void OnDeselect() => Check(_command < 0x80 || _values == 1, "a register write without one value");

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

        // A register's value comes with the second byte behind its address.
        for (int i = 0; i < count; i++)
        {
            _values++;
            Check(_values <= 2, "a register read of more than two bytes");
            buffer[offset + i] = _values == 2 ? Load(_command) : (byte)0xA5;
        }
    }

    private void Store(int register, byte value)
    {
        bool isFifo = register == 4;
        Check(isFifo || Clock.Us >= _busyUntilUs, "register " + register.ToString("X2") + " written while busy");
        _registers[register] = value;
        if (isFifo)
        {
            Control(value);
        }
        else if (register == 7 && (value & 0x40) != 0)
        {
            _busyUntilUs = Clock.Us + 300000;
            _armedUs = -1;
            _isDone = false;
            _frame = null;
            _registers[0x20] = _registers[0x21] = 0xFF;
        }
        else
        {
            bool isSlow = register == 0x20 || register == 0x21;
            _busyUntilUs = Clock.Us + (isSlow ? 60000 : 3000);
        }
    }

    private void Control(byte value)
    {
        if ((value & 1) != 0)
        {
            _isDone = false;
        }

        if ((value & 2) != 0)
        {
            Check(!_isDone, "a start with the done flag still up");
            Check(_armedUs < 0, "a start during a capture");
            Check(Clock.Us >= _busyUntilUs, "a start while busy");
            Check(_registers[0x20] == 1, "a start without the JPEG format");
            Check(Width() != 0, "a start without a resolution of this module");
            _armedUs = StartedUs = Clock.Us;
            _frame = null;
        }
    }

    private byte Load(int register)
    {
        int announced = Announces >= 0 ? Announces : _frame == null ? 0 : _frame.PaddedLength;
        switch (register)
        {
            case 0x44:
                int state = IsStuckBusy || Clock.Us < _busyUntilUs ? 1 : 2;
                return (byte)(state | (_isDone && !IsStuck ? 4 : 0));
            case 0x45:
                Check(_isDone, "the length was read before the capture was done");
                return (byte)announced;
            case 0x46:
                return (byte)(announced >> 8);
            case 0x47:
                return (byte)(announced >> 16);
            default:
                return _registers[register];
        }
    }

    /// <summary>
    /// The frame whose readout begins first after the start; its first row's exposure may have begun a frame time before.
    /// </summary>
    private void Record()
    {
        if (_armedUs < 0)
        {
            return;
        }

        long period = PeriodMs * 1000L, start = (_armedUs + period - 1) / period * period;
        if (Clock.Us < start + period)
        {
            return;
        }

        _frame = new ModelFrame(++_number, (start - period) / 1000, Width(), Height(), FrameBytes, PaddingBytes);
        _armedUs = -1;
        _isDone = _dummyDue = true;
        _position = 0;
    }

    private void Burst(byte[] buffer, int offset, int count)
    {
        Check(_isDone, "a burst before the capture was done");
        if (_dummyDue)
        {
            buffer[offset++] = 0x5A;
            count--;
            _dummyDue = false;
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

    private int Width() => MegaSizes.Width(_registers[0x40], _registers[0x21]);

    private int Height() => MegaSizes.Height(_registers[0x40], _registers[0x21]);
}
