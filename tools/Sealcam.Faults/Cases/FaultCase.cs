namespace Sealcam.Faults;

/// <summary>What a case came to.</summary>
internal sealed record CaseResult(string Id, IReadOnlyList<string> Faults, int Met, int Retried, int Again, int Handshakes, ScriptedLink Link);

/// <summary>A run that its id repeats.</summary>
internal interface ICase
{
    string Id { get; }

    Task<CaseResult> RunAsync(Receiver receiver, Action<string>? line = null);

    /// <exception cref="FormatException">It is not the id of a case.</exception>
    static ICase Parse(string id) => id.StartsWith("proxy.", StringComparison.Ordinal) ? ProxyCase.Parse(id) : FaultCase.Parse(id);
}

/// <summary>
/// One run, wholly given by its id: a setup with the faults of its calls, as in <c>ram.write.3.garble</c> or
/// <c>ram.connect.1.throw+read.2.end</c>, or <c>seed.NUMBER</c>.
/// </summary>
internal sealed record FaultCase(string Id, Setup Setup, int Stills, IReadOnlyList<PlannedFault> Plan) : ICase
{
    private const int FewStills = 3;

    public static FaultCase Of(Setup setup, params PlannedFault[] plan) =>
        new($"{setup.Name}.{string.Join('+', plan.Select(fault => fault.ToString()))}", setup, FewStills, plan);

    /// <summary>Many stills and faults anywhere.</summary>
    public static FaultCase Random(int seed)
    {
        var dice = new Random(seed);
        Setup setup = Setup.All[dice.Next(Setup.All.Length)];
        var plan = new PlannedFault[dice.Next(1, 10)];
        for (int i = 0; i < plan.Length; i++)
        {
            var call = (LinkCall)dice.Next(Enum.GetValues<LinkCall>().Length);
            IReadOnlyList<LinkFaultKind> kinds = PlannedFault.KindsOf(call);
            plan[i] = new PlannedFault(call, dice.Next(1, call is LinkCall.Write ? 30 : 12), kinds[dice.Next(kinds.Count)]);
        }

        return new FaultCase($"seed.{seed}", setup, dice.Next(2, 9), plan);
    }

    /// <exception cref="FormatException">It is not the id of a case.</exception>
    public static FaultCase Parse(string id)
    {
        if (id.Split('.') is not [var first, ..] parts || parts.Length < 2)
        {
            throw new FormatException($"'{id}' is no case");
        }

        if (first == "seed")
        {
            return Random(int.Parse(parts[1]));
        }

        Setup setup = Array.Find(Setup.All, one => one.Name == first) ?? throw new FormatException($"no setup '{first}'");
        string plan = id[(first.Length + 1)..];
        return plan.Length == 0 ? Of(setup) : Of(setup, [.. plan.Split('+').Select(PlannedFault.Parse)]);
    }

    /// <summary>Runs it against a server that other cases may use, each as a camera of its own.</summary>
    public async Task<CaseResult> RunAsync(Receiver receiver, Action<string>? line = null)
    {
        using var bench = new Bench(receiver, Setup, Stills, Seed(Id), Plan, line ?? (_ => { }));
        return await JudgeAsync(Id, bench, receiver, Stills);
    }

    internal static int Seed(string id) => id.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));

    /// <summary>Runs a camera to its end and says what does not hold.</summary>
    internal static async Task<CaseResult> JudgeAsync(string id, Bench bench, Receiver receiver, int stills)
    {
        var faults = new List<string>();
        if (!bench.Run())
        {
            faults.Add($"the agent does not come to rest: {bench.Agent.Uplink.State}, {bench.Agent.Uplink.LastFault}");
        }

        faults.AddRange(bench.Faults());
        faults.AddRange(await receiver.FaultsAsync(bench.Device, stills));
        return new CaseResult(
            id, faults, bench.Link.Met, bench.Agent.Counters.Retried, receiver.SeenOf(bench.Device).Again, bench.Handshakes, bench.Link);
    }
}
