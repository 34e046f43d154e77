using System;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Host;

/// <summary>What tells one simulated camera from another.</summary>
public sealed class HostBoardOptions
{
    /// <summary>Shown in the scene and in front of log lines.</summary>
    public required string Name { get; init; }

    /// <summary>The folder that is this camera's flash; see <see cref="DevelopmentAuthority.Provision"/>.</summary>
    public required string FlashFolder { get; init; }

    /// <summary>The CA whose servers this camera trusts.</summary>
    public required X509Certificate2 Authority { get; init; }

    public string ServerHost { get; init; } = "localhost";

    public int ServerPort { get; init; } = 8443;

    /// <summary>Size of the drawn scene; of no effect with a folder of stills.</summary>
    public SceneSize Size { get; init; } = SceneSize.Vga;

    /// <summary>JPEGs to play instead of drawing a scene; null to draw.</summary>
    public string StillsFolder { get; init; }

    /// <summary>Null for none.</summary>
    public SensorHabits Habits { get; init; }

    /// <summary>ms for look-up, connect, handshake and write, each.</summary>
    public int LinkTimeoutMs { get; init; } = 10000;

    /// <summary>Null for the platform's own.</summary>
    public IMac Mac { get; init; }

    /// <summary>Takes finished lines, from the thread that steps this camera's agent; null for none.</summary>
    public Action<string> LogLine { get; init; }

    /// <summary>Lowest <see cref="LogLevel"/> that is logged.</summary>
    public int LogFrom { get; init; } = LogLevel.Info;
}
