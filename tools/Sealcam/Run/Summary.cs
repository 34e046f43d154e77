using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sealcam.Tool.Run;

/// <summary>What a run came to: the object that <c>--json</c> prints.</summary>
internal sealed record Summary(
    [property: JsonPropertyName("cameras")] IReadOnlyList<CameraSummary> Cameras,
    [property: JsonPropertyName("stored")] long? Stored,
    [property: JsonPropertyName("verified")] long? Verified,
    [property: JsonPropertyName("seconds")] double Seconds)
{
    /// <summary>Of a run that measures them; null else.</summary>
    [JsonPropertyName("heap"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HeapFigures? Heap { get; init; }

    /// <summary>Of a run with faults; null else.</summary>
    [JsonPropertyName("faults"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultFigures? Faults { get; init; }

    /// <summary>The folder was counted: each captured still must be there once and be authentic, no more and no less.</summary>
    [JsonIgnore]
    public bool IsCounted { get; init; }

    /// <summary>
    /// Every still that any camera captured was receipted, and the server has verified as many, if it is one that can be asked.
    /// </summary>
    [JsonIgnore]
    public bool IsWhole => Cameras.All(camera => camera.IsWhole)
        && (Stored is null || (IsCounted ? Verified == Receipted && Stored == Receipted : Verified >= Receipted));

    private long Receipted => Cameras.Sum(camera => (long)camera.Receipted);

    public string ToJson() => JsonSerializer.Serialize(this);
}

/// <summary>What a run's proxy did.</summary>
internal sealed record FaultFigures(
    [property: JsonPropertyName("connections")] int Connections,
    [property: JsonPropertyName("met")] int Met,
    [property: JsonPropertyName("kinds")] IReadOnlyDictionary<string, int> Kinds);

/// <summary>One camera's part of a <see cref="Summary"/>; the counts are those of <see cref="Counters"/>.</summary>
internal sealed record CameraSummary(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("captured")] int Captured,
    [property: JsonPropertyName("recovered")] int Recovered,
    [property: JsonPropertyName("sealed")] int Sealed,
    [property: JsonPropertyName("receipted")] int Receipted,
    [property: JsonPropertyName("refusedByAgent")] int RefusedByAgent,
    [property: JsonPropertyName("refusedByServer")] int RefusedByServer,
    [property: JsonPropertyName("dropped")] int Dropped,
    [property: JsonPropertyName("retried")] int Retried,
    [property: JsonPropertyName("handshakes")] int Handshakes,
    [property: JsonPropertyName("captureToReceiptMs")] Latency CaptureToReceiptMs)
{
    /// <summary>Stills that the camera was to capture; 0 if as many as it liked.</summary>
    [JsonIgnore]
    public int Wanted { get; init; }

    [JsonIgnore]
    public string Name { get; init; } = "";

    [JsonIgnore]
    public bool IsWhole => Captured + Recovered == Receipted && (Wanted == 0 || Captured == Wanted);
}

/// <summary>Milliseconds from trigger to receipt; null while there was none.</summary>
internal sealed record Latency(
    [property: JsonPropertyName("median")] int? Median,
    [property: JsonPropertyName("p95")] int? P95)
{
    public static Latency Of(IEnumerable<int> milliseconds)
    {
        int[] sorted = [.. milliseconds.Order()];
        return sorted.Length == 0 ? new Latency(null, null) : new Latency(At(sorted, 0.5), At(sorted, 0.95));
    }

    // Nearest rank: the smallest value that at least this part of all values does not exceed.
    private static int At(int[] sorted, double part) => sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
}
