using System.Security.Cryptography;

namespace Sealcam.Fuzz;

/// <summary>The files that were signed and are authentic: a mutation may give one of them back, by undoing itself.</summary>
public static class Genuine
{
    private static readonly HashSet<string> _hashes = [.. Enumerable.Range(0, 16)
        .SelectMany(i => Cases.Of(CaseBase.Numbered(i)))
        .Where(c => c.Verdict is '.' or 'S' or 'F' or 'R' or 'C')
        .Select(c => Hash(c.File))];

    public static bool Knows(byte[] file) => _hashes.Contains(Hash(file));

    private static string Hash(byte[] file) => Convert.ToHexString(SHA256.HashData(file));
}
