using System.Diagnostics;

namespace Sealcam.Faults;

/// <summary>Runs sets of cases against one server and says what they came to.</summary>
public sealed class Sweep
{
    private readonly Action<string> _line;

    public Sweep(Action<string> line) => _line = line;

    /// <summary>
    /// Each fault of each call, each fault below TLS, then so many pairs, then so many random lives from a seed on. Returns how
    /// many cases failed; each is named by the id that <see cref="ReplayAsync"/> takes.
    /// </summary>
    public async Task<int> RunAsync(bool line, bool proxy, int pairs, int seed, int count, CancellationToken stop = default)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        int failed = 0;
        if (line)
        {
            failed += await ReportAsync(receiver, "each call", await Suites.LineAsync(receiver), stop);
        }

        if (proxy)
        {
            failed += await ReportAsync(receiver, "below TLS", ProxyCase.All(), stop);
        }

        if (pairs > 0)
        {
            failed += await ReportAsync(receiver, "pairs", await Suites.PairsAsync(receiver, pairs), stop);
        }

        return count > 0 ? failed + await ReportAsync(receiver, "seeds", Suites.Seeds(seed, count), stop) : failed;
    }

    /// <summary>One case with the agent's log. True if it holds.</summary>
    /// <exception cref="FormatException">It is not the id of a case.</exception>
    public async Task<bool> ReplayAsync(string id)
    {
        ICase one = ICase.Parse(id);
        await using Receiver receiver = await Receiver.StartAsync();
        _line($"{one}");
        CaseResult result = await one.RunAsync(receiver, _line);
        result.Faults.ToList().ForEach(_line);
        _line($"{result.Met} faults met, {result.Retried} sendings retried, {result.Again} stills came again, {result.Handshakes} handshakes");
        return result.Faults.Count == 0;
    }

    private async Task<int> ReportAsync(Receiver receiver, string name, IEnumerable<ICase> cases, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        int ran = 0, failed = 0, met = 0, retried = 0, again = 0;
        foreach (ICase one in cases)
        {
            stop.ThrowIfCancellationRequested();
            CaseResult result = await one.RunAsync(receiver);
            ran++;
            met += result.Met;
            retried += result.Retried;
            again += result.Again;
            if (result.Faults.Count > 0)
            {
                failed++;
                _line($"FAILED {result.Id}: {string.Join("; ", result.Faults)}");
            }
        }

        _line($"{name}: {ran} cases, {met} faults met, {retried} sendings retried, {again} stills came again and were known, "
            + $"{failed} failed, {watch.Elapsed.TotalSeconds:0} s");
        return failed;
    }
}
