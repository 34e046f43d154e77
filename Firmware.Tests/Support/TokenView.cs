using System;

namespace Sealcam.Tests;

/// <summary>What a receiver reads out of a segment (PROTOCOL.md 2.1 to 2.3); everything but the signature is checked.</summary>
public sealed class TokenView
{
    public bool Good;
    public bool Timed, HasNonce, PreviousLastKnown;
    public uint Iat, Uptime, BootCount, Sequence, FrameAge, Quality, Dropped, PreviousLast;
    public readonly byte[] DeviceId = new byte[32], Digest = new byte[32], Signature = new byte[64];
    public byte[] Nonce;

    /// <summary>Where the protected header and the claims lie in the segment, for who verifies the signature.</summary>
    public int ProtectedAt, ProtectedCount, ClaimsAt, ClaimsCount;

    private readonly byte[] _head = new byte[Segment.HeadBytes];

    public bool Read(byte[] bytes, int offset, int count)
    {
        Segment.WriteHead(count - Segment.HeadBytes, _head, 0);
        Good = count > Segment.HeadBytes && BigEndian.Same(bytes, offset, _head, 0, Segment.HeadBytes);
        if (!Good)
        {
            return false;
        }

        var cose = new CborWalk(bytes, offset + Segment.HeadBytes, count - Segment.HeadBytes);
        cose.Byte(0x84);
        ProtectedCount = cose.ByteString();
        ProtectedAt = cose.Place;
        cose.Byte(0xA0);
        ClaimsCount = cose.ByteString();
        ClaimsAt = cose.Place;
        Good = ReadProtected(new CborWalk(bytes, ProtectedAt, ProtectedCount), bytes)
            && ReadClaims(new CborWalk(bytes, ClaimsAt, ClaimsCount), bytes);
        Good &= cose.ByteString() == 64 && cose.AtEnd;
        if (Good)
        {
            Array.Copy(bytes, cose.Place, Signature, 0, 64);
        }

        return Good;
    }

    private bool ReadProtected(CborWalk header, byte[] bytes)
    {
        header.Byte(0xA2);
        header.Byte(1);
        header.Byte(0x26);
        header.Byte(4);
        if (header.ByteString() != 32 || !header.AtEnd)
        {
            return false;
        }

        Array.Copy(bytes, header.Place, DeviceId, 0, 32);
        return true;
    }

    private bool ReadClaims(CborWalk claims, byte[] bytes)
    {
        int pairs = (int)claims.Head(5);
        Timed = claims.IsNext(6);
        Iat = Timed ? Keyed(claims, 6) : 0;
        HasNonce = claims.IsNext(10);
        Nonce = null;
        if (HasNonce)
        {
            claims.Byte(10);
            Nonce = new byte[claims.ByteString()];
            Array.Copy(bytes, claims.Place, Nonce, 0, Nonce.Length);
        }

        Uptime = Keyed(claims, 261);
        BootCount = Keyed(claims, 267);
        bool ours = claims.Head(1) == 65536 && claims.Head(4) == 6;
        Sequence = claims.UInt();
        bool digested = claims.ByteString() == 32;
        int digest = claims.Place;
        FrameAge = claims.UInt();
        Quality = claims.UInt();
        Dropped = claims.UInt();
        PreviousLastKnown = !claims.IsNext(0xF6);
        PreviousLast = PreviousLastKnown ? claims.UInt() : 0;
        if (!PreviousLastKnown)
        {
            claims.Byte(0xF6);
        }

        if (!claims.AtEnd || !ours || !digested || pairs != 3 + (Timed ? 1 : 0) + (HasNonce ? 1 : 0) || Timed == (Quality == 0)
            || HasNonce && (Nonce.Length < 16 || Nonce.Length > 64))
        {
            return false;
        }

        Array.Copy(bytes, digest, Digest, 0, 32);
        return BootCount >= 1 && Sequence >= 1 && FrameAge <= 65535 && Quality <= 4;
    }

    private static uint Keyed(CborWalk claims, uint key)
    {
        claims.Good &= claims.UInt() == key;
        return claims.UInt();
    }
}
