using System.Diagnostics;
using Sealcam.Cuts.Cases;
using Sealcam.Cuts.World;

namespace Sealcam.Cuts;

/// <summary>
/// Cuts a camera's power at every call, at pairs of calls and at random, and checks what must hold after each reboot. Exit code 0
/// if it all holds, 1 with the id of each case that fails, 2 for a wrong command line.
/// </summary>
internal static class Program
{
    private const string Usage = """
        usage: Sealcam.Cuts [--line] [--pairs COUNT] [--seed FIRST --count COUNT] [--replay ID]
          --line        a cut at call 1, 2, 3 ... of the scenario, before and in it, for each setup
          --pairs       this many pairs of cuts, spread over all
          --seed        random lives with random cuts, from this seed on
          --replay      one case, with its log
        """;

    public static int Main(string[] args)
    {
        try
        {
            return Array.IndexOf(args, "--replay") is int at and >= 0 ? Replay(args[at + 1]) : Run(args);
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or OverflowException)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
    }

    private static int Replay(string id)
    {
        Result result = Case.Parse(id).Run(Console.WriteLine);
        result.Faults.ToList().ForEach(fault => Console.WriteLine($"FAILED {result.Id}: {fault}"));
        string verdict = result.Faults.Count == 0 ? "holds" : "does not hold";
        Console.WriteLine($"{result.Id} {verdict}: {result.Cuts} cuts, {result.Boots} boots, {result.Calls} calls; {result.Figures}");
        return result.Faults.Count == 0 ? 0 : 1;
    }

    private static int Run(string[] args)
    {
        int failed = 0;
        if (args.Contains("--line"))
        {
            failed += Report("line", Suites.Line());
        }

        if (args.Contains("--pairs"))
        {
            failed += Report("pairs", Suites.Pairs(Number(args, "--pairs", 0)));
        }

        if (args.Contains("--seed"))
        {
            failed += Report("seeds", Suites.Seeds(Number(args, "--seed", 1), Number(args, "--count", 10_000)));
        }

        if (args.Length == 0)
        {
            throw new FormatException();
        }

        return failed == 0 ? 0 : 1;
    }

    private static int Report(string name, IEnumerable<Case> cases)
    {
        var watch = Stopwatch.StartNew();
        var tally = new Tally();
        foreach (Case one in cases)
        {
            Result result = one.Run();
            if (tally.Add(result))
            {
                Console.WriteLine($"FAILED {result.Id}: {string.Join("; ", result.Faults)}");
            }
        }

        Console.WriteLine($"{name}: {tally} in {watch.Elapsed.TotalSeconds:0} s");
        return tally.Failed;
    }

    private static int Number(string[] args, string option, int otherwise) =>
        Array.IndexOf(args, option) is int at and >= 0 ? int.Parse(args[at + 1]) : otherwise;
}
