using System;

namespace Sealcam;

/// <summary>
/// What signing needs of one k, ready before the digest is known: s = k^-1 z + k^-1 r d. As secret as the private key.
/// </summary>
/// <remarks>While <see cref="PairBatch"/> works on it, Fixed holds k and Inverse holds Z.</remarks>
public sealed class Pair
{
    /// <summary>k^-1 mod n in Montgomery form, tidy.</summary>
    public readonly long[] Inverse = new long[Limbs.Count];

    /// <summary>k^-1 r d mod n, not in Montgomery form, tidy.</summary>
    public readonly long[] Fixed = new long[Limbs.Count];

    /// <summary>r, 32 big-endian bytes.</summary>
    public readonly byte[] R = new byte[32];

    /// <summary>Overwrites it: a k that signs two digests gives the private key away.</summary>
    public void Clear()
    {
        Limbs.Clear(Inverse);
        Limbs.Clear(Fixed);
        Array.Clear(R, 0, R.Length);
    }
}
