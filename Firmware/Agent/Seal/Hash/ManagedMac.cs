using System;

namespace Sealcam;

/// <summary>
/// HMAC-SHA256 (RFC 2104) in managed code: for boards whose firmware has no native one, for tests and the host board.
/// </summary>
/// <remarks>Allocates nothing after construction. Not for two threads at once.</remarks>
public sealed class ManagedMac : IMac
{
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _block = new byte[Sha256.BlockBytes];
    private readonly byte[] _inner = new byte[Sha256.DigestBytes];

    // The states after the padded key, for the next call with the same key: the digest of a still is many calls with one key.
    private readonly byte[] _keptKey = new byte[Sha256.BlockBytes];
    private readonly ulong[] _innerPad = new ulong[8];
    private readonly ulong[] _outerPad = new ulong[8];
    private int _keptBytes = -1;

    public void Compute(byte[] key, byte[] data, int offset, int count, byte[] mac, int macOffset)
    {
        if (!IsKept(key))
        {
            Take(key);
        }
        _hash.Resume(_innerPad);
        _hash.Update(data, offset, count);
        _hash.Finish(_inner, 0);
        _hash.Resume(_outerPad);
        _hash.Update(_inner, 0, Sha256.DigestBytes);
        _hash.Finish(mac, macOffset);
        // With the kept state it would give the result again, and that may be a k.
        Array.Clear(_inner, 0, Sha256.DigestBytes);
    }

    // By content: an array of the same length may hold another key by now.
    private bool IsKept(byte[] key)
    {
        if (key.Length != _keptBytes)
        {
            return false;
        }
        for (int i = 0; i < key.Length; i++)
        {
            if (key[i] != _keptKey[i])
            {
                return false;
            }
        }
        return true;
    }

    private void Take(byte[] key)
    {
        int count = key.Length;
        Array.Clear(_block, 0, Sha256.BlockBytes);
        _keptBytes = -1;
        if (count > Sha256.BlockBytes)
        {
            _hash.Reset();
            _hash.Update(key, 0, count);
            _hash.Finish(_block, 0);
        }
        else
        {
            Array.Copy(key, 0, _block, 0, count);
            Array.Copy(key, 0, _keptKey, 0, count);
            _keptBytes = count;
        }
        Pad(0x36, _innerPad);
        Pad(0x36 ^ 0x5C, _outerPad);
        Array.Clear(_block, 0, Sha256.BlockBytes);
    }

    private void Pad(int mask, ulong[] state)
    {
        for (int i = 0; i < Sha256.BlockBytes; i++)
        {
            _block[i] ^= (byte)mask;
        }
        _hash.Reset();
        _hash.Update(_block, 0, Sha256.BlockBytes);
        _hash.Keep(state);
    }
}
