namespace Sealcam.Verify;

/// <summary>What a set of stills amounts to.</summary>
/// <param name="Devices">One stream for each device ID, in the order of the IDs as text.</param>
/// <param name="Unordered">The files with the verdicts X, U and N, as they came: nothing proves whose they are, nor when they
/// were made.</param>
public sealed record StreamReport(IReadOnlyList<DeviceStream> Devices, IReadOnlyList<StreamStill> Unordered);

/// <summary>One file of a set.</summary>
/// <param name="Name">What the caller called it.</param>
/// <param name="Finding">Verdict, reason and claims.</param>
public sealed record StreamStill(string Name, Finding Finding)
{
    /// <summary>The proved claims. Only for stills in a stream, never for unordered ones.</summary>
    internal Token Token => Finding.Token!;

    internal (uint Boot, uint Sequence) Order => (Token.BootCount, Token.Sequence);
}

/// <summary>Sequences of one boot that are not there.</summary>
public sealed record Gap(uint Boot, uint First, uint Last)
{
    /// <summary>How many stills are missing, 1 to 2^32 - 1.</summary>
    public long Count => (long)Last - First + 1;
}

/// <summary>A still or a gap, where it belongs in a stream. Exactly one of the two is there.</summary>
public sealed record StreamItem(StreamStill? Still, Gap? Gap)
{
    /// <summary>The still's letter, or one M for the gap, however wide it is.</summary>
    public char Letter => Still is not null ? Still.Finding.Verdict : Verdict.Missing;
}
