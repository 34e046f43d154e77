using System.Security.Cryptography;

namespace Sealcam.Fuzz;

/// <summary>The files that random ones are made from, and those of them that are authentic: a mutation may undo itself.</summary>
public static class Genuine
{
    private static readonly Case[] _cases = [.. Enumerable.Range(0, 8).SelectMany(i => Cases.Of(CaseBase.Numbered(i)))];

    private static readonly HashSet<string> _hashes =
        [.. _cases.Where(c => c.Verdict is '.' or 'S' or 'F' or 'R' or 'C').Select(c => Hash(c.File))];

    /// <summary>Right and wrong ones, under 2,000 bytes each.</summary>
    public static byte[][] Sources { get; } = [.. _cases.Select(c => c.File).Where(file => file.Length < 2000)];

    /// <summary>True if this very file was signed and is authentic.</summary>
    public static bool Knows(byte[] file) => _hashes.Contains(Hash(file));

    private static string Hash(byte[] file) => Convert.ToHexString(SHA256.HashData(file));
}
