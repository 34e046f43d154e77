using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sealcam.Verify;

/// <summary>
/// The digest of a still (PROTOCOL.md 2.4): HMAC-SHA256 leaves of 4,096 bytes under a public key, and one root over them.
/// </summary>
public static class Digest
{
    private static readonly byte[] _key = Encoding.ASCII.GetBytes(Protocol.DigestKey);

    /// <summary>The 32 bytes for a still without its segment.</summary>
    public static byte[] Of(ReadOnlySpan<byte> still) => Of(still, 0, 0);

    /// <summary>
    /// The 32 bytes for a file without the <paramref name="length"/> bytes at <paramref name="start"/>. Memory does not grow with
    /// the file.
    /// </summary>
    internal static byte[] Of(ReadOnlySpan<byte> file, int start, int length)
    {
        using IncrementalHash root = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Span<byte> leaf = stackalloc byte[Protocol.LeafBytes];
        Span<byte> mac = stackalloc byte[Protocol.DigestBytes];
        ReadOnlySpan<byte> before = file[..start], after = file[(start + length)..];
        long total = before.Length + (long)after.Length;
        while (before.Length + after.Length > 0)
        {
            int head = Math.Min(before.Length, leaf.Length), tail = Math.Min(after.Length, leaf.Length - head);
            before[..head].CopyTo(leaf);
            after[..tail].CopyTo(leaf[head..]);
            leaf[(head + tail)..].Clear();
            HMACSHA256.HashData(_key, leaf, mac);
            root.AppendData(mac);
            before = before[head..];
            after = after[tail..];
        }

        BinaryPrimitives.WriteInt64BigEndian(mac, total);
        root.AppendData(mac[..8]);
        return root.GetHashAndReset();
    }
}
