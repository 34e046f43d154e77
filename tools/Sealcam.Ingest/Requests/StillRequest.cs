namespace Sealcam.Ingest;

/// <summary>Somebody waits for a still that signs their nonce.</summary>
/// <param name="Nonce">16 to 64 bytes, relayed as they came.</param>
internal sealed record StillRequest(byte[] Nonce)
{
    // Continuations run elsewhere: who completes it is serving a camera.
    private readonly TaskCompletionSource<byte[]> _still = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The camera was told at least once, as far as this server knows.</summary>
    public bool IsOffered { get; set; }

    /// <summary>The sealed still.</summary>
    public Task<byte[]> Still => _still.Task;

    public void Answer(byte[] still) => _still.TrySetResult(still);
}
