using System.CommandLine;
using Sealcam.Fleets.Plot;
using Sealcam.Fleets.Storm;
using Sealcam.Tool.Fleets;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam fleet storm</c>: thousands of agents lose and regain their server, in virtual time.</summary>
internal static class FleetCommand
{
    public static Command Create() => new("fleet", "Simulate a whole fleet in virtual time.") { Storm() };

    private static Command Storm()
    {
        Option<int> agents = OptionParsers.Number("--agents", "How many agents; with much fewer the peak of a second is mostly chance.", 10_000, 100, 100_000);
        Option<TimeSpan> outage = OptionParsers.Span("--outage", "How long the server is gone; at most 1h.",
            TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(3));
        Option<TimeSpan> blip = OptionParsers.Span("--blip",
            "How long the server restarts; shorter than the first window of 5 s.",
            TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));
        Option<int> rate = OptionParsers.Number("--rate", "Handshakes a second of the slow server.", 200, 60, 100_000);
        Option<int> seed = OptionParsers.Number("--seed", "Seed; the same one gives the same figures.", 1, 0, int.MaxValue);
        var only = new Option<string?>("--only") { Description = "One scenario alone." };
        only.AcceptOnlyFromAmong(Scenarios.Names);
        var plot = new Option<FileInfo?>("--plot") { Description = "Draw the runs into this SVG file." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else." };
        outage.Validators.Add(result => Most(result, TimeSpan.FromHours(1)));
        blip.Validators.Add(result => Most(result, TimeSpan.FromSeconds(4.9)));
        var command = new Command("storm", "Have a fleet lose its server together, and see how it comes back.")
        {
            agents, outage, blip, rate, seed, only, plot, json,
        };
        command.SetAction(parsed => Run(
            Scenarios.All(parsed.GetValue(outage), parsed.GetValue(blip), parsed.GetValue(rate), parsed.GetValue(agents))
                .Where(one => parsed.GetValue(only) is not { } name || one.Name == name),
            parsed.GetValue(agents), parsed.GetValue(seed), parsed.GetValue(plot), parsed.GetValue(json)));
        return command;
    }

    private static int Run(IEnumerable<Scenario> scenarios, int agents, int seed, FileInfo? plot, bool json)
    {
        List<Recovery> runs = [];
        foreach (Scenario scenario in scenarios)
        {
            Recovery run = StormRun.Run(scenario, agents, seed);
            runs.Add(run);
            if (!json)
            {
                Console.WriteLine(StormReport.Line(run));
            }
        }

        if (json)
        {
            Console.WriteLine(StormReport.Json(runs, seed));
        }

        if (plot != null)
        {
            File.WriteAllText(plot.FullName, StormPlot.Draw(runs));
        }

        return runs.All(run => run.Holds) ? ExitCode.Ok : ExitCode.Lost;
    }

    private static void Most(System.CommandLine.Parsing.OptionResult result, TimeSpan most)
    {
        if (result.GetValueOrDefault<TimeSpan>() > most)
        {
            result.AddError($"{result.Option.Name} is at most {most.TotalSeconds} s.");
        }
    }
}
