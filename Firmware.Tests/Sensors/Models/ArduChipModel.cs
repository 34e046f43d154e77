namespace Sealcam.Tests.Models;

/// <summary>
/// The SPI side of an ArduCAM Mini: register file and frame FIFO, after the hardware application note 1.0 of the 2 MP module
/// (sections 4 to 6, table 1) and its maintainers' word on bursts (ArduCAM/Arduino issue 53: one dummy byte before the first
/// burst of a frame).
/// </summary>
/// <remarks>
/// Assumed, because sources are silent or disagree: the FIFO's pointers are reset by bits 4 and 5 alone, as the note says (with
/// ArduCAM's library, which never writes them, clearing the done flag must do it as well); whether the length counts the dummy
/// byte (<see cref="CountsDummies"/>, both are tried); what lies behind the frame reads as zeros.
/// </remarks>
public sealed class ArduChipModel : FifoModel
{
    /// <summary>Register 40 of the first 2 MP module; ArduCAM's later ones have others, 0x73 the Plus modules.</summary>
    public const byte FirstVersion = 0x40, PlusVersion = 0x73;

    private readonly SensorModel _sensor;
    private int _dummiesLeft;
    private bool _isRewound;

    public ArduChipModel(SimClock clock, SensorModel sensor) : base(clock)
    {
        _sensor = sensor;
    }

    public byte Version = PlusVersion;

    /// <summary>Bytes of the FIFO: 393,216 on the 2 MP module, 524,288 on the 5 MP one, 8 MB on the Plus ones.</summary>
    public int FifoBytes = 0x60000;

    /// <summary>Bytes before the first one of a frame: 1 on older modules, 0 on newer ones.</summary>
    public int DummyBytes = 1;

    /// <summary>The length registers count the dummy bytes.</summary>
    public bool CountsDummies = true;

    /// <summary>
    /// Register 03 bit 1 that the sensor's VSYNC wants: set with the OV5642, clear with the OV2640 (ArduCAM's examples).
    /// </summary>
    public bool NeedsVsyncBit;

    /// <summary>Every byte comes a bit too far to the left: the first Mini 5MP (ArduCAM's library turns each back).</summary>
    public bool IsShifted;

    public int Captures { get; private set; }

    /// <summary>Bytes of zeros that a still has behind the frame with its padding.</summary>
    public int ExtraBytes => CountsDummies ? DummyBytes : 0;

    protected override int Slack => ExtraBytes;

    protected override void ReadRegister(int register, byte[] buffer, int offset, int count)
    {
        Check(count == 1 && Values == 0, "a register read of several bytes");
        Check(register <= 7 || (register >= 0x40 && register <= 0x48), "a read of a reserved register");
        Values++;
        for (int i = 0; i < count; i++)
        {
            byte value = Load(register);
            buffer[offset + i] = IsShifted ? (byte)(value << 1 | value >> 7) : value;
        }
    }

    protected override void Store(int register, byte value)
    {
        Check(register == 7 || (Registers[7] & 0x80) == 0, "register " + register + " written during the reset");
        Check(register <= 7, "a write to a reserved register");
        Check(register != 1 || Version != FirstVersion, "the frame register of the first module written, where 0 may be no frame");
        Registers[register] = value;
        if (register == 7 && (value & 0x80) != 0)
        {
            Forget();
            Registers[0] = Registers[1] = Registers[3] = 0;
            _isRewound = true;
        }
        else if (register == 4)
        {
            Check((value & ~0x33) == 0, "reserved bits of the FIFO register");
            _isRewound |= (value & 0x30) == 0x30;
            if (Control(value))
            {
                Check(_isRewound, "a capture behind the last one in the FIFO");
                _isRewound = false;
                Check((Registers[1] & 7) == 0, "a capture of more than one frame");
            }
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
        Check(_sensor.ChangedUs <= start, "registers were written while the frame was read out");
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
                return Version;
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
        return Announces >= 0 ? Announces : !IsDone ? 0 : IsGood() ? ExtraBytes + Frame.PaddedLength : FifoBytes - 1;
    }

    private bool IsGood() => Frame != null && NeedsVsyncBit == ((Registers[3] & 2) != 0) && Frame.Width > 0;
}
