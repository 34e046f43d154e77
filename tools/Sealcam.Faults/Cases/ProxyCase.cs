namespace Sealcam.Faults;

/// <summary>One fault below TLS, at a byte of the first connection: <c>proxy.cut.toserver.1200</c>.</summary>
internal sealed record ProxyCase(ProxyFault Fault) : ICase
{
    private const int Stills = 3, PatienceMs = 400;

    /// <summary>
    /// Bytes of the first connection, by what they lie in at TLS 1.3: the handshake's first record and its later ones, the heads
    /// and bodies of the stills, the receipts.
    /// </summary>
    private static readonly int[] ToServer = [0, 5, 300, 700, 1200, 1700, 2500, 5000, 9000, 14000], ToDevice = [0, 5, 120, 600, 1100, 1500, 1700, 1900];

    public string Id => $"proxy.{Fault.Kind}.{Fault.Way}.{Fault.Offset}".ToLowerInvariant();

    public static IEnumerable<ProxyCase> All() =>
        from kind in Enum.GetValues<ProxyFaultKind>()
        from way in Enum.GetValues<Way>()
        from offset in way == Way.ToServer ? ToServer : ToDevice
        select new ProxyCase(new ProxyFault(kind, way, offset, AmountOf(kind)));

    /// <exception cref="FormatException">It is not the id of a case.</exception>
    public static ProxyCase Parse(string id) =>
        id.Split('.') is [_, var kind, var way, var offset] && Enum.TryParse(kind, true, out ProxyFaultKind k)
            && Enum.TryParse(way, true, out Way w) ? new ProxyCase(new ProxyFault(k, w, int.Parse(offset), AmountOf(k)))
            : throw new FormatException($"'{id}' is no case");

    public async Task<CaseResult> RunAsync(Receiver receiver, Action<string>? line = null)
    {
        await using var proxy = new FaultyProxy(receiver.Port, new ScriptedWeather((1, Fault)));
        using var bench = new Bench(receiver, Setup.All[0], Stills, FaultCase.Seed(Id), [], line ?? (_ => { }),
            new Route { Port = proxy.Port, PatienceMs = PatienceMs });
        return await FaultCase.JudgeAsync(Id, bench, receiver, Stills) with { Met = proxy.Faults };
    }

    private static int AmountOf(ProxyFaultKind kind) => kind switch
    {
        ProxyFaultKind.Stall => 150,
        ProxyFaultKind.Delay => 5,
        ProxyFaultKind.Throttle => 200_000,
        ProxyFaultKind.Chop => 500,
        _ => 0,
    };
}
