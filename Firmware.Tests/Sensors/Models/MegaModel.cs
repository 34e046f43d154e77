namespace Sealcam.Tests.Models;

/// <summary>
/// ArduCAM Mega at its registers, after the register notes of its maker's SDK and of Zephyr's driver. A controller in the camera
/// carries register writes on to the sensor; while it does, register 44 says busy and further writes would be lost.
/// </summary>
public sealed class MegaModel : FifoModel
{
    private long _busyUntilUs;
    private bool _dummyDue;
    private int _number = 1000;

    public MegaModel(SimClock clock) : base(clock)
    {
        Registers[0x40] = 0x86;
    }

    /// <summary>What register 40 tells: 81 to 84 older modules (5, 3, 5, 3 MP), 85 and 86 newer ones (5, 3 MP).</summary>
    public byte Sensor
    {
        set => Registers[0x40] = value;
    }

    public int FrameBytes = 6000, PaddingBytes = 2;

    /// <summary>ms of a frame of the free-running sensor.</summary>
    public int PeriodMs = 100;

    /// <summary>The controller never becomes idle.</summary>
    public bool IsStuckBusy;

    /// <summary>A register as it stands.</summary>
    public byte this[int register] => Registers[register];

    /// <summary>A register's value comes with the second byte behind its address.</summary>
    protected override void ReadRegister(int register, byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Values++;
            Check(Values <= 2, "a register read of more than two bytes");
            buffer[offset + i] = Values == 2 ? Load(register) : (byte)0xA5;
        }
    }

    protected override void Store(int register, byte value)
    {
        bool isFifo = register == 4;
        Check(isFifo || Clock.Us >= _busyUntilUs, "register " + register.ToString("X2") + " written while busy");
        Registers[register] = value;
        if (isFifo)
        {
            if (Control(value))
            {
                CheckStart();
            }
        }
        else if (register == 7 && (value & 0x40) != 0)
        {
            _busyUntilUs = Clock.Us + 300000;
            Forget();
            Registers[0x20] = Registers[0x21] = 0xFF;
        }
        else
        {
            bool isSlow = register == 0x20 || register == 0x21;
            _busyUntilUs = Clock.Us + (isSlow ? 60000 : 3000);
        }
    }

    /// <summary>
    /// The frame whose readout begins first after the start; its first row's exposure may have begun a frame time before.
    /// </summary>
    protected override void Look()
    {
        long period = PeriodMs * 1000L, start = (ArmedUs + period - 1) / period * period;
        if (Clock.Us >= start + period)
        {
            Record(new ModelFrame(++_number, (start - period) / 1000, Width(), Height(), FrameBytes, PaddingBytes));
        }
    }

    protected override void Record(ModelFrame frame)
    {
        base.Record(frame);
        _dummyDue = true;
    }

    protected override int TakeDummies()
    {
        int dummies = _dummyDue ? 1 : 0;
        _dummyDue = false;
        return dummies;
    }

    private void CheckStart()
    {
        Check(Clock.Us >= _busyUntilUs, "a start while busy");
        Check(Registers[0x20] == 1, "a start without the JPEG format");
        Check(Width() != 0, "a start without a resolution of this module");
    }

    private byte Load(int register)
    {
        int announced = Announces >= 0 ? Announces : Frame == null ? 0 : Frame.PaddedLength;
        switch (register)
        {
            case 0x44:
                int state = IsStuckBusy || Clock.Us < _busyUntilUs ? 1 : 2;
                return (byte)(state | (IsDone && !IsStuck ? 4 : 0));
            case 0x45:
                Check(IsDone, "the length was read before the capture was done");
                return (byte)announced;
            case 0x46:
                return (byte)(announced >> 8);
            case 0x47:
                return (byte)(announced >> 16);
            default:
                return Registers[register];
        }
    }

    private int Width() => MegaSizes.Width(Registers[0x40], Registers[0x21]);

    private int Height() => MegaSizes.Height(Registers[0x40], Registers[0x21]);
}
