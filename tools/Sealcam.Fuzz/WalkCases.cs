namespace Sealcam.Fuzz;

/// <summary>Files that can or cannot be walked, and what is done to a still outside its token.</summary>
public static class WalkCases
{
    public static IEnumerable<Case> Of(CaseBase b) => Unreadable(b).Concat(Readable(b)).Concat(Changed(b));

    private static IEnumerable<Case> Unreadable(CaseBase b)
    {
        byte[] dqt = SmallJpeg.Segment(0xDB, new byte[65]), sof = SmallJpeg.Segment(0xC0, new byte[9]);
        byte[] sos = SmallJpeg.Segment(0xDA, [1, 1, 0, 0, 63, 0]);
        yield return X("an empty file", []);
        yield return X("one byte", [0xFF]);
        yield return X("SOI alone", [0xFF, 0xD8]);
        yield return X("a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        yield return X("text", "HTTP/1.1 502 Bad Gateway"u8.ToArray());
        yield return X("no frame header", Jpeg(dqt, sos));
        yield return X("no quantisation table", Jpeg(sof, sos));
        yield return X("tables behind the scan", Jpeg(sos, dqt, sof));
        yield return X("no scan", Jpeg(dqt, sof));
        yield return X("EOI before the scan", Jpeg(dqt, sof, [0xFF, 0xD9], sos));
        yield return X("SOI twice", Jpeg([0xFF, 0xD8], dqt, sof, sos));
        yield return X("a stuffed zero before the scan", Jpeg(dqt, [0xFF, 0], sof, sos));
        yield return X("a byte between segments", Jpeg(dqt, [0], sof, sos));
        yield return X("length 0", Jpeg(dqt, sof, [0xFF, 0xE0, 0, 0], sos));
        yield return X("length 1", Jpeg(dqt, sof, [0xFF, 0xE0, 0, 1], sos));
        yield return X("length beyond the end", Jpeg(dqt, sof, [0xFF, 0xE0, 0xFF, 0xFF], sos));
        yield return X("half a length", Jpeg(dqt, sof, [0xFF, 0xDA, 0]));
        yield return X("scan header beyond the end", [0xFF, 0xD8, .. dqt, .. sof, .. sos[..^1]]);
        yield return X("nothing but fill bytes", [0xFF, 0xD8, .. CleanCases.Fill(500, 0xFF)]);
        foreach (int code in (int[])[0xC4, 0xC8, 0xCC])
        {
            yield return X("no frame header but " + code.ToString("X2"), Jpeg(dqt, SmallJpeg.Segment(code, new byte[9]), sos));
        }
    }

    private static IEnumerable<Case> Readable(CaseBase b)
    {
        byte[] dqt = SmallJpeg.Segment(0xDB, new byte[65]), sof = SmallJpeg.Segment(0xC0, new byte[9]);
        byte[] sos = SmallJpeg.Segment(0xDA, [1, 1, 0, 0, 63, 0]);
        yield return U("the least that can be walked", Jpeg(dqt, sof, sos));
        yield return U("frame header before the table", Jpeg(sof, dqt, sos));
        yield return U("fill bytes and lone markers",
            Jpeg(CleanCases.Fill(9, 0xFF), dqt, [0xFF, 1, 0xFF, 0xD7], sof, [0xFF], sos));
        yield return U("empty segments", Jpeg([0xFF, 0xDB, 0, 2], [0xFF, 0xC2, 0, 2], [0xFF, 0xDA, 0, 2]));
        foreach (int code in (int[])[0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF])
        {
            yield return U("frame header " + code.ToString("X2"), Jpeg(dqt, SmallJpeg.Segment(code, new byte[9]), sos));
        }
    }

    private static IEnumerable<Case> Changed(CaseBase b)
    {
        byte[] file = b.Sealed(), segment = TokenMaker.SegmentFor(b.Recipe);
        yield return new Case("a byte behind the end", [.. file, 0], 'N');
        yield return new Case("another still behind the end", [.. file, .. b.OtherStill], 'N');
        yield return new Case("the last byte missing", file[..^1], 'N');
        yield return new Case("EOI missing", file[..^2], 'N');
        yield return new Case("one pixel changed", [.. file[..^5], (byte)(file[^5] ^ 0x10), .. file[^4..]], 'N');
        yield return new Case("encoded again",
            TokenMaker.Insert([.. b.Still[..2], .. SmallJpeg.Segment(0xFE, [0x78]), .. b.Still[2..]], segment), 'N');
        yield return new Case("a fill byte in the still",
            TokenMaker.Insert([.. b.Still[..2], 0xFF, .. b.Still[2..]], segment), 'N');
        yield return b.Make("a still that had a fill byte", '.',
            b.Recipe with { Still = [.. b.Still[..2], 0xFF, .. b.Still[2..]] });
        yield return b.Make("signed although unreadable", 'X', b.Recipe with { Still = b.Still[..40] });
        yield return b.Make("signed with bytes behind the end", '.', b.Recipe with { Still = [.. b.Still, 1, 2, 3] });
    }

    private static byte[] Jpeg(params byte[][] segments) => [0xFF, 0xD8, .. segments.SelectMany(part => part), 0x12, 0xFF, 0xD9];

    private static Case X(string name, byte[] file) => new(name, file, 'X');

    private static Case U(string name, byte[] file) => new(name, file, 'U');
}
