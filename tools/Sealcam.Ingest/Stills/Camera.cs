namespace Sealcam.Ingest;

/// <summary>A camera as the gallery lists it.</summary>
public sealed record Camera
{
    /// <summary>Device ID as text.</summary>
    public required string Device { get; init; }

    public required bool Simulated { get; init; }

    public required bool Suspended { get; init; }

    /// <summary>Order of its newest still; 0-0 if only health reports came.</summary>
    public required StillOrder Newest { get; init; }

    /// <summary>Stills ever stored.</summary>
    public required long Stills { get; init; }

    /// <summary>When the last of them arrived, or else the first report, Unix ms.</summary>
    public required long HeardMs { get; init; }

    /// <summary>Orders that the camera used and that never came (PROTOCOL.md 4.3).</summary>
    public required long Missing { get; init; }

    /// <summary>Stills that the camera itself says it dropped. Missing beyond these were withheld or lost on the way.</summary>
    public required long Dropped { get; init; }

    /// <summary>Earlier boots of which nobody knows how many stills followed the last that came.</summary>
    public required long UnknownTails { get; init; }
}
