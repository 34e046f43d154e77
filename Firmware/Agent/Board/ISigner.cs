namespace Sealcam;

/// <summary>ES256 (RFC 9053 2.1) under one device key.</summary>
public interface ISigner
{
    /// <summary>
    /// One slice of work ahead of the next signature, about 20 ms of an ESP32's time at most. Returns true while more is wanted.
    /// </summary>
    bool Prepare();

    /// <summary>
    /// Signs a 32-byte SHA-256 digest: r then s, 32 bytes each, big-endian, s in the lower half (RFC 9053 2.1 layout). Never
    /// fails for want of prepared work; it only takes longer.
    /// </summary>
    void Sign(byte[] digest, byte[] signature, int offset);
}
