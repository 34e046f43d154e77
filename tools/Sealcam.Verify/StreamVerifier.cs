namespace Sealcam.Verify;

/// <summary>
/// Gives the verdicts for a set of stills (PROTOCOL.md 4.3): one letter for each, in order, and an M for each that is missing.
/// Keeps the claims of each still, not the still. Not for several threads at once.
/// </summary>
public sealed class StreamVerifier(Question? question = null)
{
    private readonly Question _question = question ?? new Question();
    private readonly List<StreamStill> _proved = [];
    private readonly List<StreamStill> _unordered = [];

    /// <summary>
    /// Takes one file. What is given back is not final: <see cref="Report"/> may turn the dot into another letter, as a conflict
    /// shows only when both stills are there.
    /// </summary>
    public Finding Add(string name, ReadOnlySpan<byte> file)
    {
        Finding finding = StillVerifier.Authenticate(file);
        (finding.Token is null ? _unordered : _proved).Add(new StreamStill(name, finding));
        return finding;
    }

    /// <summary>The verdicts over everything taken so far. May be asked for again after more files.</summary>
    public StreamReport Report() => new(
        [.. _proved.GroupBy(still => still.Token.Device).OrderBy(group => group.Key, StringComparer.Ordinal).Select(OfDevice)],
        [.. _unordered]);

    private DeviceStream OfDevice(IGrouping<string, StreamStill> stills)
    {
        HashSet<(uint, uint)> conflicts = [.. stills.GroupBy(still => still.Order)
            .Where(same => same.Any(still => !still.Token.Digest.AsSpan().SequenceEqual(same.First().Token.Digest)))
            .Select(same => same.Key)];
        return DeviceStream.Of(stills.OrderBy(still => still.Order).Select(Judged));

        StreamStill Judged(StreamStill still) =>
            still with { Finding = StillVerifier.Judge(still.Finding, _question, conflicts.Contains(still.Order)) };
    }
}
