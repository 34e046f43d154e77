using System.CommandLine;
using Sealcam.Tool.Bench;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam bench-requests</c>: from asking for a still to having it, on this machine.</summary>
internal static class RequestBenchCommand
{
    public static Command Create()
    {
        Option<int> count = OptionParsers.Number("--count", "How many requests.", 50, 1, 10_000);
        Option<TimeSpan> exposure = OptionParsers.Span("--exposure", "What the simulated sensor takes.",
            TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(1));
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };
        var command = new Command("bench-requests", "Measure the time from asking for a still to having it, verified.")
        {
            count, exposure, json,
        };
        command.SetAction((parsed, cancel) =>
            RequestBench.RunAsync(parsed.GetValue(count), parsed.GetValue(exposure), parsed.GetValue(json), cancel));
        return command;
    }
}
