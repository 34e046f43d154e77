namespace Sealcam.Fuzz;

/// <summary>A health report and the letter that every verifier must give it (PROTOCOL.md 5.5).</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Verdict">X, N, F, R or '.'.</param>
/// <param name="Report">The COSE_Sign1.</param>
public sealed record HealthCase(string Name, char Verdict, byte[] Report)
{
    /// <summary>32 bytes: the device that must have signed it, or null.</summary>
    public byte[]? Device { get; init; }

    /// <summary>Boot count and counter of the newest report accepted before, or null.</summary>
    public (uint Boot, uint Counter)? Newest { get; init; }

    public Dictionary<string, object> ToVector()
    {
        Dictionary<string, object> vector = new() { ["name"] = Name, ["verdict"] = Verdict.ToString() };
        if (Device is not null)
        {
            vector["device"] = Vectors.Hex(Device);
        }

        if (Newest is { } newest)
        {
            vector["newest"] = new[] { newest.Boot, newest.Counter };
        }

        vector["report"] = Vectors.Hex(Report);
        return vector;
    }
}
