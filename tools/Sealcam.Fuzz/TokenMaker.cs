using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sealcam.Fuzz;

/// <summary>
/// Seals stills after PROTOCOL.md, or deliberately not quite so. Written from that page alone: it shares no code with the agent
/// nor with the verifiers that it tests.
/// </summary>
public static class TokenMaker
{
    private static readonly byte[] _digestKey = Encoding.ASCII.GetBytes("sealcam digest 1");
    private static readonly byte[] _uuid = Convert.FromHexString("9014C70B35CF4405A61E342B0745B314");

    /// <summary>SOI, segment, rest.</summary>
    public static byte[] Seal(Recipe recipe) => Insert(recipe.Still, SegmentFor(recipe));

    /// <summary>Puts a segment right behind SOI.</summary>
    public static byte[] Insert(byte[] still, byte[] segment) => [.. still[..2], .. segment, .. still[2..]];

    /// <summary>The whole APP11 segment.</summary>
    public static byte[] SegmentFor(Recipe recipe)
    {
        byte[] segment = Wrap(CoseFor(recipe));
        return recipe.Segment is null ? segment : recipe.Segment(segment);
    }

    public static byte[] CoseFor(Recipe recipe)
    {
        byte[] header = HeaderFor(recipe);
        byte[] claims = ClaimsFor(recipe);
        byte[] signature = recipe.Key.Sign(SignedBytes(recipe, header, claims));
        signature = recipe.Signature is null ? signature : recipe.Signature(signature);
        return recipe.Cose is null
            ? Cbor.Array(Cbor.Bytes(header), Cbor.Map(), Cbor.Bytes(claims), Cbor.Bytes(signature))
            : recipe.Cose(header, claims, signature);
    }

    public static byte[] HeaderFor(Recipe recipe)
    {
        byte[] header = Cbor.Map(Cbor.Uint(1), Cbor.Negative(6), Cbor.Uint(4), Cbor.Bytes(recipe.Key.Id));
        return recipe.Header is null ? header : recipe.Header(header);
    }

    public static byte[] SignedBytes(Recipe recipe, byte[] header, byte[] claims) => Cbor.Array(
        Cbor.Text(recipe.Context), Cbor.Bytes(header), Cbor.Bytes(Encoding.ASCII.GetBytes(recipe.ExternalAad)),
            Cbor.Bytes(claims));

    public static byte[] ClaimsFor(Recipe recipe)
    {
        List<byte[]> claims = [];
        if (recipe.IssuedAt is { } issued)
        {
            claims.AddRange([Cbor.Uint(6), Cbor.Uint(issued)]);
        }

        if (recipe.Nonce is not null)
        {
            claims.AddRange([Cbor.Uint(10), Cbor.Bytes(recipe.Nonce)]);
        }

        claims.AddRange([Cbor.Uint(261), Cbor.Uint(recipe.Uptime), Cbor.Uint(267), Cbor.Uint(recipe.Boot)]);
        claims.AddRange([Cbor.Negative(65536), StillArrayFor(recipe)]);
        return recipe.Claims is null ? Cbor.Map([.. claims]) : recipe.Claims(claims);
    }

    /// <summary>The digest, leaf by leaf as the page writes it.</summary>
    public static byte[] DigestOf(byte[] still)
    {
        List<byte> root = [];
        foreach (byte[] leaf in still.Chunk(4096))
        {
            root.AddRange(Mac([.. leaf, .. new byte[4096 - leaf.Length]]));
        }

        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)still.Length);
        return Mac([.. root, .. length]);
    }

    private static byte[] Mac(byte[] data) => HMACSHA256.HashData(_digestKey, data);

    /// <summary>The table of PROTOCOL.md 2.1 around COSE bytes.</summary>
    public static byte[] Wrap(byte[] cose)
    {
        byte[] content = Box("cbor", cose);
        byte[] description = Box("jumd", [.. _uuid, 0]);
        byte[] superbox = Box("jumb", [.. description, .. content]);
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(superbox.Length + 10));
        return [0xFF, 0xEB, .. length, 0x4A, 0x50, 0, 1, 0, 0, 0, 1, .. superbox];
    }

    public static byte[] Box(string type, byte[] content)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content];
    }

    private static byte[] StillArrayFor(Recipe recipe)
    {
        byte[] digest = DigestOf(recipe.Still);
        List<byte[]> elements =
        [
            Cbor.Uint(recipe.Sequence),
            Cbor.Bytes(recipe.Digest is null ? digest : recipe.Digest(digest)),
            Cbor.Uint(recipe.FrameAge),
            Cbor.Uint(recipe.Quality),
            Cbor.Uint(recipe.Dropped),
            recipe.PreviousLast is { } last ? Cbor.Uint(last) : Cbor.Null,
            .. recipe.Extras,
        ];
        return recipe.StillArray is null ? Cbor.Array([.. elements]) : recipe.StillArray(elements);
    }
}
