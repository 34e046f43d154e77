namespace Sealcam.Verify;

/// <summary>Reads the claims of a token (PROTOCOL.md 2.3) in their one allowed form.</summary>
internal static class Claims
{
    /// <summary>The claims as a token, or null if anything is not as it must be. They are not proved yet.</summary>
    public static Token? Read(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> kid, ReadOnlySpan<byte> coseBytes)
    {
        CborCursor cursor = new(bytes);
        uint left = cursor.ReadMap();
        long key = Next(ref cursor, ref left);
        uint? issued = null;
        if (key == Protocol.ClaimIssuedAt)
        {
            issued = cursor.ReadUnsigned(1);
            key = Next(ref cursor, ref left);
        }

        byte[]? nonce = null;
        if (key == Protocol.ClaimNonce)
        {
            nonce = cursor.ReadBytes(Protocol.NonceMin, Protocol.NonceMax).ToArray();
            key = Next(ref cursor, ref left);
        }

        bool keys = key == Protocol.ClaimUptime;
        uint uptime = cursor.ReadUnsigned();
        keys &= Next(ref cursor, ref left) == Protocol.ClaimBootCount;
        uint boot = cursor.ReadUnsigned(1);
        keys &= Next(ref cursor, ref left) == Protocol.ClaimStill;
        if (!keys || left != 0)
        {
            return null;
        }

        uint elements = cursor.ReadArray();
        Token token = new()
        {
            DeviceId = kid.ToArray(),
            BootCount = boot,
            Uptime = uptime,
            IssuedAt = issued,
            Nonce = nonce,
            Sequence = cursor.ReadUnsigned(1),
            Digest = cursor.ReadBytes(Protocol.DigestBytes, Protocol.DigestBytes).ToArray(),
            FrameAgeMs = (int)cursor.ReadUnsigned(0, Protocol.FrameAgeMax),
            ClockQuality = (int)cursor.ReadUnsigned(Protocol.ClockNone, Protocol.ClockReceipt),
            Dropped = cursor.ReadUnsigned(),
            PreviousLast = cursor.ReadUnsignedOrNull(),
            SegmentBytes = Segment.Bytes(coseBytes.Length),
            Cose = coseBytes.ToArray(),
        };
        bool timed = token.IssuedAt is null == (token.ClockQuality == Protocol.ClockNone);
        return SkipExtras(ref cursor, elements) && timed ? token : null;
    }

    /// <summary>The next key of the map, or <see cref="long.MinValue"/> when no pair is left.</summary>
    private static long Next(ref CborCursor cursor, ref uint left) => left == 0 || left-- == 0 ? long.MinValue : cursor.ReadKey();

    private static bool SkipExtras(ref CborCursor cursor, uint elements)
    {
        if (elements < Protocol.StillElements || elements > Protocol.StillElements + Protocol.ExtraElementsMax)
        {
            return false;
        }

        for (uint i = Protocol.StillElements; i < elements; i++)
        {
            cursor.SkipExtra();
        }

        return cursor.Done;
    }
}
