using System.Text.Json;
using Sealcam.Verify;

namespace Sealcam.Tool.Verifying;

/// <summary>How findings are written: as objects for <c>--json</c>, as lines for people.</summary>
internal static class Described
{
    public static JsonSerializerOptions JsonStyle { get; } = new() { WriteIndented = true };

    public static object Still(string name, Finding finding) => new
    {
        file = name,
        verdict = finding.Verdict.ToString(),
        name = Verdict.Name(finding.Verdict),
        reason = finding.Reason,
        claims = finding.Token is not Token token ? null : new
        {
            device = token.Device,
            bootCount = token.BootCount,
            sequence = token.Sequence,
            digest = Convert.ToHexStringLower(token.Digest),
            issuedAt = token.IssuedAt,
            clockQuality = token.ClockQuality,
            uptime = token.Uptime,
            frameAgeMs = token.FrameAgeMs,
            dropped = token.Dropped,
            previousLast = token.PreviousLast,
            nonce = token.Nonce is byte[] nonce ? Convert.ToHexStringLower(nonce) : null,
            segmentBytes = token.SegmentBytes,
        },
    };

    public static IEnumerable<string> Lines(string name, Finding finding)
    {
        yield return $"{finding.Verdict} {name}: {Verdict.Name(finding.Verdict)}. {finding.Reason}";
        if (finding.Token is not Token token)
        {
            yield break;
        }

        string time = token.IssuedAt is uint iat ? DateTimeOffset.FromUnixTimeSeconds(iat).ToString("yyyy-MM-dd HH:mm:ss 'UTC'") : "no time";
        yield return $"    device {token.Device}";
        yield return $"    order  {token.BootCount}-{token.Sequence}   {time} (clock: {ClockName(token.ClockQuality)})   "
            + $"uptime {token.Uptime} s   frame age {token.FrameAgeMs} ms   dropped {token.Dropped}";
        if (token.Nonce is byte[] nonce)
        {
            yield return $"    answers nonce {Convert.ToHexStringLower(nonce)}";
        }
    }

    private static string ClockName(int quality) => quality switch
    {
        0 => "none",
        1 => "stored",
        2 => "operator",
        3 => "network",
        4 => "receipt",
        _ => quality.ToString(),
    };
}
