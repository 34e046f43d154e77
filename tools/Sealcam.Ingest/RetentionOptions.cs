namespace Sealcam.Ingest;

/// <summary>
/// How long stills are kept. The newest still of a camera is never pruned, and the order of a pruned one stays known.
/// </summary>
public sealed record RetentionOptions
{
    /// <summary>Stills received longer ago are pruned; null keeps them for ever.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Bytes of all stills together; beyond it the oldest are pruned. Null sets no bound.</summary>
    public long? Bytes { get; init; }

    /// <summary>How often the age is looked at. The bytes are looked at after every still as well.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);
}
