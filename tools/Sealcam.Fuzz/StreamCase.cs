using Sealcam.Verify;

namespace Sealcam.Fuzz;

/// <summary>A set of files, and what PROTOCOL.md 4.3 makes of it.</summary>
/// <param name="Name">What the set shows.</param>
/// <param name="Files">In the order in which the verifier gets them, which is to make no difference.</param>
/// <param name="Streams">For each device what is expected, in the order of the device IDs as text.</param>
/// <param name="Unordered">The letters of the files that belong to no stream, in the order given.</param>
public sealed record StreamCase(string Name, byte[][] Files, StreamCase.Expected[] Streams, string Unordered = "")
{
    /// <summary>32 bytes: the device ID asked for, or null.</summary>
    public byte[]? Device { get; init; }

    /// <param name="Key">The device.</param>
    /// <param name="Letters">As <see cref="DeviceStream.Letters"/> writes them.</param>
    /// <param name="Missing">Stills known to be missing.</param>
    /// <param name="Declared">Stills declared as dropped.</param>
    /// <param name="UnknownTails">Boot counts.</param>
    public sealed record Expected(TestKey Key, string Letters, long Missing, long Declared, params uint[] UnknownTails);

    /// <summary>What is wrong with the verifier's report, or null.</summary>
    public string? Fault()
    {
        StreamVerifier verifier = new(new Question { Device = Device });
        for (int i = 0; i < Files.Length; i++)
        {
            verifier.Add(i.ToString(), Files[i]);
        }

        StreamReport report = verifier.Report();
        string unordered = string.Concat(report.Unordered.Select(still => still.Finding.Verdict));
        string found = string.Join("; ", report.Devices.Select(s =>
            Show(s.Device, s.Letters, s.Missing, s.Declared, [.. s.UnknownTails])).Append(unordered));
        string wanted = string.Join("; ", Ordered().Select(e =>
            Show(DeviceId.ToText(e.Key.Id), e.Letters, e.Missing, e.Declared, e.UnknownTails)).Append(Unordered));
        return found == wanted ? null : $"{Name}: found {found}, wanted {wanted}";
    }

    public Dictionary<string, object> ToVector()
    {
        Dictionary<string, object> vector = new() { ["name"] = Name };
        if (Device is not null)
        {
            vector["device"] = Vectors.Hex(Device);
        }

        vector["streams"] = Ordered().Select(e => new Dictionary<string, object>
        {
            ["device"] = Vectors.Hex(e.Key.Id), ["letters"] = e.Letters, ["missing"] = e.Missing, ["declared"] = e.Declared,
            ["unknownTails"] = e.UnknownTails,
        }).ToArray();
        vector["unordered"] = Unordered;
        vector["files"] = Files.Select(Vectors.Hex).ToArray();
        return vector;
    }

    private IEnumerable<Expected> Ordered() => Streams.OrderBy(e => DeviceId.ToText(e.Key.Id), StringComparer.Ordinal);

    private static string Show(string device, string letters, long missing, long declared, uint[] tails) =>
        $"{device[..8]} {letters} missing {missing} declared {declared} tails {string.Join(',', tails)}";
}
