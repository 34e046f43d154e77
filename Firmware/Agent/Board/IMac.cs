namespace Sealcam;

/// <summary>HMAC-SHA256 (RFC 2104, FIPS 180-4): the board's native one, or the managed twin <c>ManagedMac</c>.</summary>
public interface IMac
{
    /// <summary>
    /// Writes the 32-byte HMAC of <paramref name="count"/> bytes to <paramref name="mac"/>. The key may have any length.
    /// </summary>
    void Compute(byte[] key, byte[] data, int offset, int count, byte[] mac, int macOffset);
}
