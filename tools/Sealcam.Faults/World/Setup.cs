namespace Sealcam.Faults;

/// <summary>A camera's configuration in a run.</summary>
internal sealed record Setup(string Name, int Keep, bool Health)
{
    public static readonly Setup[] All = [new("ram", Keeping.Ram, false), new("files", Keeping.Storage, false), new("health", Keeping.Ram, true)];

    /// <summary>Bytes: two writes to six each, so that a case takes milliseconds.</summary>
    public int LeastStill { get; init; } = 1000;

    public int MostStill { get; init; } = 9000;

    public int OutboxBlocks { get; init; } = 24;

    public int IntervalMs { get; init; } = 1000;

    public Settings ToSettings(int port, int stills) => new()
    {
        Host = "localhost",
        Port = port,
        IntervalMs = IntervalMs,
        StillLimit = stills,
        OutboxBytes = OutboxBlocks * Limits.LeafBytes,
        StorageBytes = 64 * 1024 * 1024,
        StorageStills = 1024,
        Keep = Keep,
        // A camera that is frozen or cut off for minutes must not have to drop: what a full outbox does is not the question here.
        RefuseNewest = true,
        RequestPath = null,
        HealthPath = Health ? "/v1/health" : null,
        HealthIntervalMs = 1000,
    };
}
