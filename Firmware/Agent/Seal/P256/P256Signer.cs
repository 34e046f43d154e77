using System;

namespace Sealcam;

/// <summary>ES256 signatures (FIPS 186-5, 6.4) with s in the lower half, from a pool of pairs made while the agent idles.</summary>
/// <remarks>
/// k of a pooled pair is the first output in range of an HMAC_DRBG seeded with d, the boot count, the pair's index in this boot and 32
/// bytes of entropy. For one k to come twice all of this must fail together: the record of the boot count is rolled back, the
/// index of the pair is the same, and the entropy repeats all of its 256 bits although its source said that it is good. Indexes only
/// grow, are burnt by a pair that is discarded, and know nothing of sequences. With nothing ready and nothing begun, k is that of RFC
/// 6979 3.6, which hashes the digest and 32 bytes of entropy; if the source is not good, of 3.2: the same k only for the same digest.
/// Side channels: there is no branch on a secret in the arithmetic but corrections of canonical form, yet an interpreter's timing and
/// the table index of <see cref="Comb"/> depend on data. Who can measure power or cache on the board is near enough to read the key from
/// its flash, which is not encrypted. Fault: a point off the curve is never used.
/// </remarks>
public sealed class P256Signer : ISigner
{
    /// <summary>On-the-spot tries before the arithmetic itself is declared broken; one is enough but for chances of 2^-32.</summary>
    private const int Tries = 8;

    private readonly byte[] _d;
    private readonly byte[] _x;
    private readonly uint _bootCount;
    private readonly IEntropy _entropy;
    private readonly PairBatch _batch;

    // Ready pairs lie at the beginning, those of a batch at the end; in between are wiped ones.
    private readonly Pair[] _pool;
    private readonly byte[] _seed = new byte[HmacDrbg.SeedBytes];
    private readonly long[] _z = new long[Limbs.Count];
    private readonly long[] _s = new long[Limbs.Count];
    private uint _index;
    private int _ready;
    private int _target;
    private bool _working;
    private bool _inverting;

    /// <param name="d">Private key, 32 bytes, 1 .. n - 1, with an even public Y. Copied.</param>
    /// <param name="x">Device ID: X of the public key. Copied.</param>
    /// <param name="bootCount">This boot's count, already durable: with a count that may come again, so may a k.</param>
    /// <param name="entropy">Source of 32 bytes a pair.</param>
    /// <param name="mac">HMAC-SHA256, native if there is one.</param>
    /// <param name="pool">Pairs kept ready, 1 to 16; each takes about 0.7 KB.</param>
    public P256Signer(byte[] d, byte[] x, uint bootCount, IEntropy entropy, IMac mac, int pool = 4)
    {
        if (!P256Key.IsPrivate(d) || x.Length != 32 || pool < 1 || pool > 16)
        {
            throw new ArgumentException();
        }
        _d = new byte[32];
        _x = new byte[32];
        Array.Copy(d, 0, _d, 0, 32);
        Array.Copy(x, 0, _x, 0, 32);
        _bootCount = bootCount;
        _entropy = entropy;
        long[] key = new long[Limbs.Count];
        Limbs.Read(d, 0, key);
        Scalar.ToMontgomery(key, key);
        _pool = new Pair[pool];
        for (int i = 0; i < pool; i++)
        {
            _pool[i] = new Pair();
        }
        _batch = new PairBatch(key, mac, _pool);
    }

    /// <summary>Pairs ready for use.</summary>
    public int Ready => _ready;

    /// <summary>Pairs begun in this boot: the index of the next one.</summary>
    public uint Begun => _index;

    /// <summary>X of the public key. Not to be written to.</summary>
    public byte[] DeviceId => _x;

    /// <inheritdoc/>
    /// <remarks>
    /// A slice is at most about 2,600 loop turns; two per pair have the HMACs of the seeding, 6,000 with a managed one. On an ESP32 at 1.5
    /// to 4.5 us a loop turn that is 4 to 12 ms. Works once half of the pool is used up, so that at least two pairs share their inversions.
    /// Returns false, with nothing to do, while the entropy is not good.
    /// </remarks>
    public bool Prepare()
    {
        if (_working)
        {
            _working = _batch.Step();
            if (_working || !_inverting)
            {
                return true;
            }
            Harvest();
            return MayDraw() && IsWanting();
        }
        if (_target > 0)
        {
            return Go();
        }
        if (!IsWanting() || !MayDraw())
        {
            return false;
        }
        _target = _pool.Length - _ready;
        _batch.Open(_ready);
        return Go();
    }

    /// <inheritdoc/>
    public void Sign(byte[] digest, byte[] signature, int offset)
    {
        Limbs.Read(digest, 0, _z);
        Limbs.Reduce(_z, Scalar.Order);
        if (SignFromPool(signature, offset))
        {
            return;
        }
        if (_target > 0)
        {
            FinishBegun();
            if (SignFromPool(signature, offset))
            {
                return;
            }
        }
        SignOnTheSpot(signature, offset);
    }

    /// <summary>Wipes every pair, ready or begun. Their indexes are not used again.</summary>
    public void Discard()
    {
        for (int i = 0; i < _pool.Length; i++)
        {
            _pool[i].Clear();
        }
        _ready = 0;
        _batch.Clear();
        _target = 0;
        _working = false;
        _inverting = false;
    }

    private bool IsWanting()
    {
        return (_pool.Length - _ready) * 2 >= _pool.Length;
    }

    private bool MayDraw()
    {
        return _index != 0xFFFFFFFF && _entropy.IsGood;
    }

    // The next pair of the batch, or the inversions after the last.
    private bool Go()
    {
        if (_batch.Count < _target && MayDraw())
        {
            Draw();
        }
        else if (_batch.Count > 0)
        {
            _batch.Invert();
            _inverting = true;
        }
        else
        {
            _target = 0;
            return false;
        }
        _working = true;
        return true;
    }

    private void Draw()
    {
        uint index = _index++;
        Array.Copy(_d, 0, _seed, 0, 32);
        Put(_bootCount, 32);
        Put(index, 36);
        _entropy.Fill(_seed, 40, 32);
        _batch.Draw(_seed, 72);
        Array.Clear(_seed, 0, _seed.Length);
    }

    private void Put(uint value, int offset)
    {
        _seed[offset] = (byte)(value >> 24);
        _seed[offset + 1] = (byte)(value >> 16);
        _seed[offset + 2] = (byte)(value >> 8);
        _seed[offset + 3] = (byte)value;
    }

    // Moves the batch's good pairs down to the ready ones; the gap between them is what was used meanwhile.
    private void Harvest()
    {
        int first = _pool.Length - _target;
        for (int i = 0; i < _batch.Count; i++)
        {
            Pair made = _pool[first + i];
            _pool[first + i] = _pool[_ready];
            _pool[_ready++] = made;
        }
        for (int i = _ready; i < _pool.Length; i++)
        {
            _pool[i].Clear();
        }
        _batch.Clear();
        _target = 0;
        _working = false;
        _inverting = false;
    }

    // What a batch has begun is never more work than a new pair, and needs no second set of numbers beside it.
    private void FinishBegun()
    {
        while (_working && _batch.Step())
        {
        }
        if (!_inverting && _batch.Count > 0)
        {
            _batch.Invert();
            while (_batch.Step())
            {
            }
        }
        Harvest();
    }

    private bool SignFromPool(byte[] signature, int offset)
    {
        bool signed = false;
        while (_ready > 0 && !signed)
        {
            _ready--;
            signed = Finish(_pool[_ready], signature, offset);
            _pool[_ready].Clear();
        }
        return signed;
    }

    // s = k^-1 z + k^-1 r d, or n minus that if it is less. False for s = 0, which would give k^-1 = 0 to a verifier.
    private bool Finish(Pair pair, byte[] signature, int offset)
    {
        Scalar.Multiply(_s, pair.Inverse, _z);
        for (int i = 0; i < Limbs.Count; i++)
        {
            _s[i] += pair.Fixed[i];
        }
        Limbs.Reduce(_s, Scalar.Order);
        if (Limbs.IsZero(_s))
        {
            return false;
        }
        Limbs.Subtract(_z, Scalar.Order, _s);
        Array.Copy(pair.R, 0, signature, offset, 32);
        Limbs.Write(Limbs.Compare(_s, _z) > 0 ? _z : _s, signature, offset + 32);
        return true;
    }

    // RFC 6979, 3.6 with 32 bytes of entropy as additional data; 3.2 without.
    private void SignOnTheSpot(byte[] signature, int offset)
    {
        int count = 64;
        Array.Copy(_d, 0, _seed, 0, 32);
        Limbs.Write(_z, _seed, 32);
        if (_entropy.IsGood)
        {
            _entropy.Fill(_seed, 64, 32);
            count = 96;
        }
        _batch.Open(0);
        _batch.Draw(_seed, count);
        Array.Clear(_seed, 0, _seed.Length);
        bool signed = false;
        for (int i = 0; i < Tries && !signed; i++)
        {
            if (i > 0)
            {
                _batch.DrawAgain();
            }
            signed = TrySpot(signature, offset);
        }
        _batch.Clear();
        _pool[0].Clear();
        if (!signed)
        {
            throw new InvalidOperationException("signature arithmetic is broken");
        }
    }

    private bool TrySpot(byte[] signature, int offset)
    {
        while (_batch.Step())
        {
        }
        if (_batch.Count == 0)
        {
            return false;
        }
        _batch.Invert();
        while (_batch.Step())
        {
        }
        return _batch.Count > 0 && Finish(_pool[0], signature, offset);
    }
}
