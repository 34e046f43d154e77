namespace Sealcam.Sensors;

/// <summary>
/// ArduCAM Mega, 3 and 5 MP: SPI only, mode 0, 8 MHz. A controller in the camera sets the sensor up, so there are no sensor
/// tables.
/// </summary>
/// <remarks>
/// Sources: the maker's "Mega SPI Camera Series Application Note" (September 2023; it lists neither 2B nor 3C to 49), its SDK
/// (Arducam_Mega 3.0, src/Arducam/ArducamCamera.c and .h, MIT), and Zephyr's drivers/video/video_arducam_mega.c (Apache-2.0),
/// which knows modules 81 to 84; they agree where not said otherwise. Mirror and flip exist only together: register 2B came
/// with SDK 3.0 and the modules from 85 on, and nothing says that older ones have it.
/// The part is never put to sleep: for 83 and 84 the sources contradict each other (SDK 3.0: through registers 0B to 0E;
/// Zephyr: register 02 with the sense turned round), and one that did not wake would take no still until its power is cut.
/// </remarks>
public sealed class ArducamMega : SteppedCamera
{
    private const int Fifo = 0x04, FifoClear = 0x01, FifoStart = 0x02;  // ARDUCHIP_FIFO
    private const int Reset = 0x07, ResetSensor = 0x40;                 // CAM_REG_SENSOR_RESET
    private const int Id = 0x40;                                        // CAM_REG_SENSOR_ID
    private const int State = 0x44, StateMask = 0x03, StateIdle = 0x02, StateDone = 0x04;  // CAM_REG_SENSOR_STATE, CAP_DONE_MASK
    private const int Length = 0x45;                                    // FIFO_SIZE1 to 3, lowest byte first

    /// <summary>Bytes: no JPEG of 5 MP comes near the 8 MB that 24 bits could say.</summary>
    private const int MostBytes = 0x400000;

    /// <summary>Bytes: a JPEG head alone is longer.</summary>
    private const int LeastBytes = 128;

    private const int Resetting = 1, Identifying = 2, SettingUp = 3, Warming = 4, Clearing = 5, Arming = 6, Exposing = 7;

    private const int BusyMs = 3000, ExposureMs = 5000;

    private readonly SpiRegisters _registers;
    private readonly byte[] _setup = new byte[MegaSetup.MostBytes];
    private int _setupCount, _next;
    private bool _dummyDue;
    private long _notDoneMs;
    private int _id;  // of the module, 0 while it has not told

    /// <param name="spi">The bus, mode 0, 8 MHz at most.</param>
    /// <param name="clock">The board's.</param>
    /// <param name="settings">A size from the module's list.</param>
    public ArducamMega(ISpi spi, IClock clock, SensorSettings settings) : base(clock, settings, Resetting, Clearing)
    {
        _registers = new SpiRegisters(spi, 1);
    }

    /// <summary>
    /// ms of one frame of the sensor, which runs freely: so long before the start of a capture the exposure of its frame may
    /// have begun. No document gives it: 5 frames a second are taken for the slowest.
    /// </summary>
    public int FrameMs { get; set; } = 200;

    /// <summary>ms after the set-up until exposure and white balance have found the scene; a guess, no document has it.</summary>
    public int WarmUpMs { get; set; } = 600;

    public override string Fault(SensorSettings wanted) =>
        wanted.Fault() ?? (_id == 0 ? MegaSetup.FaultOfAll(wanted) : MegaSetup.Fault(_id, wanted));

    protected override string Identity()
    {
        int id = _registers.Read(Id);
        string fault = MegaSetup.FaultOf(id);
        return fault == null ? MegaSetup.Name(id) + ", id " + Hex.Byte(id) : throw Fail("probe", fault);
    }

    protected override bool Do(int step)
    {
        switch (step)
        {
            case Resetting:
                return StartAnew();
            case Identifying:
                return IsIdle("reset", Reset) && Identify();
            case SettingUp:
                return IsIdle("set up", _next == 0 ? Id : _setup[_next - 2]) && SetUpNext();
            case Warming:
                SetReady();
                return Go(Clearing, 0, BusyMs);
            case Clearing:
                _registers.Write(Fifo, FifoClear);
                long waited = Clock.UptimeMs - TriggeredMs;
                return Go(Arming, waited >= FrameMs ? 0 : FrameMs - (int)waited, BusyMs);
            case Arming:
                return IsIdle("arm", State) && Arm();
            default:
                return Expose();
        }
    }

    protected override int TakeBytes(byte[] buffer, int offset, int count)
    {
        // The first burst of a frame has one byte in front that is not the frame's (application note 3.3; SDK, cameraReadBuff).
        int dummies = _dummyDue ? 1 : 0;
        _dummyDue = false;
        return _registers.Burst(dummies, buffer, offset, count);
    }

    /// <summary>A busy camera loses writes, so the reset waits for it; one that stays busy is reset all the same.</summary>
    private bool StartAnew()
    {
        bool idle = (_registers.Read(State) & StateMask) == StateIdle;
        if (!idle && Clock.UptimeMs - TriggeredMs < BusyMs)
        {
            return false;
        }

        _registers.Write(Reset, ResetSensor);
        return Go(Identifying, 10, BusyMs);
    }

    private bool Identify()
    {
        int id = _id = _registers.Read(Id);
        string fault = Fault(Look);
        if (fault != null)
        {
            throw Fail("set up", fault);
        }

        _setupCount = MegaSetup.Build(id, Look, _setup);
        _next = 0;
        return Go(SettingUp, 0, BusyMs);
    }

    /// <summary>One register, then idle again: a write to a busy camera is lost.</summary>
    private bool SetUpNext()
    {
        if (_next == _setupCount)
        {
            return Go(Warming, WarmUpMs, BusyMs);
        }

        _registers.Write(_setup[_next], _setup[_next + 1]);
        _next += 2;
        return Go(SettingUp, 1, BusyMs);
    }

    private bool Arm()
    {
        _registers.Write(Fifo, FifoStart);
        _notDoneMs = Clock.UptimeMs;
        return Go(Exposing, 1, ExposureMs);
    }

    private bool Expose()
    {
        int state = _registers.Read(State);
        if ((state & StateDone) == 0)
        {
            _notDoneMs = Clock.UptimeMs;
            return IsLate ? throw Fail("capture", "register " + Hex.Byte(State) + " = " + Hex.Byte(state) + ", never done")
                : false;
        }

        int length = _registers.ReadLength(Length);
        if (length < LeastBytes || length > MostBytes)
        {
            throw Fail("capture", "length " + length + " in registers " + Hex.Byte(Length) + " on");
        }

        _dummyDue = true;
        return Deliver(length, _notDoneMs);
    }

    private bool IsIdle(string step, int register)
    {
        int state = _registers.Read(State);
        if ((state & StateMask) == StateIdle)
        {
            return true;
        }

        return IsLate ? throw Fail(step, "busy after register " + Hex.Byte(register) + ": status " + Hex.Byte(State) + " = "
            + Hex.Byte(state)) : false;
    }
}
