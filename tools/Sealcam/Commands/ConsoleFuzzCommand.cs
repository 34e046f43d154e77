using System.CommandLine;
using System.Diagnostics;
using Sealcam.Tool.Terminals.Fuzz;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam console-fuzz</c>: hostile lines and Improv frames at a console in memory, by a seed.</summary>
internal static class ConsoleFuzzCommand
{
    public static Command Create()
    {
        Option<int> count = OptionParsers.Number("--count", "Lines and frames.", 1_000_000, 1, 100_000_000);
        Option<int> seed = OptionParsers.Number("--seed", "Seed; the same one makes the same input.", 1, 0, int.MaxValue);
        var command = new Command("console-fuzz", "Feed a simulated console hostile lines and Improv frames.") { count, seed };
        command.SetAction(parsed =>
        {
            var watch = Stopwatch.StartNew();
            string? fault = FuzzRun.Run(parsed.GetValue(seed), parsed.GetValue(count), out long typed, out long results);
            Console.WriteLine(fault ?? $"{parsed.GetValue(count)} lines and frames, {typed} bytes, in {watch.Elapsed.TotalSeconds:F1} s: "
                + "no crash, no hang, no secret in the output, memory bounded");
            return fault == null ? ExitCode.Ok : ExitCode.Lost;
        });
        return command;
    }
}
