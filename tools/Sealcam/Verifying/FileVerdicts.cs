using System.Text.Json;
using Sealcam.Verify;

namespace Sealcam.Tool.Verifying;

/// <summary>Verifies single files and tells a person or a script what came out.</summary>
internal static class FileVerdicts
{
    /// <summary>Bytes: no camera makes a larger still, and a verifier need not read one.</summary>
    private const long MostBytes = 64 << 20;

    /// <summary>0 if every file is authentic (and from the device asked for), 1 if not; unreadable paths are an error of the machine.</summary>
    public static int Report(IReadOnlyList<FileInfo> files, Question? question, bool json)
    {
        var results = files.Select(file => (file, finding: Verify(file, question))).ToList();
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(results.Select(result => Describe(result.file, result.finding)), JsonStyle));
        }
        else
        {
            results.ForEach(result => Print(result.file, result.finding));
        }

        return results.All(result => result.finding.Verdict == Verdict.Authentic) ? ExitCode.Ok : ExitCode.Lost;
    }

    private static JsonSerializerOptions JsonStyle { get; } = new() { WriteIndented = true };

    private static Finding Verify(FileInfo file, Question? question)
    {
        if (Directory.Exists(file.FullName))
        {
            throw new UsageException($"'{file}' is a folder; name the stills in it.");
        }

        if (file.Exists && file.Length > MostBytes)
        {
            return new Finding(Verdict.Unreadable, $"The file is larger than {MostBytes >> 20} MB.", null);
        }

        return StillVerifier.Verify(File.ReadAllBytes(file.FullName), question);
    }

    private static void Print(FileInfo file, Finding finding)
    {
        Console.WriteLine($"{finding.Verdict} {file}: {Verdict.Name(finding.Verdict)}. {finding.Reason}");
        if (finding.Token is Token token)
        {
            string time = token.IssuedAt is uint iat ? DateTimeOffset.FromUnixTimeSeconds(iat).ToString("yyyy-MM-dd HH:mm:ss 'UTC'") : "no time";
            Console.WriteLine($"    device {token.Device}");
            Console.WriteLine($"    order  {token.BootCount}-{token.Sequence}   {time} (clock: {ClockName(token.ClockQuality)})   "
                + $"uptime {token.Uptime} s   frame age {token.FrameAgeMs} ms   dropped {token.Dropped}");
            if (token.Nonce is byte[] nonce)
            {
                Console.WriteLine($"    answers nonce {Convert.ToHexStringLower(nonce)}");
            }
        }
    }

    private static object Describe(FileInfo file, Finding finding) => new
    {
        file = file.ToString(),
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
