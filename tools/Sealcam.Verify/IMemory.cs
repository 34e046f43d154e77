namespace Sealcam.Verify;

/// <summary>A receiver's memory of the stills that it has accepted.</summary>
public interface IMemory
{
    /// <summary>
    /// The digest (32 bytes) of the still accepted with the device ID and order of <paramref name="token"/>, or null if there is
    /// none. The same digest makes a still replayed, another one a conflict.
    /// </summary>
    byte[]? AcceptedDigest(Token token);
}
