using System.Collections.Generic;

namespace Sealcam.Host;

/// <summary>The air around a simulated board.</summary>
public sealed class HostWifiOptions
{
    public IReadOnlyList<HostNetwork> Networks { get; init; } = HostWifi.Usual;

    /// <summary>ms.</summary>
    public int ScanMs { get; init; } = 700;

    /// <summary>ms.</summary>
    public int JoinMs { get; init; } = 500;
}
