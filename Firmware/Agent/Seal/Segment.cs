using System;

namespace Sealcam;

/// <summary>
/// The APP11 segment around a token (PROTOCOL.md 2.1): JPEG XT framing (ISO/IEC 18477-3) of one JUMBF superbox (ISO/IEC 19566-5)
/// with a description box of our own type and one cbor box. Its bytes follow from the COSE bytes alone.
/// </summary>
public static class Segment
{
    /// <summary>Bytes before the COSE bytes.</summary>
    public const int HeadBytes = 53;

    /// <summary>Where the content type UUID starts, counted from the marker.</summary>
    public const int TypeOffset = 28;

    // Everything but the three lengths that depend on the COSE bytes.
    private static readonly byte[] Head =
    {
        0xFF, 0xEB, 0, 0,                                // APP11 (ITU-T T.81 B.2.4.6), Le
        0x4A, 0x50, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01,  // CI "JP", En 1, Z 1: one box, not split
        0, 0, 0, 0, 0x6A, 0x75, 0x6D, 0x62,              // LBox, TBox "jumb"
        0x00, 0x00, 0x00, 0x19, 0x6A, 0x75, 0x6D, 0x64,  // description box of 25 bytes, TBox "jumd"
        0x90, 0x14, 0xC7, 0x0B, 0x35, 0xCF, 0x44, 0x05, 0xA6, 0x1E, 0x34, 0x2B, 0x07, 0x45, 0xB3, 0x14,
        0x00,                                            // toggles: nothing optional
        0, 0, 0, 0, 0x63, 0x62, 0x6F, 0x72,              // LBox, TBox "cbor"
    };

    /// <summary>
    /// Writes the segment's head for <paramref name="coseBytes"/> bytes of COSE_Sign1, which go right behind it.
    /// </summary>
    public static void WriteHead(int coseBytes, byte[] target, int offset)
    {
        Array.Copy(Head, 0, target, offset, HeadBytes);
        int le = coseBytes + HeadBytes - 2;
        target[offset + 2] = (byte)(le >> 8);
        target[offset + 3] = (byte)le;
        BigEndian.Put((uint)(coseBytes + 41), target, offset + 12);
        BigEndian.Put((uint)(coseBytes + 8), target, offset + 45);
    }

    /// <summary>
    /// True if the first <paramref name="count"/> bytes of an APP11 segment, counted from the marker, carry our type. Such a
    /// still was sealed before.
    /// </summary>
    public static bool IsOurs(byte[] head, int count) =>
        count >= TypeOffset + 16 && head[1] == 0xEB && BigEndian.Same(head, 4, Head, 4, 2) && BigEndian.Same(head, 16, Head, 16, 4)
        && BigEndian.Same(head, 24, Head, 24, 4) && BigEndian.Same(head, TypeOffset, Head, TypeOffset, 16);
}
