using Sealcam.Cuts.World;

namespace Sealcam.Cuts.Cases;

/// <summary>Sets of cases.</summary>
internal static class Suites
{
    /// <summary>A cut at each call of the scenario, before it and in it, for each setup.</summary>
    public static IEnumerable<Case> Line() => Setup.All.SelectMany(Line);

    public static IEnumerable<Case> Line(Setup setup)
    {
        int calls = Case.Line(setup).Run().Calls;
        yield return Case.Line(setup);
        for (int call = 1; call <= calls; call++)
        {
            yield return Case.Line(setup, new Cut(call, CutPlace.Before));
            yield return Case.Line(setup, new Cut(call, CutPlace.In));
        }
    }

    /// <summary>Pairs of cuts: the second within the next 60 calls, in which recovery and what follows it happen.</summary>
    public static IEnumerable<Case> Pairs(int count)
    {
        int[] calls = [.. Setup.All.Select(setup => Case.Line(setup).Run().Calls)];
        var dice = new Random(count);
        for (int i = 0; i < count; i++)
        {
            int setup = i % Setup.All.Length;
            yield return Case.Line(Setup.All[setup], new Cut(dice.Next(1, calls[setup] + 1), Place(dice)), new Cut(dice.Next(1, 61), Place(dice)));
        }
    }

    public static IEnumerable<Case> Seeds(int first, int count) => Enumerable.Range(first, count).Select(Case.Random);

    private static CutPlace Place(Random dice) => (CutPlace)dice.Next(1, 4);
}

/// <summary>Sums over many outcomes.</summary>
internal sealed class Tally
{
    private int _cases, _cuts, _boots, _kept, _lost, _unsure;

    public int Failed { get; private set; }

    /// <summary>True if this one failed.</summary>
    public bool Add(Result result)
    {
        bool bad = result.Faults.Count > 0;
        _cases++;
        Failed += bad ? 1 : 0;
        _cuts += result.Cuts;
        _boots += result.Boots;
        _kept += result.Figures.Kept;
        _lost += result.Figures.Lost;
        _unsure += result.Figures.AllTold ? 0 : 1;
        return bad;
    }

    public override string ToString() => $"{_cases} cases, {_cuts} cuts, {_boots} boots, {_kept} stills kept on storage, {_lost} of them dropped and "
        + $"declared, {_unsure} cases with a receipt that the board never saw, {Failed} failed";
}
