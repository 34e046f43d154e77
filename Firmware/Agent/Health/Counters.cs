namespace Sealcam;

/// <summary>What happened since boot. Every still that is not receipted is in one of these.</summary>
public sealed class Counters
{
    /// <summary>Stills that passed Capture: each has consumed a sequence.</summary>
    public int Captured;

    /// <summary>Stills that got their token and were kept.</summary>
    public int Sealed;

    /// <summary>Stills released on a receipt.</summary>
    public int Receipted;

    /// <summary>What the sensor gave and Capture did not let pass: torn, foreign, not a JPEG, too large.</summary>
    public int RefusedByAgent;

    /// <summary>Stills that the server refused for good; they are set aside.</summary>
    public int RefusedByServer;

    /// <summary>Stills that consumed a sequence and were given up for want of room. Signed in every token.</summary>
    public int Dropped;

    /// <summary>
    /// Drops on storage in earlier boots that none of their tokens declares; signed together with <see cref="Dropped"/>.
    /// </summary>
    public int DroppedBefore;

    /// <summary>Whole stills of earlier boots found on storage.</summary>
    public int Recovered;

    /// <summary>Stills that went from RAM to storage, or were kept there at once.</summary>
    public int Stored;

    /// <summary>Sendings that ended without a receipt or a refusal, so that the still is sent again.</summary>
    public int Retried;

    /// <summary>TLS handshakes that succeeded.</summary>
    public int Handshakes;

    /// <summary>Times that the sensor failed (<see cref="CameraException"/>, or nothing in time).</summary>
    public int CameraFaults;

    /// <summary>
    /// ms from the trigger of the last receipted still to its receipt; -1 before the first, and for one of an earlier boot.
    /// </summary>
    public int LastReceiptMs = -1;
}
