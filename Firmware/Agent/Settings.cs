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

    /// <summary>Where stills wait: one of <see cref="Keeping"/>. A board without <see cref="Parts.Stills"/> keeps them in RAM.</summary>
    public int Keep = Keeping.Hybrid;

    /// <summary>Bytes of storage for kept stills, with what stands beside them (<see cref="StillFile.MoreBytes"/> each).</summary>
    public int StorageBytes = 1024 * 1024;

    /// <summary>Stills on storage, at most; each takes about 30 bytes of RAM.</summary>
    public int StorageStills = 128;

    /// <summary>
    /// ms that a still waits in RAM for an uplink that is not healthy before it goes to storage. Covers a reconnect, so that a blip costs no
    /// flash; a power cut loses what is younger.
    /// </summary>
    public int SpillAfterMs = 6000;

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

/// <summary>Where stills wait for their receipt.</summary>
public static class Keeping
{
    /// <summary>In RAM: nothing goes to flash, and power off loses it. What earlier boots left on storage is still shipped.</summary>
    public const int Ram = 0;

    /// <summary>In RAM while the uplink is healthy, on storage when it is not.</summary>
    public const int Hybrid = 1;

    /// <summary>On storage, each of them, with two blocks of RAM: for boards with an SD card or without RAM to spare.</summary>
    public const int Storage = 2;
}
