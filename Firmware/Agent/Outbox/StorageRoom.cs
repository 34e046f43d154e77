namespace Sealcam;

/// <summary>
/// What of a board's littlefs partition kept stills may fill, so that settings and the order record always find room.
/// </summary>
/// <remarks>
/// Nobody can ask littlefs on ESP32 how full it is (nf-interpreter:targets/ESP32/_littlefs/littlefs_FS_Driver.cpp, GetSizeInfo
/// says -1), and a partition that is full fails the next boot's commit of the order record: then nothing is captured at all. So
/// the bound comes first.
/// </remarks>
public static class StorageRoom
{
    /// <summary>
    /// Bytes: a file takes whole blocks, so it may waste nearly one (esp_littlefs; the flash erases in such sectors).
    /// </summary>
    public const int BlockBytes = 4096;

    /// <summary>
    /// Bytes for the firmware's network configuration, settings, certificates, the records with their copy while one is written,
    /// and the blocks of littlefs itself.
    /// </summary>
    public const int SystemBytes = 256 * 1024;

    /// <summary>
    /// Bytes of partition for each still that may lie there: stills are larger, and more of them are only more waste.
    /// </summary>
    private const int PartitionPerStill = 16 * 1024;

    /// <summary>Bytes that are worth it: two stills of a 2 MP sensor.</summary>
    private const int LeastBytes = 512 * 1024;

    /// <summary>Bytes for kept stills of a partition of so many; 0 if they are too few, and stills stay in RAM.</summary>
    public static int Of(int partitionBytes, int stills)
    {
        // The skip list of a file's blocks takes 8 bytes of each block on the average (littlefs, DESIGN.md, CTZ skip-lists).
        int room = partitionBytes - SystemBytes - stills * BlockBytes;
        room -= room / (BlockBytes / 8);
        return room < LeastBytes ? 0 : room;
    }

    /// <summary>Stills that may lie in a partition of so many bytes.</summary>
    public static int Stills(int partitionBytes) => Limits.Least(partitionBytes / PartitionPerStill, Settings.StorageStillsMost);

    /// <summary>
    /// Fits settings to a partition of so many bytes. Returns what they had to give up, a sentence, or null if nothing.
    /// </summary>
    public static string Fit(Settings settings, int partitionBytes)
    {
        int stills = Limits.Least(settings.StorageStills, Stills(partitionBytes));
        int room = Of(partitionBytes, stills);
        bool gives = room > 0 && (stills < settings.StorageStills || room < settings.StorageBytes);
        settings.StorageStills = room > 0 ? stills : settings.StorageStills;
        settings.StorageBytes = room > 0 ? Limits.Least(settings.StorageBytes, room) : settings.StorageBytes;
        return gives ? "storage is bounded by this board: " + settings.StorageBytes / 1024 + " KB, " + stills + " stills" : null;
    }
}
