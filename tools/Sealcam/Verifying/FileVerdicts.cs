using System.Text.Json;
using Sealcam.Verify;

namespace Sealcam.Tool.Verifying;

/// <summary>Verifies single files, each for itself.</summary>
internal static class FileVerdicts
{
    /// <summary>0 if every file is authentic (and whatever else was asked), 1 if not.</summary>
    public static int Report(IReadOnlyList<string> files, Question question, bool json)
    {
        var results = files.SelectMany(StillFiles.Read).Select(still => (still.Name, finding: Verify(still.Bytes, question))).ToList();
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(results.Select(one => Described.Still(one.Name, one.finding)), Described.JsonStyle));
        }
        else
        {
            results.SelectMany(one => Described.Lines(one.Name, one.finding)).ToList().ForEach(Console.WriteLine);
        }

        return results.All(one => one.finding.Verdict == Verdict.Authentic) ? ExitCode.Ok : ExitCode.Lost;
    }

    private static Finding Verify(byte[]? bytes, Question question) => bytes is null
        ? new Finding(Verdict.Unreadable, "The file is too large to be a still.", null)
        : StillVerifier.Verify(bytes, question);
}
