using System;

namespace Sealcam;

/// <summary>
/// ES256 signatures (FIPS 186-5, 6.4) with s in the lower half, from a pool of pairs made while the agent idles.
/// </summary>
/// <remarks>
/// k of a pooled pair is the first output in range of an HMAC_DRBG seeded with d, the boot count, the pair's index in this boot
/// and 32 bytes of entropy; <see cref="KSeed"/> says when a k could repeat. With nothing ready and nothing begun, k is that of
/// RFC 6979 3.6, which hashes the digest and 32 bytes of entropy; if the source is not good, that of 3.2: the same k only for
/// the same digest.
/// <para>
/// Side channels: an interpreter's timing depends on data, and so does the table look-up of <see cref="Comb"/>. Who can measure
/// power or cache on the board is near enough to read the key from its flash, which is not encrypted. Faults: a point that is
/// not on the curve is never used; signatures are not verified before they leave.
/// </para>
/// </remarks>
public sealed class P256Signer : ISigner
{
    /// <summary>
    /// On-the-spot tries before arithmetic or HMAC is declared broken; one is enough but for a chance of 2^-250.
    /// </summary>
    private const int Tries = 8;

    private readonly byte[] _x = new byte[32];
    private readonly KSeed _seed;
    private readonly PairBatch _batch;

    // Ready pairs lie at the beginning, those of a batch at the end; in between are wiped ones.
    private readonly Pair[] _pool;
    private readonly long[] _z = new long[Limbs.Count];
    private readonly long[] _s = new long[Limbs.Count];
    private int _ready;
    private int _target;
    private bool _working;
    private bool _inverting;

    /// <param name="d">Private key, 32 bytes, 1 .. n - 1, with an even public Y. Copied.</param>
    /// <param name="x">Device ID: X of the public key. Copied.</param>
    /// <param name="bootCount">This boot's count, already durable: with a count that may come again, so may a k.</param>
    /// <param name="entropy">Source of 32 bytes a pair.</param>
    /// <param name="mac">HMAC-SHA256, native if there is one.</param>
    /// <param name="pool">Pairs kept ready, 1 to 16; each takes 0.45 KB of heap, beside 3.4 KB.</param>
    public P256Signer(byte[] d, byte[] x, uint bootCount, IEntropy entropy, IMac mac, int pool = 4)
    {
        if (!P256Key.IsPrivate(d) || x.Length != 32 || pool < 1 || pool > 16)
        {
            throw new ArgumentException();
        }
        Array.Copy(x, 0, _x, 0, 32);
        _seed = new KSeed(d, bootCount, entropy);
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
    public uint Begun => _seed.Index;

    /// <summary>X of the public key. Not to be written to.</summary>
    public byte[] DeviceId => _x;

    /// <inheritdoc/>
    /// <remarks>
    /// A slice is at most 3,700 loop turns: 6 to 17 ms if an ESP32 takes 1.5 to 4.5 us for one. A pair takes 28 slices and its
    /// share of 22 for the inversions.
    /// Works once half of the pool is used up, so that at least two pairs share their inversions. Returns false, with nothing to
    /// do, while the entropy is not good.
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
            return _seed.MayDraw && IsWanting();
        }
        if (_target > 0)
        {
            return Go();
        }
        if (!IsWanting() || !_seed.MayDraw)
        {
            return false;
        }
        _target = _pool.Length - _ready;
        _batch.Open(_ready);
        return Go();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The board's HMAC or memory is broken.</exception>
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

    // The next pair of the batch, or the inversions after the last.
    private bool Go()
    {
        int seedBytes = _batch.Count < _target && _seed.MayDraw ? _seed.DrawPair() : 0;
        if (seedBytes > 0)
        {
            Draw(seedBytes);
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

    private void Draw(int count)
    {
        _batch.Draw(_seed.Bytes, count);
        _seed.Clear();
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

    private void SignOnTheSpot(byte[] signature, int offset)
    {
        _batch.Open(0);
        Draw(_seed.DrawDigest(_z));
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
            throw new InvalidOperationException("no signature: arithmetic or HMAC is broken");
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
