namespace Sealcam.Faults;

/// <summary>Sets of cases.</summary>
internal static class Suites
{
    /// <summary>The scenario without a fault, and then with each fault of each of its calls, for each setup.</summary>
    public static async Task<IReadOnlyList<FaultCase>> LineAsync(Receiver receiver)
    {
        var cases = new List<FaultCase>();
        foreach (Setup setup in Setup.All)
        {
            cases.Add(FaultCase.Of(setup));
            cases.AddRange((await SinglesAsync(receiver, setup)).Select(fault => FaultCase.Of(setup, fault)));
        }

        return cases;
    }

    /// <summary>Pairs of faults, spread over all: the second may hit the recovery from the first.</summary>
    public static async Task<IReadOnlyList<FaultCase>> PairsAsync(Receiver receiver, int count)
    {
        var dice = new Random(count);
        var singles = new List<PlannedFault[]>();
        foreach (Setup setup in Setup.All)
        {
            singles.Add([.. await SinglesAsync(receiver, setup)]);
        }

        return [.. Enumerable.Range(0, count).Select(i => FaultCase.Of(Setup.All[i % singles.Count], dice.GetItems(singles[i % singles.Count], 2)))];
    }

    public static IEnumerable<FaultCase> Seeds(int first, int count) => Enumerable.Range(first, count).Select(FaultCase.Random);

    private static async Task<IEnumerable<PlannedFault>> SinglesAsync(Receiver receiver, Setup setup)
    {
        ScriptedLink good = (await FaultCase.Of(setup).RunAsync(receiver)).Link;
        return from call in Enum.GetValues<LinkCall>()
               from number in Enumerable.Range(1, good.Calls(call))
               from kind in PlannedFault.KindsOf(call)
               select new PlannedFault(call, number, kind);
    }
}
