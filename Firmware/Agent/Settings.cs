namespace Sealcam;

/// <summary>What a person sets on a device, validated before the agent sees it. Bounds and defaults stand here, once.</summary>
public sealed class Settings
{
    /// <summary>The server's name, as its certificate says it.</summary>
    public string Host;

    public int Port = 8443;

    /// <summary>Where stills are posted to.</summary>
    public string Path = "/v1/stills";

    /// <summary>ms between two stills; 0 captures only when asked.</summary>
    public int IntervalMs = 60000;

    /// <summary>Bytes of RAM for kept stills, rounded down to whole blocks of <see cref="Limits.LeafBytes"/>.</summary>
    public int OutboxBytes = 512 * 1024;

    /// <summary>A full outbox refuses the newest still instead of dropping the oldest.</summary>
    public bool RefuseNewest;

    /// <summary>
    /// ms: after a connection that worked is lost, the first retry comes at a random moment within this window, so that a fleet does not
    /// come back all at once. The server may shorten it.
    /// </summary>
    public int ReconnectWindowMs = 5000;

    /// <summary>Capturing ends after this many stills; 0 never. For trials and simulations.</summary>
    public int StillLimit;
}
