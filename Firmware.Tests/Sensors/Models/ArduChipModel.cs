namespace Sealcam.Tests.Models;

/// <summary>
/// The SPI side of an ArduCAM Mini: register file and frame FIFO, after ArduCAM's hardware application note (register table) and
/// its maintainers' word on bursts (ArduCAM/Arduino issue 53: one dummy byte before the first burst of a frame on older modules).
/// </summary>
public sealed class ArduChipModel : FifoModel
{
    private readonly SensorModel _sensor;
    private int _dummiesLeft;

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

    public int Captures { get; private set; }

    protected override void ReadRegister(int register, byte[] buffer, int offset, int count)
    {
        Check(count == 1 && Values == 0, "a register read of several bytes");
        Values++;
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = Load(register);
        }
    }

    protected override void Store(int register, byte value)
    {
        Check(register == 7 || (Registers[7] & 0x80) == 0, "register " + register + " written during the reset");
        Registers[register] = value;
        if (register == 7 && (value & 0x80) != 0)
        {
            Forget();
            Registers[0] = Registers[3] = 0;
        }
        else if (register == 4)
        {
            Control(value);
        }
    }

    /// <summary>The frame whose readout began after the start is in the FIFO once that readout is over.</summary>
    protected override void Look()
    {
        long start = _sensor.NextFrameUs(ArmedUs);
        if (start < 0 || Clock.Us < start + _sensor.PeriodUs)
        {
            return;
        }

        bool isJpeg = _sensor.IsJpeg;
        Check(isJpeg, "not JPEG: " + _sensor.Why);
        Record(isJpeg ? _sensor.FrameAt(start) : new ModelFrame(0, 0, 0, 0, FifoBytes, 0));
        Captures++;
    }

    protected override void Record(ModelFrame frame)
    {
        base.Record(frame);
        _dummiesLeft = DummyBytes;
    }

    protected override int TakeDummies()
    {
        int dummies = _dummiesLeft;
        _dummiesLeft = 0;
        return dummies;
    }

    private byte Load(int register)
    {
        switch (register)
        {
            case 0x40:
                return 0x73;
            case 0x41:
                return (byte)(IsDone && !IsStuck ? 0x08 : 0);
            case 0x42:
                return (byte)Announced();
            case 0x43:
                return (byte)(Announced() >> 8);
            case 0x44:
                return (byte)(Announced() >> 16);
            default:
                return Registers[register];
        }
    }

    /// <summary>What the length registers say; a stream that is not JPEG fills the FIFO to its end.</summary>
    private int Announced()
    {
        Check(IsDone, "the length was read before the capture was done");
        return Announces >= 0 ? Announces : !IsDone ? 0 : IsGood() ? DummyBytes + Frame.PaddedLength : FifoBytes - 1;
    }

    private bool IsGood() => Frame != null && (!NeedsVsyncHigh || (Registers[3] & 2) != 0) && Frame.Width > 0;
}
