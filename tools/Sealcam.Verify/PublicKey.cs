using System.Security.Cryptography;

namespace Sealcam.Verify;

/// <summary>
/// A device's public key, ready to verify. Computing Y and importing a point cost more than the verification itself, so keys that
/// have proved a signature are kept for the next still of their device: at most <see cref="Slots"/>, of some KB each. A key is
/// taken out of its slot while it is used, because ECDsa objects are not for several threads at once. Strangers' keys prove
/// nothing, and so cannot push others out.
/// </summary>
internal sealed class PublicKey : IDisposable
{
    public const int Slots = 1024;

    private static readonly PublicKey?[] _kept = new PublicKey?[Slots];

    private readonly byte[] _id;
    private readonly ECDsa _ecdsa;
    private bool _proved;

    private PublicKey(byte[] id, ECDsa ecdsa)
    {
        _id = id;
        _ecdsa = ecdsa;
    }

    /// <summary>The key of a device, or null if its ID is not the X of a point.</summary>
    public static PublicKey? Of(ReadOnlySpan<byte> id)
    {
        PublicKey? kept = Interlocked.Exchange(ref _kept[SlotOf(id)], null);
        if (kept is not null && kept._id.AsSpan().SequenceEqual(id))
        {
            return kept;
        }

        kept?.Dispose();
        return P256.TryEvenY(id, out byte[] y) ? new PublicKey(id.ToArray(), P256.Import(id, y)) : null;
    }

    /// <summary>
    /// True if the signature signs the SHA-256 of <paramref name="data"/>. Its range is for the caller to check.
    /// </summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        bool valid = P256.IsSigned(_ecdsa, data, signature);
        _proved |= valid;
        return valid;
    }

    /// <summary>Puts the key back into its slot, or lets it go if it has proved nothing.</summary>
    public void Dispose()
    {
        PublicKey? displaced = _proved ? Interlocked.Exchange(ref _kept[SlotOf(_id)], this) : this;
        displaced?._ecdsa.Dispose();
    }

    private static int SlotOf(ReadOnlySpan<byte> id) => (id[^2] << 8 | id[^1]) % Slots;
}
