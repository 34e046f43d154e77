using System.Text.Json;
using Sealcam.Verify;

namespace Sealcam.Fuzz;

/// <summary>Whether the verifiers say what a case wants, and the same.</summary>
public static class Comparison
{
    /// <summary>What is wrong with the .NET verifier's finding, or null.</summary>
    public static string? Fault(Case c, Finding finding) => finding.Verdict != c.Verdict
        ? $"{c.Name}: {finding.Verdict} instead of {c.Verdict}: {finding.Reason}"
        : finding.Token is null == Verdict.IsProved(finding.Verdict) ? $"{c.Name}: claims shown or hidden wrongly" : null;

    /// <summary>What is wrong with the JavaScript verifier's answer beside the .NET one's, or null.</summary>
    public static string? Fault(Case c, Finding finding, NodeVerifier.Answer answer) =>
        answer.Verdict != finding.Verdict.ToString() || answer.Reason != finding.Reason
            ? $"{c.Name}: JavaScript {answer.Verdict} ({answer.Reason}), .NET {finding.Verdict} ({finding.Reason})"
            : Text(finding.Token) != Text(answer.Token) ? $"{c.Name}: JavaScript and .NET read different claims" : null;

    /// <summary>The claims in one line.</summary>
    public static string Text(Token? token) => token is null ? "" : string.Join(' ',
        Hex(token.DeviceId), token.Device, token.BootCount, token.Sequence, Hex(token.Digest), token.IssuedAt,
        token.Nonce is null ? "" : Hex(token.Nonce), token.Uptime, token.FrameAgeMs, token.ClockQuality,
        token.Dropped, token.PreviousLast, token.SegmentBytes);

    private static string Text(JsonElement? json) => json is not { ValueKind: JsonValueKind.Object } token ? "" : string.Join(' ',
        new[]
        {
            "deviceId", "device", "bootCount", "sequence", "digest", "issuedAt", "nonce", "uptime", "frameAgeMs", "clockQuality",
            "dropped", "previousLast", "segmentBytes",
        }.Select(name => token.GetProperty(name).ToString()));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
