namespace Sealcam.Fuzz;

/// <summary>
/// What is done to one authentic sealed still, systematically: every bit of the segment and of the JPEG's headers flipped, a
/// sample of the scan's, cut everywhere, bytes put in and taken out. The letter is the oracle's: a changed still is never
/// authentic.
/// </summary>
public static class Tampering
{
    public static IEnumerable<Case> Of(CaseBase b, string name)
    {
        byte[] file = b.Sealed();
        return Flips(file, name).Concat(Bytes(file, name)).Concat(Cuts(file, name)).Concat(Swaps(b, name));
    }

    /// <summary>Named cases over the base and everything else above.</summary>
    public static IEnumerable<Case> All(int number)
    {
        CaseBase b = CaseBase.Numbered(number);
        string name = "base " + number + ": ";
        return Cases.Of(b).Select(c => c with { Name = name + c.Name }).Concat(Of(b, name));
    }

    private static IEnumerable<Case> Flips(byte[] file, string name)
    {
        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            byte[] changed = [.. file];
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            yield return Judged($"{name}bit {bit % 8} of byte {bit / 8} flipped", changed);
        }
    }

    private static IEnumerable<Case> Bytes(byte[] file, string name)
    {
        for (int at = 0; at < file.Length; at++)
        {
            yield return Judged($"{name}byte {at} taken out", [.. file[..at], .. file[(at + 1)..]]);
            yield return Judged($"{name}a zero put in at {at}", [.. file[..at], 0, .. file[at..]]);
            if (file[at] != 0xFF)
            {
                yield return Judged($"{name}byte {at} set to FF", [.. file[..at], 0xFF, .. file[(at + 1)..]]);
            }
        }
    }

    private static IEnumerable<Case> Cuts(byte[] file, string name)
    {
        for (int length = 0; length < file.Length; length++)
        {
            yield return Judged($"{name}cut to {length} bytes", file[..length]);
        }
    }

    /// <summary>Whole segments left out, doubled, or exchanged with their neighbours.</summary>
    private static IEnumerable<Case> Swaps(CaseBase b, string name)
    {
        byte[] file = b.Sealed();
        List<Oracle.Part> parts = Oracle.Parts(file)!;
        int end = parts[^1].Start + parts[^1].Bytes.Length;
        byte[] Build(IEnumerable<Oracle.Part> order) => [0xFF, 0xD8, .. order.SelectMany(part => part.Bytes), .. file[end..]];
        for (int i = 0; i < parts.Count; i++)
        {
            yield return Judged($"{name}segment {i} left out", Build(parts.Where((_, at) => at != i)));
            yield return Judged($"{name}segment {i} twice",
                Build(parts.SelectMany((part, at) => Enumerable.Repeat(part, at == i ? 2 : 1))));
            for (int j = i + 1; j < parts.Count; j++)
            {
                List<Oracle.Part> order = [.. parts];
                (order[i], order[j]) = (order[j], order[i]);
                yield return Judged($"{name}segments {i} and {j} exchanged", Build(order));
            }
        }
    }

    private static Case Judged(string name, byte[] file) => new(name, file, Oracle.Letter(file));
}
