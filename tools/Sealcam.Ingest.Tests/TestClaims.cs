namespace Sealcam.Ingest.Tests;

/// <summary>What a test still claims besides its order and digest.</summary>
internal sealed record TestClaims
{
    public uint? IssuedAt { get; init; } = 1_760_000_000;

    public byte[]? Nonce { get; init; }

    public uint Uptime { get; init; } = 60;

    public uint FrameAge { get; init; } = 40;

    public uint Clock { get; init; } = 3;

    public uint Dropped { get; init; }

    public uint? PreviousLast { get; init; }
}
