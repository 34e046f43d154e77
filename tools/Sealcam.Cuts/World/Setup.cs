namespace Sealcam.Cuts.World;

/// <summary>A board's configuration in a run.</summary>
internal sealed record Setup(string Name, bool HasFiles, int Keep, bool RefuseNewest)
{
    public static readonly Setup[] All =
    [
        new("ram", false, Keeping.Ram, false),
        new("hybrid", true, Keeping.Hybrid, false),
        new("hybrid-refuse", true, Keeping.Hybrid, true),
        new("files", true, Keeping.Storage, false),
        new("files-refuse", true, Keeping.Storage, true),
    ];

    public int StorageBytes { get; init; } = 48 * 1024;

    public int StorageStills { get; init; } = 12;

    public int RamBlocks { get; init; } = 10;

    public int LeastStill { get; init; } = 3000;

    public int MostStill { get; init; } = 9000;

    public Settings ToSettings() => new()
    {
        Host = "ingest.test",
        IntervalMs = 0,
        OutboxBytes = RamBlocks * Limits.LeafBytes,
        Keep = Keep,
        RefuseNewest = RefuseNewest,
        StorageBytes = StorageBytes,
        StorageStills = StorageStills,
        // The scripted server knows stills alone; polls and reports carry nothing that a cut could lose.
        RequestPath = null,
        HealthPath = null,
    };
}
