namespace Sealcam.Fuzz;

/// <summary>Tokens with a valid signature over claims that are not as PROTOCOL.md 2.3 wants them: all of them N.</summary>
public static class ClaimCases
{
    // Places in the list of keys and values when iat is there and no nonce.
    private const int Iat = 1, Uptime = 3, Boot = 5;

    public static IEnumerable<Case> Of(CaseBase b) =>
        Ranges(b).Concat(Values(b)).Concat(Keys(b)).Concat(Elements(b)).Concat(Extras(b));

    private static IEnumerable<Case> Ranges(CaseBase b)
    {
        Recipe r = b.Recipe;
        yield return Bad(b, "boot count 0", r with { Boot = 0 });
        yield return Bad(b, "sequence 0", r with { Sequence = 0 });
        yield return Bad(b, "iat 0", r with { IssuedAt = 0 });
        yield return Bad(b, "frame age 65536", r with { FrameAge = 65536 });
        yield return Bad(b, "clock quality 5", r with { Quality = 5 });
        yield return Bad(b, "iat without a clock", r with { Quality = 0 });
        yield return Bad(b, "a clock without iat", r with { IssuedAt = null });
        yield return Bad(b, "nonce of 15 bytes", r with { Nonce = CleanCases.Fill(15, 1) });
        yield return Bad(b, "nonce of 65 bytes", r with { Nonce = CleanCases.Fill(65, 1) });
        yield return Bad(b, "empty nonce", r with { Nonce = [] });
        yield return Bad(b, "digest of 31 bytes", r with { Digest = d => d[..31] });
        yield return Bad(b, "digest of 33 bytes", r with { Digest = d => [.. d, 0] });
    }

    /// <summary>The same wrong values in the place of each claim that is a number, and one that is too large.</summary>
    private static IEnumerable<Case> Values(CaseBase b)
    {
        foreach ((string name, byte[] value) in WrongNumbers())
        {
            foreach ((string claim, int place) in new[] { ("iat", Iat), ("uptime", Uptime), ("boot count", Boot) })
            {
                yield return Bad(b, claim + " is " + name, b.Recipe with { Claims = c => Replace(c, place, value) });
            }

            foreach (int i in (int[])[0, 2, 3, 4, 5])
            {
                yield return Bad(b, "element " + i + " is " + name, b.Recipe with
                {
                    StillArray = e => Cbor.Array([.. e.Select((old, at) => at == i ? value : old)]),
                });
            }
        }

        yield return Bad(b, "nonce is text", b.Recipe with
        {
            Nonce = CleanCases.Fill(16, 0x41), Claims = c => Replace(c, 3, Cbor.Text(new string('A', 16))),
        });
        yield return Bad(b, "nonce is an array", b.Recipe with
        {
            Nonce = CleanCases.Fill(16, 1), Claims = c => Replace(c, 3, Cbor.Array(c[3], c[3])),
        });
    }

    private static IEnumerable<(string Name, byte[] Value)> WrongNumbers()
    {
        yield return ("2^32", Cbor.Uint(1UL << 32));
        yield return ("2^64 - 1", Cbor.Uint(ulong.MaxValue));
        yield return ("negative", Cbor.Negative(0));
        yield return ("text", Cbor.Text("4"));
        yield return ("bytes", Cbor.Bytes([4]));
        yield return ("a half float", [0xF9, 0x44, 0x00]);
        yield return ("a single float", [0xFA, 0x40, 0x80, 0, 0]);
        yield return ("a double float", [0xFB, 0x40, 0x10, 0, 0, 0, 0, 0, 0]);
        yield return ("a bignum", [0xC2, 0x41, 4]);
        yield return ("tagged as a time", [0xC1, 4]);
        yield return ("true", [0xF5]);
        yield return ("undefined", [0xF7]);
        yield return ("an array", Cbor.Array(Cbor.Uint(4)));
        yield return ("a number of one byte that needs none", Cbor.Head(0, 4, 1));
        yield return ("a number of two bytes that needs none", Cbor.Head(0, 4, 2));
        yield return ("a number of four bytes that needs none", Cbor.Head(0, 4, 4));
        yield return ("a number of eight bytes that needs none", Cbor.Head(0, 4, 8));
        yield return ("a reserved head", [0x1C]);
        yield return ("a break", [0xFF]);
    }

    private static IEnumerable<Case> Keys(CaseBase b)
    {
        foreach (int at in (int[])[2, 4, 6])
        {
            yield return Claims(b, "claim " + at / 2 + " left out", c => Cbor.Map([.. c[..at], .. c[(at + 2)..]]));
        }

        yield return Claims(b, "no claims", c => Cbor.Map());
        yield return Claims(b, "claims are empty", c => []);
        yield return Claims(b, "claims are an array", c => Cbor.Array([.. c]));
        yield return Claims(b, "first two claims swapped", c => Cbor.Map([.. c[2..4], .. c[..2], .. c[4..]]));
        yield return Claims(b, "last two claims swapped", c => Cbor.Map([.. c[..4], .. c[6..], .. c[4..6]]));
        yield return Claims(b, "uptime twice", c => Cbor.Map([.. c[..4], .. c[2..]]));
        yield return Claims(b, "iat twice", c => Cbor.Map([.. c[..2], .. c]));
        yield return Claims(b, "the still's claim twice", c => Cbor.Map([.. c, .. c[6..]]));
        yield return Claims(b, "unknown claim in front", c => Cbor.Map([Cbor.Uint(1), Cbor.Text("x"), .. c]));
        yield return Claims(b, "unknown claim between", c => Cbor.Map([.. c[..2], Cbor.Uint(256), Cbor.Bytes([1]), .. c[2..]]));
        yield return Claims(b, "unknown claim behind", c => Cbor.Map([.. c, Cbor.Negative(65537), Cbor.Uint(0)]));
        yield return Claims(b, "claim key as text", c => Replace(c, 0, Cbor.Text("iat")));
        yield return Claims(b, "claim key longer than it need be", c => Replace(c, 0, Cbor.Head(0, 6, 1)));
        yield return Claims(b, "negative key longer than it need be", c => Replace(c, 6, Cbor.Head(1, 65536, 8)));
        yield return Claims(b, "map longer than it says", c => [.. Cbor.Head(5, 3), .. Cbor.Join([.. c])]);
        yield return Claims(b, "map shorter than it says", c => [.. Cbor.Head(5, 5), .. Cbor.Join([.. c])]);
        yield return Claims(b, "map of four billion", c => [.. Cbor.Head(5, uint.MaxValue), .. Cbor.Join([.. c])]);
        yield return Claims(b, "map with a longer head", c => [.. Cbor.Head(5, 4, 1), .. Cbor.Join([.. c])]);
        yield return Claims(b, "indefinite map", c => [0xBF, .. Cbor.Join([.. c]), 0xFF]);
        yield return Claims(b, "tagged claims", c => [0xD8, 61, .. Cbor.Map([.. c])]);
        yield return Claims(b, "a byte behind the claims", c => [.. Cbor.Map([.. c]), 0]);
        yield return Claims(b, "claims cut short", c => Cbor.Map([.. c])[..^1]);
    }

    private static IEnumerable<Case> Elements(CaseBase b)
    {
        yield return Array(b, "five elements", e => Cbor.Array([.. e[..5]]));
        yield return Array(b, "no elements", e => Cbor.Array());
        yield return Array(b, "array longer than it says", e => [.. Cbor.Head(4, 5), .. Cbor.Join([.. e])]);
        yield return Array(b, "array shorter than it says", e => [.. Cbor.Head(4, 7), .. Cbor.Join([.. e])]);
        yield return Array(b, "array of four billion", e => [.. Cbor.Head(4, uint.MaxValue), .. Cbor.Join([.. e])]);
        yield return Array(b, "array with a longer head", e => [.. Cbor.Head(4, 6, 1), .. Cbor.Join([.. e])]);
        yield return Array(b, "indefinite array", e => [0x9F, .. Cbor.Join([.. e]), 0xFF]);
        yield return Array(b, "elements in a map", e => [0xA3, .. Cbor.Join([.. e])]);
        yield return Array(b, "digest as text", e => Cbor.Array(e[0], Cbor.Text(new string('d', 32)), e[2], e[3], e[4], e[5]));
        yield return Array(b, "digest with a longer head", e =>
            Cbor.Array(e[0], [0x59, 0, .. e[1][1..]], e[2], e[3], e[4], e[5]));
        yield return Array(b, "digest in pieces", e => Cbor.Array(e[0], [0x5F, .. e[1], 0xFF], e[2], e[3], e[4], e[5]));
        yield return Array(b, "digest and sequence swapped", e => Cbor.Array(e[1], e[0], e[2], e[3], e[4], e[5]));
        yield return Array(b, "six hundred arrays deep", e => [.. CleanCases.Fill(600, 0x81), .. Cbor.Array([.. e])]);
        yield return Array(b, "bytes of four billion", e =>
            Cbor.Array(e[0], Cbor.Head(2, uint.MaxValue), e[2], e[3], e[4], e[5]));
        yield return Array(b, "bytes of 2^63", e => Cbor.Array(e[0], Cbor.Head(2, 1UL << 63), e[2], e[3], e[4], e[5]));
    }

    private static IEnumerable<Case> Extras(CaseBase b)
    {
        yield return Bad(b, "eleven extras", b.Recipe with { Extras = Enumerable.Repeat(Cbor.Uint(1), 11).ToArray() });
        foreach ((string name, byte[] value) in new[]
        {
            ("2^32", Cbor.Uint(1UL << 32)), ("negative", Cbor.Negative(0)), ("65 bytes", Cbor.Bytes(new byte[65])),
            ("65 characters", Cbor.Text(new string('x', 65))), ("an array", Cbor.Array()), ("a map", Cbor.Map()),
            ("a tag", [0xC1, 1]), ("a float", [0xF9, 0, 0]), ("undefined", [0xF7]), ("simple 19", [0xF3]),
            ("simple 32", [0xF8, 32]),
            ("true of two bytes", [0xF8, 21]), ("half a character", [0x62, 0xC3, 0x28]),
            ("a lone surrogate", [0x63, 0xED, 0xA0, 0x80]),
            ("a character of too many bytes", [0x62, 0xC0, 0xAF]), ("a number too long", Cbor.Head(0, 23, 1)),
            ("bytes with a longer head", [0x58, 1, 9]), ("bytes in pieces", [0x5F, 0x41, 9, 0xFF]),
            ("five hundred deep", CleanCases.Fill(500, 0x81)),
        })
        {
            yield return Bad(b, "extra is " + name, b.Recipe with { Extras = [value] });
        }
    }

    private static byte[] Replace(List<byte[]> claims, int place, byte[] value) =>
        Cbor.Map([.. claims.Select((old, at) => at == place ? value : old)]);

    private static Case Claims(CaseBase b, string name, Func<List<byte[]>, byte[]> change) =>
        Bad(b, name, b.Recipe with { Claims = change });

    private static Case Array(CaseBase b, string name, Func<List<byte[]>, byte[]> change) =>
        Bad(b, name, b.Recipe with { StillArray = change });

    private static Case Bad(CaseBase b, string name, Recipe recipe) => b.Make(name, 'N', recipe);
}
