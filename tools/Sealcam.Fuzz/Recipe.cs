namespace Sealcam.Fuzz;

/// <summary>
/// What a sealed still is to be made of. Left as it is it gives an authentic one; each hook can make one thing wrong.
/// </summary>
public sealed record Recipe
{
    public required TestKey Key { get; init; }

    public required byte[] Still { get; init; }

    public uint Boot { get; init; } = 7;

    public uint Sequence { get; init; } = 3;

    /// <summary>Null leaves the claim out.</summary>
    public uint? IssuedAt { get; init; } = 1_767_225_600;

    public byte[]? Nonce { get; init; }

    public uint Uptime { get; init; } = 4_000;

    public uint FrameAge { get; init; } = 180;

    public uint Quality { get; init; } = 4;

    public uint Dropped { get; init; }

    public uint? PreviousLast { get; init; } = 12;

    /// <summary>Encoded elements behind the sixth of the still's array.</summary>
    public byte[][] Extras { get; init; } = [];

    /// <summary>What the signature is bound to besides header and claims.</summary>
    public string ExternalAad { get; init; } = "sealcam still 1";

    public string Context { get; init; } = "Signature1";

    /// <summary>Replaces the list of encoded keys and values of the claims before they are signed.</summary>
    public Func<List<byte[]>, byte[]>? Claims { get; init; }

    /// <summary>Replaces the elements of the still's array before they are signed.</summary>
    public Func<List<byte[]>, byte[]>? StillArray { get; init; }

    /// <summary>Replaces the protected header before it is signed.</summary>
    public Func<byte[], byte[]>? Header { get; init; }

    /// <summary>Changes r and s.</summary>
    public Func<byte[], byte[]>? Signature { get; init; }

    /// <summary>Puts header, claims and signature together otherwise.</summary>
    public Func<byte[], byte[], byte[], byte[]>? Cose { get; init; }

    /// <summary>Changes the whole segment.</summary>
    public Func<byte[], byte[]>? Segment { get; init; }

    /// <summary>Changes the digest before it is signed.</summary>
    public Func<byte[], byte[]>? Digest { get; init; }
}
