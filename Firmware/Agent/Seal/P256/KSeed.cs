using System;

namespace Sealcam;

/// <summary>What every k comes from: the seeds of <see cref="HmacDrbg"/> under one key in one boot.</summary>
/// <remarks>
/// For one k of a pair to come twice, all of this must fail together: the record of the boot count is rolled back, the index of
/// the pair is the same, and the entropy repeats all of its 256 bits although its source said that it is good. Indexes only grow,
/// are burnt by a pair that comes to nothing, and know nothing of sequences.
/// A seed of a pair has 72 bytes, those of RFC 6979 have 64 and 96, so that one is never taken for another.
/// </remarks>
internal sealed class KSeed
{
    private readonly byte[] _d = new byte[32];
    private readonly uint _bootCount;
    private readonly IEntropy _entropy;

    public KSeed(byte[] d, uint bootCount, IEntropy entropy)
    {
        Array.Copy(d, 0, _d, 0, 32);
        _bootCount = bootCount;
        _entropy = entropy;
    }

    /// <summary>The seed itself; to be cleared after use.</summary>
    public byte[] Bytes { get; } = new byte[HmacDrbg.SeedBytes];

    /// <summary>Pairs begun in this boot: the index of the next one.</summary>
    public uint Index { get; private set; }

    /// <summary>False while no pair may be begun.</summary>
    public bool MayDraw => Index != 0xFFFFFFFF && _entropy.IsGood;

    /// <summary>
    /// A pair's seed: d, boot count, pair index, 32 bytes of entropy. Uses up the index. Returns the length, or 0 if the source
    /// failed meanwhile.
    /// </summary>
    public int DrawPair()
    {
        uint index = Index++;
        Array.Copy(_d, 0, Bytes, 0, 32);
        Put(_bootCount, 32);
        Put(index, 36);
        _entropy.Fill(Bytes, 40, 32);
        if (_entropy.IsGood)
        {
            return 72;
        }

        Clear();
        return 0;
    }

    /// <summary>
    /// The seed of RFC 6979 for digest z, reduced mod n: 3.6 with 32 bytes of entropy as additional data, 3.2 if the source is
    /// not good or fails. Returns the length.
    /// </summary>
    public int DrawDigest(long[] z)
    {
        Array.Copy(_d, 0, Bytes, 0, 32);
        Limbs.Write(z, Bytes, 32);
        if (!_entropy.IsGood)
        {
            return 64;
        }
        _entropy.Fill(Bytes, 64, 32);
        return _entropy.IsGood ? 96 : 64;
    }

    public void Clear()
    {
        Array.Clear(Bytes, 0, Bytes.Length);
    }

    private void Put(uint value, int offset)
    {
        Bytes[offset] = (byte)(value >> 24);
        Bytes[offset + 1] = (byte)(value >> 16);
        Bytes[offset + 2] = (byte)(value >> 8);
        Bytes[offset + 3] = (byte)value;
    }
}
