using System.CommandLine;
using Sealcam.Faults;

namespace Sealcam.Tool.Commands;

/// <summary>
/// <c>sealcam faults</c>: a camera's link to the real server fails at every call in turn, in pairs and at random.
/// </summary>
internal static class FaultsCommand
{
    public static Command Create()
    {
        var line = new Option<bool>("--line") { Description = "Each fault of each call of the scenario." };
        var proxy = new Option<bool>("--proxy") { Description = "Each fault of a proxy at bytes of handshake, request and receipt." };
        Option<int> pairs = OptionParsers.Number("--pairs", "So many pairs of faults.", 0, 0, 1_000_000);
        Option<int> seed = OptionParsers.Number("--seed", "First of the random cases.", 1, 0, int.MaxValue);
        Option<int> count = OptionParsers.Number("--count", "How many random cases.", 0, 0, 1_000_000);
        var replay = new Option<string?>("--replay") { Description = "One case by its id, with the agent's log." };
        var command = new Command("faults", "Fail every call of a camera's link to the real server in turn.") { line, proxy, pairs, seed, count, replay };
        command.SetAction(async (parsed, cancel) =>
        {
            var sweep = new Sweep(Console.WriteLine);
            try
            {
                bool holds = parsed.GetValue(replay) is { } id ? await sweep.ReplayAsync(id) : await sweep.RunAsync(parsed.GetValue(line),
                    parsed.GetValue(proxy), parsed.GetValue(pairs), parsed.GetValue(seed), parsed.GetValue(count), cancel) == 0;
                return holds ? ExitCode.Ok : ExitCode.Lost;
            }
            catch (FormatException fault)
            {
                throw new UsageException(fault.Message);
            }
        });
        return command;
    }
}
