namespace Sealcam.Tests;

/// <summary>
/// HMAC-SHA256 (RFC 2104) over bytes that come in pieces, so that a receiver need not hold a leaf. Keys of up to 64 bytes.
/// </summary>
public sealed class StreamMac
{
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _pad = new byte[64];
    private readonly byte[] _inner = new byte[32];
    private readonly string _key;

    public StreamMac(string key)
    {
        _key = key;
    }

    public void Begin() => Pad(0x36);

    public void Add(byte[] bytes, int offset, int count) => _hash.Update(bytes, offset, count);

    public void AddZeros(int count)
    {
        for (int i = 0; i < 64; i++)
        {
            _pad[i] = 0;
        }

        for (; count > 0; count -= 64)
        {
            _hash.Update(_pad, 0, count < 64 ? count : 64);
        }
    }

    public void End(byte[] mac, int offset)
    {
        _hash.Finish(_inner, 0);
        Pad(0x5C);
        _hash.Update(_inner, 0, 32);
        _hash.Finish(mac, offset);
    }

    private void Pad(int value)
    {
        for (int i = 0; i < 64; i++)
        {
            _pad[i] = (byte)(value ^ (i < _key.Length ? _key[i] : 0));
        }

        _hash.Reset();
        _hash.Update(_pad, 0, 64);
    }
}
