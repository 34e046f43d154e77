namespace Sealcam.Bench;

public sealed class HashBlock : Work
{
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _data = new byte[64 * 32];

    public override string Name => "SHA-256, one block";

    public override int Times => 32;

    public override void Run()
    {
        _hash.Update(_data, 0, _data.Length);
    }
}

/// <summary>PROTOCOL.md 2.4 for 50 KB: 13 leaves and the root, without copying or reading.</summary>
public sealed class StillDigest : Work
{
    private const int Leaves = 13;

    private readonly ManagedMac _mac = new ManagedMac();
    private readonly byte[] _key = new byte[16];
    private readonly byte[] _leaf = new byte[Limits.LeafBytes];
    private readonly byte[] _root = new byte[Leaves * 32 + 8];

    public override string Name => "digest of a 50 KB still with the managed HMAC";

    public override int Times => 1;

    public override void Run()
    {
        for (int i = 0; i < Leaves; i++)
        {
            _mac.Compute(_key, _leaf, 0, _leaf.Length, _root, 32 * i);
        }
        _mac.Compute(_key, _root, 0, _root.Length, _root, 0);
    }
}
