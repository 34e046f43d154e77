namespace Sealcam;

/// <summary>One sealed still in the outbox. The outbox owns it and uses the object again after its release.</summary>
public sealed class KeptStill
{
    public uint BootCount;
    public uint Sequence;
    public readonly byte[] Digest = new byte[32];

    /// <summary>The token's segment, which goes on the wire right after SOI.</summary>
    public readonly byte[] Segment = new byte[Limits.SegmentBytes];
    public int SegmentLength;

    /// <summary>Bytes of the still without its segment.</summary>
    public int Length;

    /// <summary>Uptime of the trigger (ms), to tell how long the way to the receipt took.</summary>
    public long TriggeredMs;

    /// <summary>The server refused it for good; it waits aside until its room is needed.</summary>
    public bool IsSetAside;

    /// <summary>It is on the wire: nothing may take its room.</summary>
    public bool IsShipping;

    /// <summary>Bytes of the sealed still.</summary>
    public int SealedLength => Length + SegmentLength;
}
