using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sealcam.Fuzz;

/// <summary>
/// Writes the golden vectors of Firmware.Tests/Vectors: JSON, one case a line, bytes in hex. The same every time.
/// </summary>
public static class Vectors
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files and their content.</summary>
    public static IEnumerable<(string Name, string Content)> All()
    {
        CaseBase b = CaseBase.Golden;
        yield return ("authentic.json", Lines(CleanCases.Of(b).Concat(CleanCases.Later(b))));
        yield return ("walk.json", Lines(WalkCases.Of(b)));
        yield return ("segment.json", Lines(SegmentCases.Of(b)));
        yield return ("cose.json", Lines(CoseCases.Of(b)));
        yield return ("claims.json", Lines(ClaimCases.Of(b)));
        yield return ("questions.json", Lines(QuestionCases.Of(b)));
        yield return ("streams.json", Rows(StreamCases.Of(b).Select(set => set.ToVector())));
        yield return ("health.json", Rows(HealthCases.Of(b).Select(one => one.ToVector())));
        yield return ("worked.json", WorkedExample.Json());
    }

    public static void Write(string folder)
    {
        foreach ((string name, string content) in All())
        {
            File.WriteAllText(Path.Combine(folder, name), content);
        }
    }

    /// <summary>The cases of a file written by <see cref="Write"/>.</summary>
    public static List<Case> Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Select(ToCase)];
    }

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Lines(IEnumerable<Case> cases) => Rows(cases.Select(ToVector));

    private static string Rows(IEnumerable<Dictionary<string, object>> rows) =>
        "[\n" + string.Join(",\n", rows.Select(row => JsonSerializer.Serialize(row, _json))) + "\n]\n";

    private static Dictionary<string, object> ToVector(Case c)
    {
        Dictionary<string, object> vector = new() { ["name"] = c.Name, ["verdict"] = c.Verdict.ToString() };
        Put(vector, "device", c.Device);
        Put(vector, "nonce", c.Nonce);
        Put(vector, "accepted", c.Accepted);
        if (c.MaxAge is { } age)
        {
            vector["maxAge"] = age;
            vector["now"] = c.Now;
        }

        vector["file"] = Hex(c.File);
        return vector;
    }

    private static void Put(Dictionary<string, object> vector, string name, byte[]? bytes)
    {
        if (bytes is not null)
        {
            vector[name] = Hex(bytes);
        }
    }

    private static Case ToCase(JsonElement vector)
    {
        byte[]? Bytes(string name) =>
            vector.TryGetProperty(name, out JsonElement hex) ? Convert.FromHexString(hex.GetString()!) : null;
        long? Number(string name) => vector.TryGetProperty(name, out JsonElement number) ? number.GetInt64() : null;
        return new Case(vector.GetProperty("name").GetString()!, Bytes("file")!, vector.GetProperty("verdict").GetString()![0])
        {
            Device = Bytes("device"), Nonce = Bytes("nonce"), Accepted = Bytes("accepted"), MaxAge = Number("maxAge"),
            Now = Number("now") ?? 0,
        };
    }
}
