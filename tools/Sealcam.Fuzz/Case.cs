using Sealcam.Verify;

namespace Sealcam.Fuzz;

/// <summary>A file with the letter that PROTOCOL.md gives it.</summary>
public sealed record Case(string Name, byte[] File, char Verdict)
{
    /// <summary>32 bytes: the device ID asked for, or null.</summary>
    public byte[]? Device { get; init; }

    public byte[]? Nonce { get; init; }

    /// <summary>Seconds; given together with <see cref="Now"/>.</summary>
    public long? MaxAge { get; init; }

    /// <summary>Unix seconds.</summary>
    public long Now { get; init; }

    /// <summary>32 bytes: the digest that the verifier has accepted with this device and order, or null.</summary>
    public byte[]? Accepted { get; init; }

    /// <summary>The same for the .NET verifier.</summary>
    public Question Question() => new()
    {
        Device = Device,
        Nonce = Nonce,
        MaxAge = MaxAge is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Now = DateTimeOffset.FromUnixTimeSeconds(Now),
        Memory = Accepted is null ? null : new OneStill(Accepted),
    };

    /// <summary>A memory that answers every question alike.</summary>
    private sealed class OneStill(byte[] digest) : IMemory
    {
        public byte[]? AcceptedDigest(Token token) => digest;
    }
}
