using Sealcam.Host;

namespace Sealcam.Tool.Run;

/// <summary>What <c>sealcam run</c> was asked for.</summary>
internal sealed record RunOptions
{
    public required int Cameras { get; init; }

    public required TimeSpan Interval { get; init; }

    public required SceneSize Size { get; init; }

    /// <summary>Stills of each camera; 0 has no end.</summary>
    public required int Stills { get; init; }

    /// <summary>Folder of JPEGs to play; null draws scenes.</summary>
    public DirectoryInfo? StillsFrom { get; init; }

    public required DirectoryInfo Data { get; init; }

    public required int Port { get; init; }

    public required int GalleryPort { get; init; }

    public bool Json { get; init; }

    /// <summary>A server that somebody else runs; null starts one.</summary>
    public ServerAddress? Server { get; init; }

    /// <summary>How long to capture; null for ever, or until <see cref="Stills"/>.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Part (0 to 1) of the connections and requests that meet a fault on the way.</summary>
    public double Faults { get; init; }

    public int Seed { get; init; }

    /// <summary>
    /// The cameras' memory is measured, and every stored still is counted and verified by this process; the server has one of its
    /// own.
    /// </summary>
    public bool IsTrial => Server is null && (For is not null || Faults > 0);

    /// <summary>
    /// How long a run with an end may take: the captures themselves and a minute for the last ones to arrive. A camera that
    /// meets faults loses seconds by each.
    /// </summary>
    public TimeSpan? Patience => For is null && Stills == 0 ? null
        : (For ?? Stills * Interval) * (Faults > 0 ? 2 : 1) + TimeSpan.FromSeconds(Faults > 0 ? 180 : 60);
}
