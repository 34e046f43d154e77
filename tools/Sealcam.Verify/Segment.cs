using System.Buffers.Binary;

namespace Sealcam.Verify;

/// <summary>The APP11 segment around a token (PROTOCOL.md 2.1).</summary>
public static class Segment
{
    /// <summary>Bytes of the segment around a token of <paramref name="cose"/> bytes.</summary>
    public static int Bytes(int cose) => cose + Protocol.CoseOffset;

    /// <summary>Writes the 53 bytes that stand before a token of <paramref name="cose"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The token cannot fit a JPEG segment, or the target is too short.</exception>
    public static void WriteHead(int cose, Span<byte> head)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cose);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cose, ushort.MaxValue - Protocol.SegmentLengthExtra);
        ArgumentOutOfRangeException.ThrowIfLessThan(head.Length, Protocol.CoseOffset);
        BinaryPrimitives.WriteUInt16BigEndian(head, 0xFF00 | Protocol.App11);
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(cose + Protocol.SegmentLengthExtra));
        BinaryPrimitives.WriteUInt16BigEndian(head[4..], Protocol.CommonIdentifier);
        BinaryPrimitives.WriteUInt16BigEndian(head[6..], Protocol.BoxInstance);
        BinaryPrimitives.WriteUInt32BigEndian(head[8..], Protocol.BoxPart);
        BinaryPrimitives.WriteUInt32BigEndian(head[12..], (uint)(cose + Protocol.SuperboxExtra));
        BinaryPrimitives.WriteUInt32BigEndian(head[16..], Protocol.TypeSuperbox);
        BinaryPrimitives.WriteUInt32BigEndian(head[20..], Protocol.DescriptionBytes);
        BinaryPrimitives.WriteUInt32BigEndian(head[24..], Protocol.TypeDescription);
        Protocol.Uuid.CopyTo(head[Protocol.UuidOffset..]);
        head[44] = Protocol.Toggles;
        BinaryPrimitives.WriteUInt32BigEndian(head[45..], (uint)(cose + Protocol.ContentBoxExtra));
        BinaryPrimitives.WriteUInt32BigEndian(head[49..], Protocol.TypeCbor);
    }

    /// <summary>True if <paramref name="segment"/> is what its own COSE bytes make of it: nothing but those is free.</summary>
    internal static bool IsCanonical(ReadOnlySpan<byte> segment)
    {
        if (segment.Length <= Protocol.CoseOffset)
        {
            return false;
        }

        Span<byte> head = stackalloc byte[Protocol.CoseOffset];
        WriteHead(segment.Length - Protocol.CoseOffset, head);
        return segment[..Protocol.CoseOffset].SequenceEqual(head);
    }
}
