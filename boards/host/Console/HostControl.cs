using System;

namespace Sealcam.Host;

/// <summary>The simulated board as its console sees it. A restart is left to whoever runs it.</summary>
public sealed class HostControl : IBoardControl
{
    public string Name => "host";

    public string Chip => "simulated";

    public string Version { get; } = typeof(Agent).Assembly.GetName().Version!.ToString(3);

    /// <summary>What the process could still get; on a desktop that says little.</summary>
    public long FreeBytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - GC.GetTotalMemory(false);

    public string DeviceCertificateFile => DeviceCertificate.File;

    public string AuthorityFile => Host.AuthorityFile.Name;

    /// <summary>The board was asked to start anew.</summary>
    public bool IsRestarting { get; private set; }

    public void Restart() => IsRestarting = true;
}
