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

    /// <summary>How long a run with an end may take: the captures themselves and a minute for the last ones to arrive.</summary>
    public TimeSpan Patience => Stills * Interval + TimeSpan.FromSeconds(60);
}
