namespace Sealcam.Faults;

/// <summary>
/// Calls of a link that reach out. A read counts if it is the first look at an idle connection, or if it brings something.
/// </summary>
public enum LinkCall
{
    Resolve,
    Connect,
    Idle,
    Write,
    Read,
    Close,
}

/// <summary>What becomes of a call. Everything below TLS is the matter of <see cref="FaultyProxy"/>.</summary>
public enum LinkFaultKind
{
    /// <summary>Fails, and has done nothing.</summary>
    Throw,

    /// <summary>Fails, and has done it.</summary>
    After,

    /// <summary>Freezes the board for the link's time limit, then fails.</summary>
    Stall,

    /// <summary>Freezes the board for 3 s, then works.</summary>
    Delay,

    /// <summary>Freezes the board for ten minutes, then works: uptime jumps.</summary>
    Freeze,

    /// <summary>Half of it is done, then the connection ends.</summary>
    Cut,

    /// <summary>Half of it is done, then nothing more happens in either direction, and nobody is told.</summary>
    Quiet,

    /// <summary>From here on nothing happens in either direction, and nobody is told.</summary>
    HalfOpen,

    /// <summary>Done twice.</summary>
    Twice,

    /// <summary>One bit is turned round.</summary>
    Garble,

    /// <summary>The server says something that is not HTTP.</summary>
    Garbage,

    /// <summary>The server closes in good order; what it had said is lost.</summary>
    End,

    /// <summary>What the server said comes when nobody waits for it any more.</summary>
    Late,

    /// <summary>What the server said comes byte by byte.</summary>
    Chop,

    /// <summary>The answer that came before, to another still, comes instead.</summary>
    Other,

    /// <summary>The board's clock jumps two years ahead, behind the agent's back; the connection breaks.</summary>
    Ahead,

    /// <summary>The same, back.</summary>
    Back,

    /// <summary>Another name is looked up, which nobody has.</summary>
    NoName,

    /// <summary>The network goes away for a while; the connection breaks.</summary>
    NoNetwork,
}

/// <summary>A planned fault: the call of its kind with this number, from 1 on.</summary>
public sealed record PlannedFault(LinkCall Call, int Number, LinkFaultKind Kind)
{
    private static readonly LinkFaultKind[] Anywhere =
        [LinkFaultKind.Throw, LinkFaultKind.Delay, LinkFaultKind.Freeze, LinkFaultKind.Ahead, LinkFaultKind.Back, LinkFaultKind.NoNetwork];

    /// <summary>What can happen to such a call.</summary>
    public static IReadOnlyList<LinkFaultKind> KindsOf(LinkCall call) => call switch
    {
        LinkCall.Resolve => [.. Anywhere, LinkFaultKind.Stall, LinkFaultKind.NoName],
        LinkCall.Connect => [.. Anywhere, LinkFaultKind.Stall, LinkFaultKind.After],
        LinkCall.Idle => [.. Anywhere, LinkFaultKind.End, LinkFaultKind.Garbage, LinkFaultKind.HalfOpen],
        LinkCall.Write =>
        [
            .. Anywhere, LinkFaultKind.Stall, LinkFaultKind.After, LinkFaultKind.Cut, LinkFaultKind.Quiet, LinkFaultKind.HalfOpen,
            LinkFaultKind.Twice, LinkFaultKind.Garble,
        ],
        LinkCall.Read =>
        [
            .. Anywhere, LinkFaultKind.Cut, LinkFaultKind.Quiet, LinkFaultKind.HalfOpen, LinkFaultKind.Twice, LinkFaultKind.Garble,
            LinkFaultKind.Garbage, LinkFaultKind.End, LinkFaultKind.Late, LinkFaultKind.Chop, LinkFaultKind.Other,
        ],
        _ => [LinkFaultKind.Delay, LinkFaultKind.Freeze],
    };

    /// <summary>As in "write.3.garble".</summary>
    public override string ToString() => $"{Call}.{Number}.{Kind}".ToLowerInvariant();

    /// <exception cref="FormatException">It is none.</exception>
    public static PlannedFault Parse(string text) =>
        text.Split('.') is [var call, var number, var kind] && Enum.TryParse(call, true, out LinkCall c)
            && Enum.TryParse(kind, true, out LinkFaultKind k) && KindsOf(c).Contains(k)
            ? new PlannedFault(c, int.Parse(number), k) : throw new FormatException($"'{text}' is no fault");
}
