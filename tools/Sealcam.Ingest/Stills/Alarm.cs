namespace Sealcam.Ingest;

/// <summary>Something that a person must look at. Repetitions are counted, not listed.</summary>
public sealed record Alarm
{
    /// <summary>Two different stills with one order.</summary>
    public const string ConflictKind = "conflict";

    /// <summary>The index was unreadable and was made anew.</summary>
    public const string IndexKind = "index";

    public required long Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Device ID as text; null if it concerns no single one.</summary>
    public string? Device { get; init; }

    public StillOrder? Order { get; init; }

    public required string Sentence { get; init; }

    /// <summary>Unix ms.</summary>
    public required long FirstMs { get; init; }

    /// <summary>Unix ms.</summary>
    public required long LastMs { get; init; }

    public required int Times { get; init; }
}
