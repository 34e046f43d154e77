namespace Sealcam;

/// <summary>
/// Says when memory outside the managed heap runs so low that the board had better restart in order than fall over. nanoFramework
/// has leaked with each TLS session before (Home#1619: 2.3 KB, dead after 32 sessions).
/// </summary>
public sealed class HeapGuard
{
    /// <summary>Looks in a row that must be low: a handshake takes 40 KB for some seconds and gives them back.</summary>
    public const int LooksNeeded = 5;

    /// <summary>
    /// ms of uptime before a restart: memory that is low sooner did not leak away, and a board that restarts over it would do
    /// nothing else.
    /// </summary>
    public const int UptimeLeastMs = 1800000;

    private readonly int _freeFloor;
    private readonly int _blockFloor;
    private int _low;

    /// <param name="freeFloor">Bytes of internal RAM in all.</param>
    /// <param name="blockFloor">Bytes in one piece; TLS wants two pieces of 17 KB (Home#792) where there is no PSRAM.</param>
    public HeapGuard(int freeFloor, int blockFloor)
    {
        _freeFloor = freeFloor;
        _blockFloor = blockFloor;
    }

    /// <summary>The lowest free total that was seen (bytes); int.MaxValue before the first look.</summary>
    public int Lowest { get; private set; } = int.MaxValue;

    /// <summary>One look, about a minute after the last. True if the board should restart.</summary>
    public bool Look(int free, int largestBlock, long uptimeMs)
    {
        Lowest = Limits.Least(Lowest, free);
        _low = free < _freeFloor || largestBlock < _blockFloor ? _low + 1 : 0;
        return _low >= LooksNeeded && uptimeMs >= UptimeLeastMs;
    }
}
