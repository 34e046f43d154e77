namespace Sealcam.Faults;

/// <summary>What a <see cref="FaultyProxy"/> can do to a connection.</summary>
public enum ProxyFaultKind
{
    /// <summary>Reset as soon as it is there.</summary>
    Refuse,

    /// <summary>Taken, and then nothing, ever: a server that hangs, or a firewall that drops.</summary>
    Silent,

    /// <summary>Reset of both sides (RST), which may also take bytes away that had arrived.</summary>
    Reset,

    /// <summary>The rest is lost and both sides are closed in good order (FIN).</summary>
    Cut,

    /// <summary>From here on everything is swallowed, both ways, and nobody is told.</summary>
    HalfOpen,

    /// <summary>This way stands still for <see cref="ProxyFault.Amount"/> ms, then goes on.</summary>
    Stall,

    /// <summary>What is at hand is sent twice.</summary>
    Duplicate,

    /// <summary>One bit of one byte is turned round.</summary>
    Flip,

    /// <summary>From here on every piece is late by <see cref="ProxyFault.Amount"/> ms.</summary>
    Delay,

    /// <summary>From here on this way carries <see cref="ProxyFault.Amount"/> bytes a second.</summary>
    Throttle,

    /// <summary>The next <see cref="ProxyFault.Amount"/> bytes go one by one.</summary>
    Chop,

    /// <summary>Closed in good order once nothing has moved for a moment: between two requests.</summary>
    CloseIdle,
}

/// <summary>Which way bytes go.</summary>
public enum Way
{
    ToServer,
    ToDevice,
}

/// <summary>One fault of one connection.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Way">In which direction; of no effect for those that hit the whole connection, but for its offset.</param>
/// <param name="Offset">Before which byte of that direction, counted from 0 over the whole connection, TLS records and
/// all.</param>
/// <param name="Amount">ms, bytes a second or bytes, as the kind says.</param>
public sealed record ProxyFault(ProxyFaultKind Kind, Way Way, long Offset, int Amount = 0);
