namespace Sealcam;

/// <summary>What one token says (PROTOCOL.md 2.3). One object, filled anew for each still.</summary>
public sealed class Claims
{
    /// <summary>
    /// CWT and EAT claim keys (RFC 8392 3.1, RFC 9711), and our one private claim, which CBOR writes as -1 - 65536.
    /// </summary>
    public const uint KeyIat = 6, KeyNonce = 10, KeyUptime = 261, KeyBootCount = 267, KeyStillNegative = 65536;

    /// <summary>Elements of the private claim's array. Append-only: new ones go behind, none ever changes its meaning.</summary>
    public const int StillElements = 6;

    /// <summary>Bytes: the longest encoding, with a nonce of 64 bytes and every integer at its maximum.</summary>
    public const int MaxBytes = 149;

    public uint BootCount;
    public uint Sequence;
    public byte[] Digest = new byte[32];

    /// <summary>Unix seconds; not written while <see cref="ClockQuality"/> is none.</summary>
    public uint Iat;

    /// <summary>Seconds since boot.</summary>
    public uint Uptime;

    /// <summary>ms from the end of the exposure to sealing, at most 65,535.</summary>
    public uint FrameAge;

    public int ClockQuality;
    public uint Dropped;

    /// <summary>Last sequence of the boot before, if <see cref="PreviousLastKnown"/>.</summary>
    public uint PreviousLast;
    public bool PreviousLastKnown;

    /// <summary>The requester's challenge, or null.</summary>
    public byte[] Nonce;

    /// <summary>Appends the claims map. Keys stand in the order of their encoded bytes (RFC 8949 4.2.1).</summary>
    public void Write(CborWriter cbor)
    {
        bool timed = ClockQuality != WallClock.None;
        cbor.WriteMap(3 + (timed ? 1 : 0) + (Nonce != null ? 1 : 0));
        if (timed)
        {
            cbor.WriteUInt(KeyIat);
            cbor.WriteUInt(Iat);
        }

        if (Nonce != null)
        {
            cbor.WriteUInt(KeyNonce);
            cbor.WriteBytes(Nonce, 0, Nonce.Length);
        }

        cbor.WriteUInt(KeyUptime);
        cbor.WriteUInt(Uptime);
        cbor.WriteUInt(KeyBootCount);
        cbor.WriteUInt(BootCount);
        cbor.WriteNegative(KeyStillNegative);
        WriteStill(cbor);
    }

    private void WriteStill(CborWriter cbor)
    {
        cbor.WriteArray(StillElements);
        cbor.WriteUInt(Sequence);
        cbor.WriteBytes(Digest, 0, Digest.Length);
        cbor.WriteUInt(FrameAge);
        cbor.WriteUInt((uint)ClockQuality);
        cbor.WriteUInt(Dropped);
        if (PreviousLastKnown)
        {
            cbor.WriteUInt(PreviousLast);
        }
        else
        {
            cbor.WriteNull();
        }
    }
}
