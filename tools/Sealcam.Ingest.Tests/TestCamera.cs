using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Sealcam.Verify;

namespace Sealcam.Ingest.Tests;

/// <summary>
/// A device of the tests: a key and a way to seal, written from PROTOCOL.md with .NET's own CBOR and ECDSA, so that it shares no
/// line with the verifier.
/// </summary>
internal sealed class TestCamera : IDisposable
{
    private static readonly BigInteger N =
        BigInteger.Parse("115792089210356248762697446949407573529996955224135760342422259061068512044369");
    private static readonly BigInteger P =
        BigInteger.Parse("115792089210356248762697446949407573530086143415290314195533631308867097853951");

    public TestCamera()
    {
        using ECDsa born = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ECParameters key = born.ExportParameters(true);
        if ((key.Q.Y![^1] & 1) != 0)
        {
            key.D = Bytes(N - Number(key.D!));
            key.Q.Y = Bytes(P - Number(key.Q.Y));
        }

        Key = ECDsa.Create(key);
        Id = key.Q.X!;
    }

    public ECDsa Key { get; }

    public byte[] Id { get; }

    public string Device => DeviceId.ToText(Id);

    /// <summary>A sealed still with the given order.</summary>
    public byte[] Seal(uint boot, uint sequence, byte[]? still = null, TestClaims? claims = null)
    {
        still ??= TestJpeg.Make(seed: (int)(boot * 1000 + sequence));
        return Wrap(still, Token(Claims(boot, sequence, DigestOf(still), claims ?? new TestClaims())));
    }

    /// <summary>SOI, segment, rest (PROTOCOL.md 2.1).</summary>
    public static byte[] Wrap(byte[] still, byte[] token) => [.. still[..2], .. Segment(token), .. still[2..]];

    public static byte[] Segment(byte[] token)
    {
        int c = token.Length;
        return
        [
            0xFF, 0xEB, .. Two(c + 51), 0x4A, 0x50, 0, 1, 0, 0, 0, 1, .. Four(c + 41), .. "jumb"u8, .. Four(25), .. "jumd"u8,
            .. Convert.FromHexString("9014C70B35CF4405A61E342B0745B314"), 0, .. Four(c + 8), .. "cbor"u8, .. token,
        ];
    }

    public byte[] Token(byte[] claims, string aad = "sealcam still 1")
    {
        CborWriter header = new(CborConformanceMode.Canonical);
        header.WriteStartMap(2);
        header.WriteInt32(1);
        header.WriteInt32(-7);
        header.WriteInt32(4);
        header.WriteByteString(Id);
        header.WriteEndMap();
        byte[] head = header.Encode();

        CborWriter signed = new(CborConformanceMode.Canonical);
        signed.WriteStartArray(4);
        signed.WriteTextString("Signature1");
        signed.WriteByteString(head);
        signed.WriteByteString(Encoding.ASCII.GetBytes(aad));
        signed.WriteByteString(claims);
        signed.WriteEndArray();

        CborWriter token = new(CborConformanceMode.Canonical);
        token.WriteStartArray(4);
        token.WriteByteString(head);
        token.WriteStartMap(0);
        token.WriteEndMap();
        token.WriteByteString(claims);
        token.WriteByteString(LowS(Key.SignData(signed.Encode(), HashAlgorithmName.SHA256)));
        token.WriteEndArray();
        return token.Encode();
    }

    public static byte[] Claims(uint boot, uint sequence, byte[] digest, TestClaims claims)
    {
        CborWriter map = new(CborConformanceMode.Canonical);
        map.WriteStartMap(3 + (claims.IssuedAt is null ? 0 : 1) + (claims.Nonce is null ? 0 : 1));
        if (claims.IssuedAt is { } time)
        {
            map.WriteInt32(6);
            map.WriteUInt32(time);
        }

        if (claims.Nonce is { } nonce)
        {
            map.WriteInt32(10);
            map.WriteByteString(nonce);
        }

        map.WriteInt32(261);
        map.WriteUInt32(claims.Uptime);
        map.WriteInt32(267);
        map.WriteUInt32(boot);
        map.WriteInt32(-65537);
        map.WriteStartArray(6);
        map.WriteUInt32(sequence);
        map.WriteByteString(digest);
        map.WriteUInt32(claims.FrameAge);
        map.WriteUInt32(claims.Clock);
        map.WriteUInt32(claims.Dropped);
        if (claims.PreviousLast is { } last)
        {
            map.WriteUInt32(last);
        }
        else
        {
            map.WriteNull();
        }

        map.WriteEndArray();
        map.WriteEndMap();
        return map.Encode();
    }

    /// <summary>PROTOCOL.md 2.4.</summary>
    public static byte[] DigestOf(byte[] still)
    {
        byte[] key = "sealcam digest 1"u8.ToArray();
        List<byte> root = [];
        for (int at = 0; at < still.Length; at += 4096)
        {
            byte[] leaf = new byte[4096];
            still.AsSpan(at, Math.Min(4096, still.Length - at)).CopyTo(leaf);
            root.AddRange(HMACSHA256.HashData(key, leaf));
        }

        root.AddRange(new byte[4]);
        root.AddRange(Four(still.Length));
        return HMACSHA256.HashData(key, root.ToArray());
    }

    public void Dispose() => Key.Dispose();

    private static byte[] LowS(byte[] signature)
    {
        BigInteger s = Number(signature[32..]);
        return s > (N - 1) / 2 ? [.. signature[..32], .. Bytes(N - s)] : signature;
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        byte[] bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static byte[] Two(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Four(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
