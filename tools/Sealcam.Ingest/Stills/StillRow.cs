using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>What became of the bytes of a still whose order is in the index.</summary>
public enum StillState
{
    /// <summary>The file is there.</summary>
    Kept = 0,

    /// <summary>Retention removed the file; a replay is still recognised.</summary>
    Pruned = 1,

    /// <summary>The file is gone and nobody said so; the same still is taken again when it comes.</summary>
    Lost = 2,
}

/// <summary>A still as the index knows it. The claims are proved: nothing else gets in.</summary>
public sealed record StillRow
{
    /// <summary>Device ID as text.</summary>
    public required string Device { get; init; }

    public required StillOrder Order { get; init; }

    /// <summary>32 bytes.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>Bytes of the sealed still.</summary>
    public required int Bytes { get; init; }

    /// <summary>When it was stored, Unix ms by the server's clock.</summary>
    public required long ReceivedMs { get; init; }

    public required StillState State { get; init; }

    /// <summary>
    /// Another authentic still with this order was refused later: then neither can be believed to be the only one.
    /// </summary>
    public bool Conflict { get; init; }

    /// <summary>Unix seconds by the device's clock, or null.</summary>
    public uint? IssuedAt { get; init; }

    public required uint Uptime { get; init; }

    public required int FrameAgeMs { get; init; }

    /// <summary>0 none to 4 receipt (PROTOCOL.md 2.3).</summary>
    public required int ClockQuality { get; init; }

    public required uint Dropped { get; init; }

    public uint? PreviousLast { get; init; }

    /// <summary>It answers somebody's request.</summary>
    public bool Requested { get; init; }

    public char Verdict => Conflict ? Verify.Verdict.Conflict : Verify.Verdict.Authentic;

    internal static StillRow Of(Token token, int bytes, DateTimeOffset received) => new()
    {
        Device = token.Device,
        Order = new StillOrder(token.BootCount, token.Sequence),
        Digest = token.Digest,
        Bytes = bytes,
        ReceivedMs = received.ToUnixTimeMilliseconds(),
        State = StillState.Kept,
        IssuedAt = token.IssuedAt,
        Uptime = token.Uptime,
        FrameAgeMs = token.FrameAgeMs,
        ClockQuality = token.ClockQuality,
        Dropped = token.Dropped,
        PreviousLast = token.PreviousLast,
        Requested = token.Nonce is not null,
    };
}
