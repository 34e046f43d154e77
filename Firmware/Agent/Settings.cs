namespace Sealcam;

/// <summary>What a person sets on a device, validated before the agent sees it. Bounds and defaults stand here, once.</summary>
public sealed class Settings
{
    /// <summary>The server's name, as its certificate says it.</summary>
    public string Host;

    public int Port = 8443;

    /// <summary>Where stills are posted to.</summary>
    public string Path = "/v1/stills";

    /// <summary>
    /// A plain HTTPS store on this host and port that takes the stills (PROTOCOL.md 5.6); null: a Sealcam receiver does.
    /// </summary>
    public StillTarget Target;

    /// <summary>ms between two stills; 0 captures only when asked.</summary>
    public int IntervalMs = 60000;

    /// <summary>Bytes of RAM for kept stills, rounded down to whole blocks of <see cref="Limits.LeafBytes"/>.</summary>
    public int OutboxBytes = 512 * 1024;

    /// <summary>
    /// Where stills wait: one of <see cref="Keeping"/>. A board without <see cref="Parts.Stills"/> keeps them in RAM.
    /// </summary>
    public int Keep = Keeping.Hybrid;

    /// <summary>
    /// Bytes of storage for kept stills, with what stands beside them (<see cref="StillFile.MoreBytes"/> each).
    /// </summary>
    public int StorageBytes = 1024 * 1024;

    /// <summary>Stills on storage, at most; each takes <see cref="ShelfIndex.EntryBytes"/> of RAM.</summary>
    public int StorageStills = 128;

    /// <summary>
    /// The most that <see cref="StorageStills"/> may be: the index is walked at each Step, and a 240 MHz ESP32 takes 2 to 5 ms
    /// for so many.
    /// </summary>
    public const int StorageStillsMost = 1024;

    /// <summary>
    /// ms that a still waits in RAM for an uplink that is not healthy before it goes to storage. Covers the first two tries of a
    /// reconnect, the second at most 2.5 <see cref="ReconnectWindowMs"/> after the loss, so that a blip costs no flash. A power
    /// cut loses what is younger; 0 loses least and writes most.
    /// </summary>
    public int SpillAfterMs = 15000;

    /// <summary>A full outbox refuses the newest still instead of dropping the oldest.</summary>
    public bool RefuseNewest;

    /// <summary>
    /// ms: after a connection that worked is lost, the first retry comes at a random moment within this window, so that a fleet
    /// does not come back all at once; so does the first connect after a wait for network or time. The server may shorten it.
    /// </summary>
    public int ReconnectWindowMs = 5000;

    /// <summary>Where requests for a still are asked for by an idle long poll (PROTOCOL.md 5.4); null never asks.</summary>
    public string RequestPath = "/v1/requests";

    /// <summary>
    /// ms: the board's bound on trigger latency. A still that a pin or a person triggers during an open poll starts to leave
    /// within this time of its trigger, or as soon as it is sealed if that is later. Less than 500 costs many round trips; a
    /// board without a trigger may take <see cref="Limits.PollWaitMs"/>.
    /// </summary>
    public int TriggerBoundMs = 2000;

    /// <summary>ms: one still is made for a request in this time, after the first <see cref="Limits.RequestBurst"/>.</summary>
    public int RequestEveryMs = 2000;

    /// <summary>Where health reports are posted to (PROTOCOL.md 5.5); null sends none.</summary>
    public string HealthPath = "/v1/health";

    /// <summary>ms between two health reports, at least 1,000.</summary>
    public int HealthIntervalMs = 300000;

    /// <summary>
    /// The board sleeps between its stills, each waking being a boot: health reports are counted in boots
    /// (<see cref="SleepReports"/>).
    /// </summary>
    public bool Sleeps;

    /// <summary>Capturing ends after this many stills; 0 never. For trials and simulations.</summary>
    public int StillLimit;
}

/// <summary>Where stills wait for their receipt.</summary>
public static class Keeping
{
    /// <summary>
    /// In RAM: nothing goes to flash, and power off loses it. What earlier boots left on storage is still shipped.
    /// </summary>
    public const int Ram = 0;

    /// <summary>In RAM while the uplink is healthy, on storage when it is not.</summary>
    public const int Hybrid = 1;

    /// <summary>On storage, each of them, with two blocks of RAM: for boards with an SD card or without RAM to spare.</summary>
    public const int Storage = 2;
}
