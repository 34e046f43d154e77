using System.Security.Cryptography;
using System.Text.Json;

namespace Sealcam.Fuzz;

/// <summary>Every step of sealing one still, for whoever writes a device or a verifier: the example of PROTOCOL.md.</summary>
public static class WorkedExample
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    public static Recipe Recipe { get; } = CaseBase.Golden.Recipe with { Nonce = CleanCases.Fill(16, 0x5A) };

    /// <summary>Names and hex, in the order in which they are computed.</summary>
    public static IEnumerable<(string Name, byte[] Value)> Steps()
    {
        Recipe r = Recipe;
        byte[] header = TokenMaker.HeaderFor(r), claims = TokenMaker.ClaimsFor(r),
            signed = TokenMaker.SignedBytes(r, header, claims);
        byte[] hash = SHA256.HashData(signed), signature = r.Key.Sign(signed);
        yield return ("private key", r.Key.D);
        yield return ("device ID", r.Key.Id);
        yield return ("y", r.Key.Y);
        yield return ("still", r.Still);
        yield return ("digest", TokenMaker.DigestOf(r.Still));
        yield return ("protected header", header);
        yield return ("claims", claims);
        yield return ("Sig_structure", signed);
        yield return ("its SHA-256", hash);
        yield return ("k", TestKey.Fixed(r.Key.NonceOf(hash)));
        yield return ("r", signature[..32]);
        yield return ("s", signature[32..]);
        yield return ("segment", TokenMaker.SegmentFor(r));
        yield return ("sealed still", TokenMaker.Seal(r));
    }

    public static string Json() =>
        JsonSerializer.Serialize(Steps().ToDictionary(step => step.Name, step => Vectors.Hex(step.Value)), _json) + "\n";

    /// <summary>
    /// The same as PROTOCOL.md prints it: hex in lines of 64 bytes under each name. The sealed still is left to the reader.
    /// </summary>
    public static string Text() => string.Concat(Steps().SkipLast(1).Select(step =>
        $"{step.Name} ({step.Value.Length}):\n" + string.Concat(step.Value.Chunk(64).Select(row => Vectors.Hex(row) + "\n"))));
}
