using System;

namespace Sealcam.Sensors;

/// <summary>
/// ArduCAM Mini: an OmniVision sensor set up over SCCB, its frames recorded into a FIFO and read over SPI (mode 0, 8 MHz at
/// most).
/// </summary>
/// <remarks>
/// Sources: "ArduCAM-M-2MP Camera Shield Hardware Application Note" 1.0 (2015), sections 4 to 6 and table 1, and the behaviour of
/// ArduCAM's own library; where a number stands in only one of the two, that is said. The first Mini 5MP shifts every byte by a
/// bit and is not supported.
/// </remarks>
public sealed class ArducamMini : SteppedCamera, ISensorRest
{
    private const int Test = 0x00, TestPattern = 0x55;      // a register without effect, to try the bus with
    private const int Frames = 0x01;                        // frames to record: less one on all modules but the first
    private const int Timing = 0x03;                        // bit 1: VSYNC polarity, 1 = active low (table 1)
    private const int Fifo = 0x04, FifoClear = 0x01, FifoStart = 0x02, FifoPointers = 0x30;
    private const int Cpld = 0x07, CpldReset = 0x80;        // ArduCAM's examples; not in the note
    private const int Version = 0x40, FirstVersion = 0x40;  // "constant value 0x40 for 2MP model"; later modules have others
    private const int Trigger41 = 0x41, Done = 0x08;        // "camera write FIFO done flag"
    private const int Dead = 0xFF;                          // what a bus without a part reads; bits 4 to 7 are never set
    private const int Length = 0x42, LengthMask = 0x7FFFFF; // three registers, lowest byte first; 23 bits (19 in the note of 2015)

    /// <summary>The pattern as a module reads it whose bytes are shifted by a bit.</summary>
    private const int ShiftedPattern = 0xAA;

    /// <summary>
    /// Bytes that may lie before SOI: older modules put one dummy byte before the first burst of a frame, later ones none
    /// (application note 5.3 and the maintainers in ArduCAM/Arduino issue 53; ArduCAM's timing pictures of the Plus have none).
    /// </summary>
    private const int DummyMost = 2;

    private const int HeadBytes = DummyMost + 2;

    private const int Resetting = 1, Releasing = 2, Identifying = 3, Restarting = 4, SettingUp = 5, Warming = 6, Clearing = 7,
        Arming = 8;
    private const int Exposing = 9;

    /// <summary>ms that the CPLD is held in reset and left alone afterwards (ArduCAM's examples).</summary>
    private const int CpldMs = 100;

    private const int ExposureMs = 5000, Unlimited = int.MaxValue;

    /// <summary>Writes of one slice: 24 of them are about 10 ms of bus at 100 kHz.</summary>
    private const int WritesPerSlice = 24;

    private readonly SpiRegisters _chip;
    private readonly SccbPort _port;
    private readonly SccbSensor _sensor;
    private readonly RegisterList _list;
    private readonly byte[] _head = new byte[HeadBytes];
    private int _next;                  // of the list
    private int _headAt = HeadBytes;    // bytes of the frame that were read with the head
    private long _notDoneMs;

    /// <param name="spi">The ArduChip.</param>
    /// <param name="sccb">The sensor: 7-bit address 0x30 (OV2640) or 0x3C (OV5642).</param>
    /// <param name="sensor">Which sensor it is.</param>
    /// <param name="clock">The board's.</param>
    /// <param name="settings">What the sensor is to make.</param>
    public ArducamMini(ISpi spi, ISccb sccb, SccbSensor sensor, IClock clock, SensorSettings settings)
        : base(clock, settings, Resetting, Clearing)
    {
        _chip = new SpiRegisters(spi, 0);
        _port = new SccbPort(sccb, sensor);
        _sensor = sensor;
        _list = new RegisterList(sensor.AddressBytes, sensor.MostWrites);
    }

    public override string Fault(SensorSettings wanted) => wanted.Fault() ?? _sensor.Fault(wanted);

    /// <remarks>
    /// By the sensor's own standby bit. The ArduChip and its memory stay awake: only taking their supply away stops them.
    /// </remarks>
    public void Rest()
    {
        Abandon();
        try
        {
            _list.Clear();
            _sensor.Rest(_list);
            _port.Write(_list, 0, _list.Count);
        }
        catch (Exception)
        {
            // A bus that fails here costs the power that was to be saved; the next trigger says what is wrong with it.
        }
    }

    protected override string Identity() => _sensor.Name + " behind an ArduChip, id " + Hex.Word(ReadId());

    protected override bool Do(int step)
    {
        switch (step)
        {
            case Resetting:
                return ResetChip();
            case Releasing:
                _chip.Write(Cpld, 0);
                return Go(Identifying, CpldMs, Unlimited);
            case Identifying:
                return Identify();
            case Restarting:
                _list.Clear();
                _sensor.Setup(Look, _list);
                return Go(SettingUp, 0, Unlimited);
            case SettingUp:
                return SetUpSlice();
            case Warming:
                SetReady();
                return Go(Clearing, 0, Unlimited);
            case Clearing:
                return Clear();
            case Arming:
                _chip.Write(Fifo, FifoStart);
                _notDoneMs = Clock.UptimeMs;
                return Go(Exposing, 1, ExposureMs);
            default:
                return Expose();
        }
    }

    protected override int TakeBytes(byte[] buffer, int offset, int count)
    {
        int ready = HeadBytes - _headAt;
        if (ready == 0)
        {
            return _chip.Burst(0, buffer, offset, count);
        }

        int take = count < ready ? count : ready;
        Array.Copy(_head, _headAt, buffer, offset, take);
        _headAt += take;
        return take;
    }

    private bool ResetChip()
    {
        string fault = Fault(Look);
        if (fault != null)
        {
            throw Fail("set up", _sensor.Name + ": " + fault);
        }

        _chip.Write(Cpld, CpldReset);
        return Go(Releasing, CpldMs, Unlimited);
    }

    private bool Identify()
    {
        ReadId();
        _list.Clear();
        _sensor.Reset(_list);
        _port.Write(_list, 0, _list.Count);
        _next = 0;
        return Go(Restarting, _sensor.ResetMs, Unlimited);
    }

    /// <summary>The id of the sensor that this driver is for; any other throws, and so does a bus without a part.</summary>
    private int ReadId()
    {
        _chip.Write(Test, TestPattern);
        int back = _chip.Read(Test);
        if (back != TestPattern)
        {
            throw Fail("identify", "SPI register " + Hex.Byte(Test) + " = " + Hex.Byte(back) + ", written "
                + Hex.Byte(TestPattern) + (back == ShiftedPattern ? ": a first Mini 5MP, which is not supported" : ""));
        }

        _list.Clear();
        _sensor.Select(_list);
        _port.Write(_list, 0, _list.Count);
        int id = _port.Read(_sensor.IdHigh) << 8 | _port.Read(_sensor.IdLow);
        return (id & _sensor.IdMask) == _sensor.Id ? id : throw Fail("identify", "registers " + Hex.Word(_sensor.IdHigh) + ", "
            + Hex.Word(_sensor.IdLow) + " = " + Hex.Word(id) + " is no " + _sensor.Name);
    }

    private bool SetUpSlice()
    {
        int end = _next + WritesPerSlice < _list.Count ? _next + WritesPerSlice : _list.Count;
        _port.Write(_list, _next, end);
        _next = end;
        if (end < _list.Count)
        {
            return false;
        }

        SetFrames();
        if (_sensor.Timing >= 0)
        {
            _chip.Write(Timing, _sensor.Timing);
        }

        return Go(Warming, _sensor.WarmUpMs, Unlimited);
    }

    /// <summary>
    /// One frame a capture. The first module counts frames, not "less one", and its maker's library leaves the register alone
    /// there.
    /// </summary>
    private void SetFrames()
    {
        if (_chip.Read(Version) != FirstVersion)
        {
            _chip.Write(Frames, 0);
        }
    }

    /// <summary>
    /// Takes the old frame's flag away and waits one frame time: the sensor runs freely, and rows of the frame that begins next
    /// may have been exposed since before the trigger. The library lets the clearing reset the FIFO's pointers; the note has two
    /// bits for that (and the two sources give each to the other pointer), so both are set as well.
    /// </summary>
    private bool Clear()
    {
        _chip.Write(Fifo, FifoClear);
        _chip.Write(Fifo, FifoPointers);
        int frameMs = _sensor.FrameMs(Look);
        long waited = Clock.UptimeMs - TriggeredMs;
        return Go(Arming, waited >= frameMs ? 0 : frameMs - (int)waited, Unlimited);
    }

    private bool Expose()
    {
        int state = _chip.Read(Trigger41);
        if (state == Dead)
        {
            throw Fail("capture", "register " + Hex.Byte(Trigger41) + " = 0xFF: nothing answers on SPI");
        }

        if ((state & Done) == 0)
        {
            _notDoneMs = Clock.UptimeMs;
            return IsLate ? throw Fail("capture", "register " + Hex.Byte(Trigger41) + " = " + Hex.Byte(state) + ", never done")
                : false;
        }

        int length = _chip.ReadLength(Length) & LengthMask;
        if (length <= HeadBytes || length >= _sensor.FifoBytes - 1)
        {
            throw Fail("capture", "length " + length + " in registers " + Hex.Byte(Length) + " on: " + (length <= HeadBytes
                ? "no frame in the FIFO" : "more than the FIFO takes; lower the quality or the size"));
        }

        _chip.Burst(0, _head, 0, HeadBytes);
        _headAt = 0;
        while (_headAt < DummyMost && (_head[_headAt] != 0xFF || _head[_headAt + 1] != 0xD8))
        {
            _headAt++;
        }

        if (_head[_headAt] != 0xFF || _head[_headAt + 1] != 0xD8)
        {
            throw Fail("capture", "the FIFO begins with " + Hex.Word(_head[0] << 8 | _head[1]) + ", not with a JPEG");
        }

        // Nobody says whether the length counts the dummy byte. All of it is handed out behind the dummy: a frame without padding
        // keeps its EOI, and what is read beyond the frame's end is padding like any other.
        return Deliver(length, _notDoneMs);
    }
}
