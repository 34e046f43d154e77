namespace Sealcam;

/// <summary>
/// What a board knows about itself, for health reports. Optional: a board without it leaves <see cref="Parts.Info"/> null. A
/// value that a board cannot measure is <see cref="BoardInfo.Unknown"/>; a guess would be signed as a fact. Every member returns
/// at once and never throws.
/// </summary>
public interface IBoardInfo
{
    /// <summary>Why this boot began: one of <see cref="WakeCause"/>.</summary>
    int WakeCause { get; }

    /// <summary>Bytes free in the memory that runs out first on this board, or <see cref="BoardInfo.Unknown"/>.</summary>
    int HeapFree { get; }

    /// <summary>Bytes of the largest block that could be taken from that memory, or <see cref="BoardInfo.Unknown"/>.</summary>
    int LargestBlock { get; }

    /// <summary>dBm of the access point at the last scan, -1 to -127, or 0 if not known.</summary>
    int SignalDbm { get; }
}

/// <summary>Values of <see cref="IBoardInfo"/>.</summary>
public static class BoardInfo
{
    public const int Unknown = -1;
}

/// <summary>Why a boot began, as health reports say it (PROTOCOL.md 5.5).</summary>
public static class WakeCause
{
    public const int Unknown = 0;
    public const int PowerOn = 1;
    public const int Restart = 2;   // by software or the reset pin
    public const int Watchdog = 3;  // or a crash
    public const int BrownOut = 4;
    public const int Timer = 5;     // out of deep sleep
    public const int Pin = 6;       // out of deep sleep
    public const int Other = 7;
}
