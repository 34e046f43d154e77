using Sealcam.Sensors;

namespace Sealcam.Tests.Models;

/// <summary>
/// A free-running OmniVision sensor behind SCCB. Frames follow each other without a pause; the exposure of a frame's first row
/// may begin a whole frame time before that row is read out (rolling shutter, longest exposure without night mode), and the
/// model takes that worst case.
/// </summary>
public abstract class SensorModel : ISccb
{
    private int _writes;
    private long _deafUntilUs;
    private long _streamsSinceUs = -1;
    private int _firstNumber;

    protected SensorModel(SimClock clock)
    {
        Clock = clock;
    }

    public readonly Violations Violations = new Violations();

    /// <summary>Not there: nothing is acknowledged.</summary>
    public bool IsAbsent;

    /// <summary>Does not acknowledge the write with this number, counted from <see cref="CountWrites"/>; 0 for none.</summary>
    public int NakAt;

    /// <summary>Bytes of each frame with EOI, and of zeros behind it.</summary>
    public int FrameBytes = 5000, PaddingBytes = 3;

    /// <summary>Pixels that the registers make, once <see cref="IsJpeg"/>.</summary>
    public int Width { get; protected set; }

    public int Height { get; protected set; }

    /// <summary>True if the registers make the part put out JPEG; false with the reason in <see cref="Why"/>.</summary>
    public bool IsJpeg => (Why = Fault()) == null;

    public string Why { get; private set; }

    /// <summary>True if there are frames at all, JPEG or not.</summary>
    public abstract bool IsStreaming { get; }

    /// <summary>µs of one frame, from the clock and timing registers.</summary>
    public abstract long PeriodUs { get; }

    /// <summary>
    /// µs of the last register write: a frame that is read out over it is half of one setting and half of another.
    /// </summary>
    public long ChangedUs { get; private set; }

    /// <summary>Register writes since the last <see cref="ForgetWrites"/>.</summary>
    public int CountWrites => _writes;

    protected SimClock Clock { get; }

    public void ForgetWrites() => _writes = 0;

    public bool Write(byte[] buffer, int offset, int count)
    {
        Clock.AdvanceUs((count + 1) * 90);  // 9 bits a byte at 100 kHz
        if (!Answers())
        {
            return false;
        }

        if (count == AddressBytes)
        {
            Address(buffer, offset);
            return true;
        }

        if (count != AddressBytes + 1)
        {
            Violations.Add("an SCCB write of " + count + " bytes");
            return false;
        }

        _writes++;
        if (_writes == NakAt)
        {
            return false;
        }

        Address(buffer, offset);
        Store(buffer[offset + AddressBytes]);
        ChangedUs = Clock.Us;
        Forget();
        return true;
    }

    public bool Read(byte[] buffer, int offset, int count)
    {
        Clock.AdvanceUs((count + 1) * 90);
        if (!Answers())
        {
            return false;
        }

        if (count != 1 || !IsAddressed)
        {
            Violations.Add("an SCCB read of " + count + " bytes, or without an address before it");
            return true;
        }

        buffer[offset] = Load();
        Forget();
        return true;
    }

    /// <summary>
    /// The frame whose readout begins first at or after <paramref name="us"/>, and when that is; -1 without frames. Its exposure
    /// began up to a frame time before.
    /// </summary>
    public long NextFrameUs(long us)
    {
        if (!IsStreaming || _streamsSinceUs < 0)
        {
            return -1;
        }

        long passed = us - _streamsSinceUs;
        long number = passed <= 0 ? 0 : (passed + PeriodUs - 1) / PeriodUs;
        return _streamsSinceUs + number * PeriodUs;
    }

    /// <summary>The frame whose readout begins at <paramref name="startUs"/>.</summary>
    public ModelFrame FrameAt(long startUs)
    {
        int number = _firstNumber + (int)((startUs - _streamsSinceUs) / PeriodUs);
        return new ModelFrame(number, (startUs - PeriodUs) / 1000, Width, Height, FrameBytes, PaddingBytes);
    }

    /// <summary>Bytes of a register's address on the bus.</summary>
    protected abstract int AddressBytes { get; }

    protected abstract bool IsAddressed { get; }

    protected abstract void Address(byte[] buffer, int offset);

    protected abstract void Forget();

    protected abstract void Store(byte value);

    protected abstract byte Load();

    /// <summary>Why the registers do not make JPEG, or null; sets Width and Height.</summary>
    protected abstract string Fault();

    /// <summary>After a software reset the part is deaf for a while, and the frames begin anew.</summary>
    protected void Restart(int deafUs)
    {
        _deafUntilUs = Clock.Us + deafUs;
        _streamsSinceUs = Clock.Us;
        _firstNumber += 1000;
    }

    private bool Answers()
    {
        if (IsAbsent)
        {
            return false;
        }

        if (Clock.Us >= _deafUntilUs)
        {
            return true;
        }

        Violations.Add("SCCB during the software reset");
        return false;
    }
}
