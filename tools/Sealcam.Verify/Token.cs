namespace Sealcam.Verify;

/// <summary>The proved claims of an authentic still (PROTOCOL.md 2.3). Arrays are the reader's own copies.</summary>
public sealed class Token
{
    internal Token()
    {
    }

    /// <summary>32 bytes: the X coordinate of the device's public key, from the token's kid.</summary>
    public required byte[] DeviceId { get; init; }

    /// <summary>The device ID as 52 characters of base32.</summary>
    public string Device => Verify.DeviceId.ToText(DeviceId);

    /// <summary>First half of the order, 1 or more.</summary>
    public required uint BootCount { get; init; }

    /// <summary>Second half of the order, 1 or more.</summary>
    public required uint Sequence { get; init; }

    /// <summary>32 bytes: the digest of the still (PROTOCOL.md 2.4).</summary>
    public required byte[] Digest { get; init; }

    /// <summary>Unix seconds when the still was sealed, by the device's clock; null if that had no time.</summary>
    public uint? IssuedAt { get; init; }

    /// <summary>16 to 64 bytes: the requester's challenge that this still answers, or null.</summary>
    public byte[]? Nonce { get; init; }

    /// <summary>Seconds since boot when the still was sealed.</summary>
    public required uint Uptime { get; init; }

    /// <summary>ms from the end of the exposure to sealing; 65,535 means that or more.</summary>
    public required int FrameAgeMs { get; init; }

    /// <summary>0 none, 1 stored, 2 operator, 3 network, 4 receipt: how far <see cref="IssuedAt"/> may be trusted.</summary>
    public required int ClockQuality { get; init; }

    /// <summary>Stills that the device has dropped since this boot.</summary>
    public required uint Dropped { get; init; }

    /// <summary>Last sequence of the boot before; 0 if it sealed none, null if the device does not know.</summary>
    public uint? PreviousLast { get; init; }

    /// <summary>Bytes of the APP11 segment, marker included: what the seal adds to the still.</summary>
    public required int SegmentBytes { get; init; }

    /// <summary>The COSE_Sign1 as found in the file.</summary>
    public required byte[] Cose { get; init; }
}
