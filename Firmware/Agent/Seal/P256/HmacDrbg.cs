using System;

namespace Sealcam;

/// <summary>HMAC_DRBG with SHA-256 (SP 800-90A rev. 1, 10.1.2), as far as a k needs it; RFC 6979 uses the same one.</summary>
/// <remarks>
/// The HMAC of a board may be managed, 600 loop turns a block, so the seeding comes in four steps of one HMAC each.
/// Used for one k and cleared: K and V give k away.
/// </remarks>
public sealed class HmacDrbg
{
    /// <summary>Bytes: the longest seed, RFC 6979 3.6 with x, h1 and 32 additional bytes.</summary>
    public const int SeedBytes = 96;

    private const int Bytes = 32;
    private const int Steps = 4;

    private readonly IMac _mac;
    private readonly byte[] _key = new byte[Bytes];
    private readonly byte[] _buffer = new byte[Bytes + 1 + SeedBytes];     // V, a separator, the seed
    private int _seedBytes;
    private int _step;

    public HmacDrbg(IMac mac)
    {
        _mac = mac;
    }

    /// <summary>Begins the instantiation; the seed is copied.</summary>
    public void Seed(byte[] seed, int count)
    {
        for (int i = 0; i < Bytes; i++)
        {
            _key[i] = 0;
            _buffer[i] = 1;
        }
        Array.Copy(seed, 0, _buffer, Bytes + 1, count);
        _seedBytes = count;
        _step = 0;
    }

    /// <summary>One of the four HMACs of the instantiation. Returns true while more are to come.</summary>
    public bool Step()
    {
        if ((_step & 1) == 0)
        {
            UpdateKey((byte)(_step >> 1), _seedBytes);
        }
        else
        {
            UpdateValue();
        }
        _step++;
        if (_step < Steps)
        {
            return true;
        }
        Array.Clear(_buffer, Bytes, _buffer.Length - Bytes);
        return false;
    }

    /// <summary>Writes 32 bytes.</summary>
    public void Next(byte[] target)
    {
        UpdateValue();
        Array.Copy(_buffer, 0, target, 0, Bytes);
    }

    /// <summary>
    /// To be called before another <see cref="Next"/> (RFC 6979, 3.2 h 3; the update after a generate of SP 800-90A).
    /// </summary>
    public void Again()
    {
        UpdateKey(0, 0);
        UpdateValue();
    }

    /// <summary>Overwrites K, V and the seed.</summary>
    public void Clear()
    {
        Array.Clear(_key, 0, Bytes);
        Array.Clear(_buffer, 0, _buffer.Length);
    }

    // K = HMAC(K, V || separator || seed)
    private void UpdateKey(byte separator, int count)
    {
        _buffer[Bytes] = separator;
        _mac.Compute(_key, _buffer, 0, Bytes + 1 + count, _key, 0);
    }

    // V = HMAC(K, V)
    private void UpdateValue()
    {
        _mac.Compute(_key, _buffer, 0, Bytes, _buffer, 0);
    }
}
