namespace Sealcam.Host;

/// <summary>
/// What a simulated board says about itself: that it was started, and beyond that what a test or a simulation sets.
/// </summary>
public sealed class HostInfo : IBoardInfo
{
    public int WakeCause { get; set; } = Sealcam.WakeCause.PowerOn;

    /// <summary>Not known unless set: the desktop's heap is not a board's.</summary>
    public int HeapFree { get; set; } = BoardInfo.Unknown;

    public int LargestBlock { get; set; } = BoardInfo.Unknown;

    public int SignalDbm { get; set; }
}
