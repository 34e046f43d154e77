namespace Sealcam.Tests.Models;

/// <summary>
/// ArduCAM Mega at its registers. A controller in the camera carries register writes on to the sensor; while it does, register 44
/// says busy and further writes would be lost.
/// </summary>
/// <remarks>
/// Sources: the maker's application note of 2023 (SPI cycles, sections 3.1 to 3.4; registers up to 35, section 4), its SDK 3.0
/// (registers from 3C on, the wait for idle after every write, the resolution that follows every format), Zephyr's driver. Ours:
/// that a busy part loses writes and has nothing to read but register 44, that a format undoes the adjustments written before it,
/// that a part which has just got power answers 0, all times, and the worst case of the exposure.
/// </remarks>
public sealed class MegaModel : FifoModel
{
    private long _busyUntilUs;
    private bool _dummyDue, _reads;
    private long _poweredUs;
    private int _number = 1000;

    public MegaModel(SimClock clock) : base(clock)
    {
        Registers[0x40] = 0x86;
    }

    /// <summary>What register 40 tells: 81 to 84 older modules (5, 3, 5, 3 MP), 85 to 87 newer ones (5, 3, 2 MP).</summary>
    public byte Sensor
    {
        set => Registers[0x40] = value;
    }

    public int FrameBytes = 6000, PaddingBytes = 2;

    /// <summary>ms of a frame of the free-running sensor.</summary>
    public int PeriodMs = 100;

    /// <summary>The controller never becomes idle.</summary>
    public bool IsStuckBusy;

    /// <summary>It gets power now, and answers so many ms later.</summary>
    public void PowerUp(int ms) => _poweredUs = Clock.Us + ms * 1000L;

    /// <summary>A register as it stands.</summary>
    public byte this[int register] => Registers[register];

    /// <summary>A register's value comes with the second byte behind its address.</summary>
    protected override void ReadRegister(int register, byte[] buffer, int offset, int count)
    {
        _reads = true;
        for (int i = 0; i < count; i++)
        {
            Values++;
            Check(Values <= 2, "a register read of more than two bytes");
            buffer[offset + i] = Clock.Us < _poweredUs ? (byte)0 : Values == 2 ? Load(register) : (byte)0xA5;
        }
    }

    protected override void OnDeselect()
    {
        base.OnDeselect();
        Check(!_reads || Values >= 2, "a register read that ends before its value");
        _reads = false;
    }

    protected override void Store(int register, byte value)
    {
        if (Clock.Us < _poweredUs)
        {
            return;
        }

        bool isFifo = register == 4;
        Check(isFifo || register == 7 || ArmedUs < 0, "a register written during a capture");
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
            Undo();
            Registers[0x20] = 0xFF;
        }
        else
        {
            Adjust(register, value);
        }
    }

    private void Adjust(int register, byte value)
    {
        // 28 is sharpness on older modules and sleep on newer ones; 29, the focus, is nothing for a driver that has none.
        Check(register == 0x0A ? value == 0x78 : register >= 0x20 && register < 0x28 || register == 0x2A || register == 0x2B
            && Registers[0x40] >= 0x85, "register " + register.ToString("X2") + " = " + value.ToString("X2"));
        bool isSlow = register == 0x20 || register == 0x21;
        _busyUntilUs = Clock.Us + (isSlow ? 60000 : 3000);
        if (register == 0x20)
        {
            Undo();
        }
        else if (register == 0x21)
        {
            Check((value & 0x80) == 0, "a resolution for video");
        }
    }

    /// <summary>No resolution and no adjustment any more.</summary>
    private void Undo()
    {
        Registers[0x21] = 0xFF;
        for (int register = 0x22; register <= 0x2B; register++)
        {
            Registers[register] = 0;
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
        if (register != 0x44 && Clock.Us < _busyUntilUs)
        {
            Violations.Add("register " + register.ToString("X2") + " read while busy");
        }

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
