using System.Text.Json;
using Sealcam.Verify;

namespace Sealcam.Tool.Verifying;

/// <summary>Verifies a set of stills: one letter for each and for each that is missing, in order (PROTOCOL.md 4.3).</summary>
internal static class StreamVerdicts
{
    /// <summary>0 if all are authentic and none is missing beyond what its camera declared, 1 if not.</summary>
    public static int Report(string set, Question question, bool verbose, bool json)
    {
        var verifier = new StreamVerifier(question);
        foreach ((string name, byte[]? bytes) in StillFiles.Read(set))
        {
            // Too large for a still: one byte is unreadable as well, and costs nothing.
            verifier.Add(name, bytes ?? [0]);
        }

        StreamReport report = verifier.Report();
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(Describe(report), Described.JsonStyle));
        }
        else
        {
            Print(report, verbose);
        }

        bool isEmpty = report.Devices.Count == 0 && report.Unordered.Count == 0;
        if (isEmpty)
        {
            Console.Error.WriteLine($"sealcam: no stills in '{set}'.");
        }

        return !isEmpty && report.Unordered.Count == 0 && report.Devices.All(IsWhole) ? ExitCode.Ok : ExitCode.Lost;
    }

    private static bool IsWhole(DeviceStream stream) => stream.Lost == 0
        && stream.Items.All(item => item.Still is null || item.Still.Finding.Verdict == Verdict.Authentic);

    private static void Print(StreamReport report, bool verbose)
    {
        foreach (DeviceStream stream in report.Devices)
        {
            Console.WriteLine(stream.Device);
            Console.WriteLine($"  {stream.Letters}");
            Console.WriteLine($"  {stream.Items.Count(item => item.Still is not null)} stills, {stream.Missing} missing, "
                + $"{stream.Declared} declared as dropped, {stream.Lost} withheld or lost{Tails(stream)}");
            foreach (string remark in stream.Remarks)
            {
                Console.WriteLine($"  {remark}");
            }

            if (verbose)
            {
                stream.Items.SelectMany(Lines).ToList().ForEach(line => Console.WriteLine($"  {line}"));
            }
        }

        if (report.Unordered.Count > 0)
        {
            Console.WriteLine($"without order: {string.Concat(report.Unordered.Select(still => still.Finding.Verdict))}");
            foreach (StreamStill still in report.Unordered.Where(_ => verbose))
            {
                Console.WriteLine($"  {still.Finding.Verdict} {still.Name}: {still.Finding.Reason}");
            }
        }
    }

    private static string Tails(DeviceStream stream) => stream.UnknownTails.Count == 0 ? ""
        : $"; not known how boot {string.Join(", ", stream.UnknownTails)} ended";

    private static IEnumerable<string> Lines(StreamItem item) => item.Gap is Gap gap
        ? [$"{Verdict.Missing} boot {gap.Boot}, sequence {gap.First}{(gap.Count > 1 ? $" to {gap.Last}" : "")}: missing"]
        : [$"{item.Still!.Finding.Verdict} {item.Still.Name}: {item.Still.Finding.Reason}"];

    private static object Describe(StreamReport report) => new
    {
        devices = report.Devices.Select(stream => new
        {
            device = stream.Device,
            letters = stream.Letters,
            missing = stream.Missing,
            declared = stream.Declared,
            lost = stream.Lost,
            unknownTails = stream.UnknownTails,
            remarks = stream.Remarks,
            gaps = stream.Gaps.Select(gap => new { boot = gap.Boot, first = gap.First, last = gap.Last }),
            stills = stream.Items.Where(item => item.Still is not null).Select(item => Described.Still(item.Still!.Name, item.Still.Finding)),
        }),
        unordered = report.Unordered.Select(still => Described.Still(still.Name, still.Finding)),
    };
}
