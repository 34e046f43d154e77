using System;

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

    /// <summary>What its token declares as dropped.</summary>
    public uint Dropped;

    /// <summary>
    /// Uptime of the trigger (ms), to tell how long the way to the receipt took; -1 if it was in an earlier boot.
    /// </summary>
    public long TriggeredMs;

    /// <summary>The server refused it for good; it waits aside until its room is needed.</summary>
    public bool IsSetAside;

    /// <summary>It is on the wire: nothing may take its room.</summary>
    public bool IsShipping;

    /// <summary>Bytes of the sealed still.</summary>
    public int SealedLength => Length + SegmentLength;

    /// <summary>True if its order is before that of the other.</summary>
    public bool IsOlderThan(KeptStill other) =>
        BootCount < other.BootCount || BootCount == other.BootCount && Sequence < other.Sequence;

    /// <summary>Takes what was just sealed.</summary>
    public void Set(int length, Claims claims, byte[] segment, int segmentLength, long triggeredMs)
    {
        BootCount = claims.BootCount;
        Sequence = claims.Sequence;
        Dropped = claims.Dropped;
        Array.Copy(claims.Digest, 0, Digest, 0, 32);
        Array.Copy(segment, 0, Segment, 0, segmentLength);
        SegmentLength = segmentLength;
        Length = length;
        TriggeredMs = triggeredMs;
        IsSetAside = IsShipping = false;
    }
}
