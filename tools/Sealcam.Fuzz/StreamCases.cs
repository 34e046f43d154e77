namespace Sealcam.Fuzz;

/// <summary>Sets of stills with gaps, conflicts, strangers and unknown ends.</summary>
public static class StreamCases
{
    public static IEnumerable<StreamCase> Of(CaseBase b) => OneBoot(b).Concat(SeveralBoots(b)).Concat(Others(b));

    private static IEnumerable<StreamCase> OneBoot(CaseBase b)
    {
        yield return One("nothing is missing", b, "...", 0, 0, [1], Still(b, 1, 1), Still(b, 1, 2), Still(b, 1, 3));
        yield return One("taken in another order", b, "...", 0, 0, [1], Still(b, 1, 3), Still(b, 1, 1), Still(b, 1, 2));
        yield return One("one is missing", b, "..M.", 1, 0, [1], Still(b, 1, 1), Still(b, 1, 2), Still(b, 1, 4));
        yield return One("the first ones are missing", b, "M.", 2, 0, [9], Still(b, 9, 3));
        yield return One("what is missing was dropped", b, ".M.", 2, 2, [1], Still(b, 1, 1), Still(b, 1, 4, dropped: 2));
        yield return One("one more missing than dropped", b, ".M.", 2, 1, [1], Still(b, 1, 1), Still(b, 1, 4, dropped: 1));
        yield return One("a gap of a billion", b, ".M.", 999_999_999, 0, [1], Still(b, 1, 1),
            Still(b, 1, 1_000_000_001));
        yield return One("the last sequence there can be", b, "M..", 4_294_967_294, 0, [1],
            Still(b, 1, uint.MaxValue), Still(b, 1, uint.MaxValue));
        yield return One("the same still twice", b, "..", 0, 0, [1], Still(b, 1, 1), Still(b, 1, 1));
        yield return One("two stills with one order", b, ".CC.", 0, 0, [1],
            Still(b, 1, 1), Still(b, 1, 2), Still(b, 1, 2, other: true), Still(b, 1, 3));
        yield return One("conflict and gap", b, "..M.CC", 1, 0, [1], Still(b, 1, 1), Still(b, 1, 2), Still(b, 1, 4),
            Still(b, 1, 5), Still(b, 1, 5, other: true));
    }

    private static IEnumerable<StreamCase> SeveralBoots(CaseBase b)
    {
        yield return One("a tail that is complete", b, "...", 0, 0, [2], Still(b, 1, 1), Still(b, 1, 2), Still(b, 2, 1, last: 2));
        yield return One("a tail that is missing", b, ".M.", 2, 0, [2], Still(b, 1, 1), Still(b, 2, 1, last: 3));
        yield return One("a tail that nobody knows", b, "..", 0, 0, [1, 2], Still(b, 1, 1), Still(b, 2, 1, last: null));
        yield return One("a tail known from a later still of the next boot", b, ".M..", 1, 0, [2],
            Still(b, 1, 1), Still(b, 2, 1, last: null), Still(b, 2, 2, last: 2));
        yield return One("a boot of which nothing came", b, ".M.", 5, 0, [1, 3], Still(b, 1, 1), Still(b, 3, 1, last: 5));
        yield return One("a skipped boot that sealed nothing, or is not known", b, "...", 0, 0, [1, 3, 5], Still(b, 1, 1),
            Still(b, 3, 1, last: 0), Still(b, 5, 1, last: null));
        yield return One("drops of two boots", b, ".M..M.", 2, 3, [2], Still(b, 1, 1), Still(b, 1, 3, dropped: 1),
            Still(b, 2, 1, last: 3), Still(b, 2, 3, last: 3, dropped: 2));
        yield return One("the last boot there can be", b, "..", 0, 0, [uint.MaxValue],
            Still(b, uint.MaxValue - 1, 1), Still(b, uint.MaxValue, 1, last: 1));
        yield return One("a tail of four billion", b, ".M.", 4_294_967_294, 0, [2],
            Still(b, 1, 1), Still(b, 2, 1, last: uint.MaxValue));
        yield return One("a boot that claims less than is here", b, "...", 0, 0, [2],
            Still(b, 1, 1), Still(b, 1, 2), Still(b, 2, 1, last: 1));
    }

    private static IEnumerable<StreamCase> Others(CaseBase b)
    {
        CaseBase other = b with { Key = b.OtherKey };
        yield return new StreamCase("no files", [], []);
        yield return new StreamCase("two devices", [Still(b, 1, 2), Still(other, 1, 1), Still(b, 1, 1)],
            [new(b.Key, "..", 0, 0, 1), new(b.OtherKey, ".", 0, 0, 1)]);
        yield return new StreamCase("two devices, one asked for", [Still(b, 1, 2), Still(other, 1, 1), Still(b, 1, 1)],
            [new(b.Key, "..", 0, 0, 1), new(b.OtherKey, "F", 0, 0, 1)]) { Device = b.Key.Id };
        yield return new StreamCase("files without order",
            [Still(b, 1, 1), b.Still, [.. Still(b, 1, 2), 0], [1, 2, 3], Still(b, 1, 3)],
            [new(b.Key, ".M.", 1, 0, 1)], "UNX");
        yield return new StreamCase("a tampered twin is no conflict", [Still(b, 1, 1), [.. Still(b, 1, 1), 0]],
            [new(b.Key, ".", 0, 0, 1)], "N");
        yield return new StreamCase("a tampered next boot tells nothing", [Still(b, 1, 1), [.. Still(b, 2, 1, last: 5), 0]],
            [new(b.Key, ".", 0, 0, 1)], "N");
        yield return new StreamCase("conflict before foreign", [Still(b, 1, 1), Still(b, 1, 1, other: true)],
            [new(b.Key, "CC", 0, 0, 1)]) { Device = b.OtherKey.Id };
    }

    private static StreamCase One(string name, CaseBase b, string letters, long missing, long declared, uint[] tails,
        params byte[][] files) =>
        new(name, files, [new(b.Key, letters, missing, declared, tails)]);

    private static byte[] Still(CaseBase b, uint boot, uint sequence, uint? last = null, uint dropped = 0, bool other = false) =>
        TokenMaker.Seal(b.Recipe with
        {
            Boot = boot, Sequence = sequence, PreviousLast = last, Dropped = dropped, Still = other ? b.OtherStill : b.Still,
        });
}
