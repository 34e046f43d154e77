namespace Sealcam.Ingest;

/// <summary>A request of a device that was not accepted.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code of the error body.</param>
/// <param name="Sentence">Why, in ASCII; the device is told the same.</param>
/// <param name="Device">Device ID of the connection's certificate as text; null if its key makes none.</param>
public sealed record Refusal(int Status, ErrorCode Code, string Sentence, string? Device)
{
    /// <summary>Seconds after which the device may try again, for 503 and 507.</summary>
    internal int? RetryAfter { get; init; }

    /// <summary>What follows on the connection cannot be trusted to be a request.</summary>
    internal bool Close { get; init; }
}
