namespace Sealcam.Verify;

/// <summary>What the one who verifies wants to know besides authenticity (PROTOCOL.md 4.1). Everything may be left out.</summary>
public sealed record Question
{
    /// <summary>32 bytes: the device ID asked for. A still of another device is foreign.</summary>
    public byte[]? Device { get; init; }

    /// <summary>16 to 64 bytes: the challenge sent. A still without it is stale.</summary>
    public byte[]? Nonce { get; init; }

    /// <summary>A still sealed longer ago than this, or at an unknown time, or in the future, is stale.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The time that <see cref="MaxAge"/> counts from; the time when the question was made if left out.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>What was accepted before. Without it nothing is ever a conflict or replayed.</summary>
    public IMemory? Memory { get; init; }
}
