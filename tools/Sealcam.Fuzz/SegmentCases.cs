namespace Sealcam.Fuzz;

/// <summary>Sealed stills whose APP11 segment was removed, moved, copied or rebuilt around intact COSE bytes.</summary>
public static class SegmentCases
{
    private static readonly byte[] _uuid = Convert.FromHexString("9014C70B35CF4405A61E342B0745B314");

    public static IEnumerable<Case> Of(CaseBase b) => Places(b).Concat(Boxes(b)).Concat(Strangers(b));

    private static IEnumerable<Case> Places(CaseBase b)
    {
        byte[] segment = TokenMaker.SegmentFor(b.Recipe), still = b.Still;
        int scan = Oracle.Parts(still)!.Last().Start;
        int table = Oracle.Parts(still)![1].Start;
        yield return new Case("token removed", still, 'U');
        yield return new Case("token twice", TokenMaker.Insert(still, [.. segment, .. segment]), 'N');
        yield return new Case("token again before the scan",
            [.. TokenMaker.Insert(still[..scan], segment), .. segment, .. still[scan..]], 'N');
        yield return new Case("two tokens of two devices", TokenMaker.Insert(still,
            [.. segment, .. TokenMaker.SegmentFor(b.Recipe with { Key = b.OtherKey })]), 'N');
        yield return new Case("token behind the first table", [.. still[..table], .. segment, .. still[table..]], 'N');
        yield return new Case("token before the scan", [.. still[..scan], .. segment, .. still[scan..]], 'N');
        yield return new Case("token in the scan", [.. still[..^4], .. segment, .. still[^4..]], 'U');
        yield return new Case("token behind the end", [.. still, .. segment], 'U');
        yield return new Case("token behind an APP0",
            TokenMaker.Insert(still, [.. SmallJpeg.Segment(0xE0, [1, 2]), .. segment]), 'N');
        yield return new Case("a fill byte before the token", TokenMaker.Insert(still, [0xFF, .. segment]), 'N');
        yield return new Case("a TEM before the token", TokenMaker.Insert(still, [0xFF, 1, .. segment]), 'N');
        yield return new Case("a restart before the token", TokenMaker.Insert(still, [0xFF, 0xD0, .. segment]), 'N');
        yield return new Case("token of another still", TokenMaker.Insert(b.OtherStill, segment), 'N');
        // Half of a still of our own ends before its scan, half of a real camera's in the middle of it: a whole header, and the
        // digest fails.
        byte[] half = b.Sealed()[..(b.Sealed().Length / 2)];
        yield return new Case("token and still cut in half", half, half.AsSpan().IndexOf(new byte[] { 0xFF, 0xDA }.AsSpan()) < 0 ? 'X' : 'N');
        yield return new Case("token in an APP1", TokenMaker.Insert(still, [0xFF, 0xE1, .. segment[2..]]), 'U');
        yield return new Case("token in a comment", TokenMaker.Insert(still, SmallJpeg.Segment(0xFE, segment)), 'U');
    }

    private static IEnumerable<Case> Boxes(CaseBase b)
    {
        byte[] cose = TokenMaker.CoseFor(b.Recipe);
        byte[] content = TokenMaker.Box("cbor", cose), description = TokenMaker.Box("jumd", [.. _uuid, 0]);
        byte[] good = [.. description, .. content];
        yield return Boxed(b, "superbox instance 2", 'N', [0x4A, 0x50, 0, 2, 0, 0, 0, 1, .. TokenMaker.Box("jumb", good)]);
        yield return Boxed(b, "packet 2", 'N', [0x4A, 0x50, 0, 1, 0, 0, 0, 2, .. TokenMaker.Box("jumb", good)]);
        yield return Super(b, "a label", 'N', [.. TokenMaker.Box("jumd", [.. _uuid, 3, .. "x\0"u8]), .. content]);
        yield return Super(b, "requestable", 'N', [.. TokenMaker.Box("jumd", [.. _uuid, 1]), .. content]);
        yield return Super(b, "an id", 'N', [.. TokenMaker.Box("jumd", [.. _uuid, 4, 0, 0, 0, 1]), .. content]);
        yield return Super(b, "another box behind", 'N', [.. good, .. TokenMaker.Box("free", [])]);
        yield return Super(b, "another box between", 'N', [.. description, .. TokenMaker.Box("free", []), .. content]);
        yield return Super(b, "a second token box", 'N', [.. good, .. content]);
        yield return Super(b, "a box to the end", 'N', [.. description, 0, 0, 0, 0, .. content[4..]]);
        yield return Super(b, "a long box length", 'N',
            [.. description, 0, 0, 0, 1, .. "cbor"u8, 0, 0, 0, 0, 0, 0, 0, 9, .. cose]);
        yield return Super(b, "a json box", 'N', [.. description, .. TokenMaker.Box("json", cose)]);
        yield return Super(b, "no token box", 'N', description);
        yield return Super(b, "an empty token box", 'N', [.. description, .. TokenMaker.Box("cbor", [])]);
        yield return Super(b, "padding inside the superbox", 'N', [.. good, 0]);
        yield return Super(b, "another UUID", 'U', [.. TokenMaker.Box("jumd", [.. _uuid[..15], 0x15, 0]), .. content]);
        yield return Super(b, "a segment over the limit", 'N', [.. good, .. TokenMaker.Box("free", new byte[1024])]);
        yield return Boxed(b, "a segment cut behind the UUID", 'N',
            [0x4A, 0x50, 0, 1, 0, 0, 0, 1, .. TokenMaker.Box("jumb", good)[..32]]);
        yield return Boxed(b, "a segment cut in the UUID", 'U',
            [0x4A, 0x50, 0, 1, 0, 0, 0, 1, .. TokenMaker.Box("jumb", good)[..31]]);
        yield return new Case("split over two segments", TokenMaker.Insert(b.Still, Split(TokenMaker.Box("jumb", good))), 'N');
        yield return b.Make("padding behind the superbox", 'N', b.Recipe with { Segment = s => Grown(s, 1) });
    }

    /// <summary>Segments of others that are none of our business.</summary>
    private static IEnumerable<Case> Strangers(CaseBase b)
    {
        byte[] foreign = SmallJpeg.Segment(0xEB, [0x4A, 0x50, 0, 1, 0, 0, 0, 1,
            .. TokenMaker.Box("jumb", [.. TokenMaker.Box("jumd", [.. "c2pa"u8, .. new byte[12], 3, .. "c2pa\0"u8]),
                .. TokenMaker.Box("cbor", [1])])]);
        byte[] still = [.. b.Still[..2], .. foreign, .. SmallJpeg.Segment(0xEB, [1, 2, 3]), .. b.Still[2..]];
        yield return new Case("another maker's APP11 alone", still, 'U');
        yield return b.Make("another maker's APP11 behind the token", '.', b.Recipe with { Still = still });
        yield return new Case("another maker's APP11 added later",
            TokenMaker.Insert(still, TokenMaker.SegmentFor(b.Recipe)), 'N');
        byte[] behind = [.. still[..2], .. foreign, .. TokenMaker.SegmentFor(b.Recipe with { Still = still }), .. still[(2 + foreign.Length)..]];
        yield return new Case("token behind another maker's APP11", behind, 'N');
        yield return b.Make("a sealed still sealed again", 'N', b.Recipe with { Still = b.Sealed() });
        byte[] thumbnail = Exif(SmallJpeg.Make(1, 1, 5)), other = Exif(SmallJpeg.Make(1, 1, 6));
        Recipe exif = b.Recipe with { Still = TokenMaker.Insert(b.Still, thumbnail) };
        yield return b.Make("a still with a thumbnail", '.', exif);
        yield return new Case("thumbnail swapped",
            TokenMaker.Insert(TokenMaker.Insert(b.Still, other), TokenMaker.SegmentFor(exif)), 'N');
        yield return new Case("thumbnail removed", TokenMaker.Insert(b.Still, TokenMaker.SegmentFor(exif)), 'N');
    }

    private static byte[] Exif(byte[] thumbnail) => SmallJpeg.Segment(0xE1, [.. "Exif\0\0"u8, .. thumbnail]);

    private static Case Super(CaseBase b, string name, char verdict, byte[] boxes) =>
        Boxed(b, name, verdict, [0x4A, 0x50, 0, 1, 0, 0, 0, 1, .. TokenMaker.Box("jumb", boxes)]);

    private static Case Boxed(CaseBase b, string name, char verdict, byte[] content) =>
        new("boxes: " + name, TokenMaker.Insert(b.Still, SmallJpeg.Segment(0xEB, content)), verdict);

    /// <summary>JPEG XT's way for boxes over 64 KB: each part repeats the head of the box.</summary>
    private static byte[] Split(byte[] box) =>
    [
        .. SmallJpeg.Segment(0xEB, [0x4A, 0x50, 0, 1, 0, 0, 0, 1, .. box[..100]]),
        .. SmallJpeg.Segment(0xEB, [0x4A, 0x50, 0, 1, 0, 0, 0, 2, .. box[..8], .. box[100..]]),
    ];

    private static byte[] Grown(byte[] segment, int by)
    {
        int length = segment.Length - 2 + by;
        return [0xFF, 0xEB, (byte)(length >> 8), (byte)length, .. segment[4..], .. new byte[by]];
    }
}
