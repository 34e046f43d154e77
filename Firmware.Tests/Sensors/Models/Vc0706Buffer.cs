namespace Sealcam.Tests.Models;

/// <summary>The frame buffer of the VC0706: it runs with the sensor until it is stopped, and then keeps its frame.</summary>
public sealed class Vc0706Buffer
{
    private readonly SimClock _clock;

    public Vc0706Buffer(SimClock clock)
    {
        _clock = clock;
    }

    /// <summary>ms of a frame (25 a second).</summary>
    public int PeriodMs = 40;

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
        if (Frozen != null)
        {
            return;
        }

        long period = PeriodMs * 1000L, end = _clock.Us / period * period;
        int width = size == 0 ? 640 : size == 0x11 ? 320 : 160;
        Frozen = new ModelFrame((int)(end / period), end / 1000 - 2 * PeriodMs, width, width * 3 / 4, FrameBytes, 0);
    }

    /// <summary>True if a read may ask for this: word-aligned and within the frame, or within the length that was told.</summary>
    public bool Holds(int from, int count)
    {
        return Frozen != null && (from & 3) == 0 && from >= 0 && count > 0
            && from + count <= (Announces > Frozen.PaddedLength ? Announces : Frozen.PaddedLength);
    }
}
