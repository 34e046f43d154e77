namespace Sealcam;

/// <summary>
/// The digest of a still (PROTOCOL.md 2.4): HMAC-SHA256 under a public key over leaves of 4,096 bytes, then over the leaves and
/// the length. HMAC because it is what nanoFramework has natively; a managed SHA-256 of a still takes seconds on an ESP32.
/// </summary>
public sealed class LeafDigest
{
    /// <summary>The public key. Not a secret: with it fixed, HMAC-SHA256 is as collision-resistant as SHA-256.</summary>
    public const string Key = "sealcam digest 1";

    private const int MacBytes = 32;

    private readonly IMac _mac;
    private readonly byte[] _key = Ascii.Bytes(Key);
    private readonly byte[] _leaves;
    private int _count;

    /// <summary>For stills of up to <paramref name="stillBytes"/>; holds 32 bytes for each 4,096 of them.</summary>
    public LeafDigest(IMac mac, int stillBytes)
    {
        _mac = mac;
        _leaves = new byte[(stillBytes + Limits.LeafBytes - 1) / Limits.LeafBytes * MacBytes + 8];
    }

    public void Clear() => _count = 0;

    /// <summary>Adds the next leaf: a whole block of 4,096 bytes; the last one of a still is filled up with zeros.</summary>
    public void AddLeaf(byte[] block)
    {
        _mac.Compute(_key, block, 0, Limits.LeafBytes, _leaves, _count * MacBytes);
        _count++;
    }

    /// <summary>Writes the root over the leaves added and the still's <paramref name="length"/> in bytes.</summary>
    public void Finish(int length, byte[] digest)
    {
        int end = _count * MacBytes;
        BigEndian.Put(0, _leaves, end);
        BigEndian.Put((uint)length, _leaves, end + 4);
        _mac.Compute(_key, _leaves, 0, end + 8, digest, 0);
    }
}
