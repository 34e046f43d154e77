using System.Numerics;

namespace Sealcam.Fuzz;

/// <summary>
/// COSE_Sign1 structures, headers, keys and signatures that are not as PROTOCOL.md 2.2 wants them: all of them N.
/// </summary>
public static class CoseCases
{
    private static readonly BigInteger _p =
        TestKey.Number(Convert.FromHexString("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF"));

    public static IEnumerable<Case> Of(CaseBase b) => Headers(b).Concat(Shapes(b)).Concat(Keys(b)).Concat(Signatures(b));

    private static IEnumerable<Case> Headers(CaseBase b)
    {
        byte[] id = b.Key.Id;
        byte[] alg = Cbor.Uint(1), es256 = Cbor.Negative(6), kid = Cbor.Uint(4);
        yield return Header(b, "alg ES384", Cbor.Map(alg, Cbor.Negative(34), kid, Cbor.Bytes(id)));
        yield return Header(b, "alg EdDSA", Cbor.Map(alg, Cbor.Negative(7), kid, Cbor.Bytes(id)));
        yield return Header(b, "alg 7", Cbor.Map(alg, Cbor.Uint(7), kid, Cbor.Bytes(id)));
        yield return Header(b, "alg as text", Cbor.Map(alg, Cbor.Text("ES256"), kid, Cbor.Bytes(id)));
        yield return Header(b, "alg longer than it need be", Cbor.Map(alg, Cbor.Head(1, 6, 1), kid, Cbor.Bytes(id)));
        yield return Header(b, "no alg", Cbor.Map(kid, Cbor.Bytes(id)));
        yield return Header(b, "no kid", Cbor.Map(alg, es256));
        yield return Header(b, "no header", Cbor.Map());
        yield return Header(b, "empty header", []);
        yield return Header(b, "kid before alg", Cbor.Map(kid, Cbor.Bytes(id), alg, es256));
        yield return Header(b, "kid of 31 bytes", Cbor.Map(alg, es256, kid, Cbor.Bytes(id[1..])));
        yield return Header(b, "kid of 33 bytes", Cbor.Map(alg, es256, kid, Cbor.Bytes([2, .. id])));
        yield return Header(b, "kid as text", Cbor.Map(alg, es256, kid, Cbor.Text(new string('k', 32))));
        yield return Header(b, "kid with a longer head", Cbor.Map(alg, es256, kid, [0x59, 0, 32, .. id]));
        yield return Header(b, "kid twice", Cbor.Map(alg, es256, kid, Cbor.Bytes(id), kid, Cbor.Bytes(id)));
        yield return Header(b, "content type too", Cbor.Map(alg, es256, Cbor.Uint(3), Cbor.Uint(61), kid, Cbor.Bytes(id)));
        yield return Header(b, "critical header", Cbor.Map(alg, es256, Cbor.Uint(2), Cbor.Array(kid), kid, Cbor.Bytes(id)));
        yield return Header(b, "indefinite header", [0xBF, .. Cbor.Join(alg, es256, kid, Cbor.Bytes(id)), 0xFF]);
        yield return Header(b, "a byte behind the header", [.. Cbor.Map(alg, es256, kid, Cbor.Bytes(id)), 0]);
        yield return Header(b, "header with a longer head", [0xB8, 2, .. Cbor.Join(alg, es256, kid, Cbor.Bytes(id))]);
        yield return Header(b, "kid of another device", Cbor.Map(alg, es256, kid, Cbor.Bytes(b.OtherKey.Id)));
    }

    private static IEnumerable<Case> Shapes(CaseBase b)
    {
        yield return Cose(b, "tag 18", (h, c, s) => [0xD2, .. Whole(h, c, s)]);
        yield return Cose(b, "a byte behind the token", (h, c, s) => [.. Whole(h, c, s), 0]);
        yield return Cose(b, "token cut short", (h, c, s) => Whole(h, c, s)[..^1]);
        yield return Cose(b, "two tokens in one box", (h, c, s) => [.. Whole(h, c, s), .. Whole(h, c, s)]);
        yield return Cose(b, "three parts", (h, c, s) => Cbor.Array(Cbor.Bytes(h), Cbor.Map(), Cbor.Bytes(c)));
        yield return Cose(b, "five parts", (h, c, s) =>
            Cbor.Array(Cbor.Bytes(h), Cbor.Map(), Cbor.Bytes(c), Cbor.Bytes(s), Cbor.Null));
        yield return Cose(b, "detached claims", (h, c, s) => Cbor.Array(Cbor.Bytes(h), Cbor.Map(), Cbor.Null, Cbor.Bytes(s)));
        yield return Cose(b, "claims not wrapped", (h, c, s) => Cbor.Array(Cbor.Bytes(h), Cbor.Map(), c, Cbor.Bytes(s)));
        yield return Cose(b, "header not wrapped", (h, c, s) => Cbor.Array(h, Cbor.Map(), Cbor.Bytes(c), Cbor.Bytes(s)));
        yield return Cose(b, "unprotected header", (h, c, s) =>
            Cbor.Array(Cbor.Bytes(h), Cbor.Map(Cbor.Uint(33), Cbor.Bytes([1])), Cbor.Bytes(c), Cbor.Bytes(s)));
        yield return Cose(b, "unprotected header is null", (h, c, s) =>
            Cbor.Array(Cbor.Bytes(h), Cbor.Null, Cbor.Bytes(c), Cbor.Bytes(s)));
        yield return Cose(b, "unprotected map with a longer head", (h, c, s) =>
            Cbor.Array(Cbor.Bytes(h), [0xB8, 0], Cbor.Bytes(c), Cbor.Bytes(s)));
        yield return Cose(b, "unprotected map shorter than it says", (h, c, s) =>
            [0x84, .. Cbor.Bytes(h), 0xA1, .. Cbor.Bytes(c), .. Cbor.Bytes(s)]);
        yield return Cose(b, "unprotected map is indefinite", (h, c, s) =>
            Cbor.Array(Cbor.Bytes(h), [0xBF, 0xFF], Cbor.Bytes(c), Cbor.Bytes(s)));
        yield return Cose(b, "token array with a longer head", (h, c, s) => [0x98, .. Whole(h, c, s)[1..].Prepend((byte)4)]);
        yield return Cose(b, "indefinite token", (h, c, s) => [0x9F, .. Whole(h, c, s)[1..], 0xFF]);
        yield return Cose(b, "claims with a longer head", (h, c, s) =>
            Cbor.Array(Cbor.Bytes(h), Cbor.Map(), [.. Cbor.Head(2, (ulong)c.Length, 4), .. c], Cbor.Bytes(s)));
        yield return Cose(b, "claims in pieces", (h, c, s) =>
            Cbor.Array(Cbor.Bytes(h), Cbor.Map(), [0x5F, .. Cbor.Bytes(c[..9]), .. Cbor.Bytes(c[9..]), 0xFF], Cbor.Bytes(s)));
        yield return Cose(b, "text for a token", (h, c, s) => Cbor.Text("sealed, honestly"));
        yield return Cose(b, "six hundred arrays", (h, c, s) => CleanCases.Fill(600, 0x81));
        yield return Cose(b, "a token of one byte", (h, c, s) => [0x84]);
    }

    private static IEnumerable<Case> Keys(CaseBase b)
    {
        BigInteger x = TestKey.Number(b.Key.Id);
        yield return Kid(b, "X is p", TestKey.Fixed(_p));
        yield return Kid(b, "X is 2^256 - 1", CleanCases.Fill(32, 0xFF));
        yield return Kid(b, "X is 0", new byte[32]);
        for (int i = 0; i < 6; i++)
        {
            yield return Kid(b, "X moved by " + (i + 1), TestKey.Fixed(x + i + 1));
        }

        yield return b.Make("signed with the odd Y", 'N', b.Recipe with { Key = b.Key.Odd() });
        yield return b.Make("signed by another device", 'N',
            b.Recipe with { Key = b.OtherKey, Header = _ => TokenMaker.HeaderFor(b.Recipe) });
    }

    private static IEnumerable<Case> Signatures(CaseBase b)
    {
        byte[] zero = new byte[32], one = TestKey.Fixed(1), n = TestKey.Fixed(TestKey.N),
            half = TestKey.Fixed((TestKey.N - 1) / 2);
        yield return Signed(b, "s is n - s", s => [.. s[..32], .. TestKey.Fixed(TestKey.N - TestKey.Number(s[32..]))]);
        yield return Signed(b, "r is 0", s => [.. zero, .. s[32..]]);
        yield return Signed(b, "s is 0", s => [.. s[..32], .. zero]);
        yield return Signed(b, "both are 0", s => new byte[64]);
        yield return Signed(b, "r is n", s => [.. n, .. s[32..]]);
        yield return Signed(b, "s is n", s => [.. s[..32], .. n]);
        yield return Signed(b, "both are 1", s => [.. one, .. one]);
        yield return Signed(b, "s is half of n", s => [.. s[..32], .. half]);
        yield return Signed(b, "s is just over half of n", s => [.. s[..32], .. TestKey.Fixed((TestKey.N + 1) / 2)]);
        yield return Signed(b, "r is n - r", s => [.. TestKey.Fixed(TestKey.N - TestKey.Number(s[..32])), .. s[32..]]);
        yield return Signed(b, "both are all ones", s => CleanCases.Fill(64, 0xFF));
        yield return Signed(b, "r and s swapped", s => [.. s[32..], .. s[..32]]);
        yield return Signed(b, "63 bytes", s => s[1..]);
        yield return Signed(b, "65 bytes", s => [0, .. s]);
        yield return Signed(b, "empty", s => []);
        yield return Signed(b, "in DER", s => [0x30, 0x44, 2, 0x20, .. s[..32], 2, 0x20, .. s[32..]]);
        yield return b.Make("external_aad of another version", 'N', b.Recipe with { ExternalAad = "sealcam still 2" });
        yield return b.Make("external_aad of a health report", 'N', b.Recipe with { ExternalAad = "sealcam health 1" });
        yield return b.Make("no external_aad", 'N', b.Recipe with { ExternalAad = "" });
        yield return b.Make("context of COSE_Sign", 'N', b.Recipe with { Context = "Signature" });
        yield return b.Make("signature over the claims alone", 'N',
            b.Recipe with { Signature = _ => b.Key.Sign(TokenMaker.ClaimsFor(b.Recipe)) });
        yield return b.Make("digest is SHA-256 of the still", 'N', b.Recipe with
        {
            Digest = _ => System.Security.Cryptography.SHA256.HashData(b.Still),
        });
        yield return b.Make("digest of another still", 'N', b.Recipe with { Digest = _ => TokenMaker.DigestOf(b.OtherStill) });
    }

    private static Case Header(CaseBase b, string name, byte[] header) =>
        b.Make(name, 'N', b.Recipe with { Header = _ => header });

    private static Case Kid(CaseBase b, string name, byte[] x) => b.Make(name, 'N', b.Recipe with
    {
        Header = _ => Cbor.Map(Cbor.Uint(1), Cbor.Negative(6), Cbor.Uint(4), Cbor.Bytes(x)),
    });

    private static Case Cose(CaseBase b, string name, Func<byte[], byte[], byte[], byte[]> cose) =>
        b.Make(name, 'N', b.Recipe with { Cose = cose });

    private static Case Signed(CaseBase b, string name, Func<byte[], byte[]> change) =>
        b.Make("signature: " + name, 'N', b.Recipe with { Signature = change });

    private static byte[] Whole(byte[] header, byte[] claims, byte[] signature) =>
        Cbor.Array(Cbor.Bytes(header), Cbor.Map(), Cbor.Bytes(claims), Cbor.Bytes(signature));
}
