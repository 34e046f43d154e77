namespace Sealcam.Fuzz;

/// <summary>Health reports, right and wrong. Written from PROTOCOL.md 5.5 alone.</summary>
public static class HealthCases
{
    private const uint Most = uint.MaxValue;

    public static IEnumerable<HealthCase> Of(CaseBase b) => Good(b).Concat(WrongClaims(b)).Concat(WrongCose(b)).Concat(Asked(b));

    /// <summary>iat, or null; uptime; boot count; the elements of the array.</summary>
    public static byte[] Claims(uint? issued, uint uptime, uint boot, params byte[][] elements)
    {
        List<byte[]> items = issued is { } time ? [Cbor.Uint(6), Cbor.Uint(time)] : [];
        items.AddRange([Cbor.Uint(261), Cbor.Uint(uptime), Cbor.Uint(267), Cbor.Uint(boot)]);
        items.AddRange([Cbor.Negative(65537), Cbor.Array(elements)]);
        return Cbor.Map([.. items]);
    }

    public static byte[] Sign(TestKey key, byte[] claims, string aad = "sealcam health 1") =>
        TokenMaker.CoseFor(new Recipe { Key = key, Still = [], ExternalAad = aad, Claims = _ => claims });

    /// <summary>A report as most are: boot 7, report 3.</summary>
    public static byte[][] Usual() =>
    [
        .. Uints(3, 300, 4, 1, 1, 120_000, 65_000), Cbor.Negative(66), .. Uints(2, 125, 40, 40, 37, 1, 0, 0, 3, 2, 1),
    ];

    private static byte[] UsualReport(CaseBase b) => Sign(b.Key, Claims(1_767_225_600, 900, 7, Usual()));

    private static IEnumerable<HealthCase> Good(CaseBase b)
    {
        byte[] nothing = Claims(null, 0, 1,
            [.. Uints(1, 1, 0, 0), Cbor.Null, Cbor.Null, Cbor.Null, Cbor.Null, .. Uints(0), Cbor.Null, .. Uints(new uint[9])]);
        byte[] most = Claims(Most, Most, Most,
            [
                .. Uints(Most, Most, 4, 7, 1, Most, Most), Cbor.Negative(126), .. Uints(Most, 1000),
                .. Uints([.. Enumerable.Repeat(Most, 9)]),
            ]);
        yield return new HealthCase("a report as most are", '.', UsualReport(b));
        yield return new HealthCase("nothing is known", '.', Sign(b.Key, nothing));
        yield return new HealthCase("every field at its maximum", '.', Sign(b.Key, most));
        yield return new HealthCase("elements of a later version", '.',
            Sign(b.Key, Claims(1, 1, 1, [.. Usual(), Cbor.Uint(9), Cbor.Text("later"), Cbor.Bytes(new byte[64]), Cbor.Null])));
    }

    private static IEnumerable<HealthCase> WrongClaims(CaseBase b)
    {
        (int Index, byte[] Value, string Name)[] wrong =
        [
            (0, Cbor.Uint(0), "a counter of 0"), (0, Cbor.Null, "no counter"), (1, Cbor.Uint(0), "an interval of 0"),
            (2, Cbor.Uint(5), "clock quality 5"), (2, Cbor.Uint(0), "a time and no clock"), (3, Cbor.Uint(8), "wake cause 8"),
            (4, Cbor.Uint(2), "last stop 2"), (4, [0xF5], "last stop true"), (5, Cbor.Negative(0), "a heap of -1"),
            (7, Cbor.Uint(1), "a signal above zero"), (7, Cbor.Negative(127), "a signal of -128 dBm"),
            (8, Cbor.Null, "stills waiting null"),
            (9, Cbor.Uint(1001), "an outbox fuller than full"), (10, Cbor.Uint(0x1_0000_0000), "a counter of 33 bits"),
            (11, Cbor.Head(0, 23, 1), "a number longer than it need be"), (18, Cbor.Text("1"), "a number as text"),
        ];
        foreach ((int index, byte[] value, string name) in wrong)
        {
            byte[][] elements = Usual();
            elements[index] = value;
            yield return new HealthCase(name, 'X', Sign(b.Key, Claims(1_767_225_600, 900, 7, elements)));
        }

        yield return new HealthCase("an element too few", 'X', Sign(b.Key, Claims(1, 1, 1, Usual()[..^1])));
        yield return new HealthCase("eleven elements more", 'X',
            Sign(b.Key, Claims(1, 1, 1, [.. Usual(), .. Uints(new uint[11])])));
        yield return new HealthCase("an element more that is an array", 'X',
            Sign(b.Key, Claims(1, 1, 1, [.. Usual(), Cbor.Array()])));
        yield return new HealthCase("boot count 0", 'X', Sign(b.Key, Claims(1, 1, 0, Usual())));
        yield return new HealthCase("no time and a clock", 'X', Sign(b.Key, Claims(null, 1, 1, Usual())));
        yield return new HealthCase("a time of 0", 'X', Sign(b.Key, Claims(0, 1, 1, Usual())));
        yield return new HealthCase("bytes behind the claims", 'X', Sign(b.Key, [.. Claims(1, 1, 1, Usual()), 0]));
        yield return new HealthCase("the claims of a still", 'X',
            TokenMaker.CoseFor(b.Recipe with { ExternalAad = "sealcam health 1" }));
        yield return new HealthCase("keys in another order", 'X', Sign(b.Key, Cbor.Map(
            Cbor.Uint(267), Cbor.Uint(1), Cbor.Uint(261), Cbor.Uint(1), Cbor.Uint(6), Cbor.Uint(1),
            Cbor.Negative(65537), Cbor.Array(Usual()))));
    }

    private static IEnumerable<HealthCase> WrongCose(CaseBase b)
    {
        byte[] claims = Claims(1_767_225_600, 900, 7, Usual()), report = UsualReport(b);
        Recipe recipe = new() { Key = b.Key, Still = [], ExternalAad = "sealcam health 1", Claims = _ => claims };
        yield return new HealthCase("signed as a still", 'N', Sign(b.Key, claims, "sealcam still 1"));
        yield return new HealthCase("signed as a later version", 'N', Sign(b.Key, claims, "sealcam health 2"));
        yield return new HealthCase("another key under this device ID", 'N',
            TokenMaker.CoseFor(recipe with { Key = b.OtherKey, Header = _ => TokenMaker.HeaderFor(recipe) }));
        yield return new HealthCase("a changed signature", 'N', [.. report[..^1], (byte)(report[^1] ^ 1)]);
        yield return new HealthCase("the other s", 'N', TokenMaker.CoseFor(recipe with
        {
            Signature = rs => [.. rs[..32], .. TestKey.Fixed(TestKey.N - TestKey.Number(rs.AsSpan(32)))],
        }));
        yield return new HealthCase("a changed counter", 'N',
            Replace(report, Claims(1_767_225_600, 900, 7, [Cbor.Uint(4), .. Usual()[1..]])));
        yield return new HealthCase("cut short", 'X', report[..^1]);
        yield return new HealthCase("a byte behind", 'X', [.. report, 0]);
        yield return new HealthCase("nothing", 'X', []);
        yield return new HealthCase("an unprotected header", 'X', TokenMaker.CoseFor(recipe with
        {
            Cose = (header, body, signature) => Cbor.Array(
                Cbor.Bytes(header), Cbor.Map(Cbor.Uint(1), Cbor.Uint(1)), Cbor.Bytes(body), Cbor.Bytes(signature)),
        }));
    }

    private static IEnumerable<HealthCase> Asked(CaseBase b)
    {
        HealthCase good = new("", '.', UsualReport(b)) { Device = b.Key.Id };
        yield return good with { Name = "the first of this boot that came", Newest = (6, 900) };
        yield return good with { Name = "the next one", Newest = (7, 2) };
        yield return good with { Name = "this very one", Newest = (7, 3), Verdict = 'R' };
        yield return good with { Name = "an older one of this boot", Newest = (7, 4), Verdict = 'R' };
        yield return good with { Name = "one of an older boot", Newest = (8, 1), Verdict = 'R' };
        yield return good with { Name = "another device's", Device = b.OtherKey.Id, Verdict = 'F' };
        yield return good with { Name = "another device's and old", Device = b.OtherKey.Id, Newest = (9, 9), Verdict = 'F' };
    }

    /// <summary>Other claims of the same length under the old signature.</summary>
    private static byte[] Replace(byte[] report, byte[] claims)
    {
        byte[] changed = [.. report];
        claims.CopyTo(changed, report.Length - 66 - claims.Length);
        return changed;
    }

    private static byte[][] Uints(params uint[] values) => [.. values.Select(value => Cbor.Uint(value))];
}
