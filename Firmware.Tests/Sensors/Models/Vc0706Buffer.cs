namespace Sealcam.Tests.Models;

/// <summary>
/// The frame buffer of the VC0706: it runs with the sensor until it is stopped, and then keeps its frame. A second stop changes
/// nothing, and the buffer runs again only some time after it was told to resume (LSY201 library, "Taking Multiple Pictures").
/// </summary>
public sealed class Vc0706Buffer
{
    private const int WakeUs = 25000;

    private readonly SimClock _clock;
    private long _runsFromUs;
    private ModelFrame _kept;

    public Vc0706Buffer(SimClock clock)
    {
        _clock = clock;
    }

    /// <summary>ms of a frame (25 a second).</summary>
    public int PeriodMs = 40;

    /// <summary>Frame times from the end of a readout until a stop keeps that frame. Ours: nothing tells it.</summary>
    public int LagFrames;

    public int FrameBytes = 4000;

    /// <summary>The length command tells this; -1 for the truth.</summary>
    public int Announces = -1;

    /// <summary>The stopped frame; null while the buffer runs.</summary>
    public ModelFrame Frozen;

    public int Announced => Announces >= 0 ? Announces : Frozen == null ? 0 : Frozen.PaddedLength;

    /// <summary>
    /// Keeps the frame whose encoding was over last: its readout took one frame time, and its exposure began up to one more
    /// before. A buffer that stands already keeps what it has.
    /// </summary>
    public void Stop(int size)
    {
        Frozen = Frozen == null && _kept != null && _clock.Us < _runsFromUs ? _kept : Frozen;
        if (Frozen != null)
        {
            return;
        }

        long period = PeriodMs * 1000L, end = (_clock.Us / period - LagFrames) * period;
        int width = size == 0 ? 640 : size == 0x11 ? 320 : 160;
        Frozen = new ModelFrame((int)(end / period), end / 1000 - 2 * PeriodMs, width, width * 3 / 4, FrameBytes, 0);
    }

    public void Resume()
    {
        _kept = Frozen ?? _kept;
        _runsFromUs = Frozen == null ? _runsFromUs : _clock.Us + WakeUs;
        Frozen = null;
    }

    /// <summary>
    /// True if a read may ask for this: from a multiple of 8 (SC30MPA manual), a multiple of 8 long (LS-Y201; the protocol
    /// manual says 4), and beyond the frame, or the length that was told, by no more than that takes. That the bytes behind a
    /// frame can be read is what Adafruit's getimage0706.py and the LS-Y201 manual rely on.
    /// </summary>
    public bool Holds(int from, int count)
    {
        return Frozen != null && (from & 7) == 0 && from >= 0 && count > 0 && (count & 7) == 0
            && from + count < 8 + (Announces > Frozen.PaddedLength ? Announces : Frozen.PaddedLength);
    }
}
