using Sealcam.Cuts.Checks;
using Sealcam.Cuts.World;

namespace Sealcam.Cuts.Cases;

/// <summary>A planned cut: at this call after the one before.</summary>
internal sealed record Cut(int Call, CutPlace Place);

/// <summary>What a run came to.</summary>
internal sealed record Result(string Id, IReadOnlyList<string> Faults, int Calls, int Cuts, int Boots, Figures Figures, int Commits, int Blocks);

/// <summary>
/// One run, wholly given by its id: <c>line.SETUP.CALL.PLACE</c>, <c>pair.SETUP.CALL.PLACE.CALL.PLACE</c> or <c>seed.NUMBER</c>;
/// with PLACE b, i or a for before, in or after the call.
/// </summary>
internal sealed record Case(string Id, Setup Setup, Act[] Acts, IReadOnlyList<Cut> Cuts, int Seed)
{
    private const string Places = "?bia";

    public static Case Line(Setup setup, params Cut[] cuts)
    {
        string id = (cuts.Length > 1 ? "pair." : "line.") + setup.Name + string.Concat(cuts.Select(c => $".{c.Call}.{Places[(int)c.Place]}"));
        return new Case(id, setup, Scenario.Whole, cuts, StableHash(id));
    }

    public static Case Random(int seed)
    {
        var dice = new Random(seed);
        Setup setup = World.Setup.All[dice.Next(World.Setup.All.Length)];
        setup = setup with { StorageBytes = dice.Next(20, 120) * 1024, StorageStills = dice.Next(2, 20), RamBlocks = dice.Next(4, 24) };
        Act[] acts = Scenario.Random(dice);
        var cuts = new Cut[dice.Next(0, 7)];
        for (int i = 0; i < cuts.Length; i++)
        {
            // Some right after a boot, where recovery is at work, the others anywhere.
            cuts[i] = new Cut(dice.Next(2) == 0 ? dice.Next(1, 12) : dice.Next(1, 250), (CutPlace)dice.Next(1, 4));
        }

        return new Case($"seed.{seed}", setup, acts, cuts, seed);
    }

    /// <exception cref="FormatException">It is not the id of a case.</exception>
    public static Case Parse(string id)
    {
        string[] parts = id.Split('.');
        if (parts is ["seed", var number])
        {
            return Random(int.Parse(number));
        }

        Setup setup = Array.Find(World.Setup.All, one => one.Name == parts[1]) ?? throw new FormatException($"no setup {parts[1]}");
        var cuts = new List<Cut>();
        for (int i = 2; i + 1 < parts.Length; i += 2)
        {
            cuts.Add(new Cut(int.Parse(parts[i]), (CutPlace)Places.IndexOf(parts[i + 1][0])));
        }

        return Line(setup, [.. cuts]);
    }

    public Result Run(Action<string>? line = null)
    {
        var bench = new Bench(Setup, new Random(Seed), line ?? (_ => { }));
        foreach (Cut cut in Cuts)
        {
            bench.Power.Plan(cut.Call, cut.Place);
        }

        try
        {
            bench.Boot();
            foreach (Act act in Acts)
            {
                Perform(bench, act, line);
            }

            bench.Power.Calm();
            foreach (Act act in (Act[])[new Restart(false), new Audit()])
            {
                Perform(bench, act, line);
            }
        }
        catch (Exception e)
        {
            bench.Books.Wrong($"{e.GetType().Name}: {e.Message} {e.StackTrace}");
        }

        return new Result(Id, bench.Books.Faults, bench.Power.Calls, bench.Power.Cuts, bench.Boots, bench.Books.Figures, bench.Flash.Commits,
            bench.Flash.DataBlocks);
    }

    private static void Perform(Bench bench, Act act, Action<string>? line)
    {
        line?.Invoke($"-- {act}");
        for (int tries = 0; bench.Books.Faults.Count == 0 && !act.Do(bench); tries++)
        {
            if (tries > 20)
            {
                bench.Books.Wrong($"{act} cannot be done");
            }

            while (!bench.Power.IsOn)
            {
                bench.Boot();
            }
        }
    }

    private static int StableHash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));
}
