namespace Sealcam.Fuzz;

/// <summary>Stills that are authentic, with every field at its ends: each must get the dot.</summary>
public static class CleanCases
{
    public static IEnumerable<Case> Of(CaseBase b)
    {
        Recipe r = b.Recipe;
        yield return Good("a still as most are", r);
        yield return Good("an answer to a request", r with { Nonce = Fill(16, 0x5A) });
        yield return Good("the longest nonce", r with { Nonce = Fill(64, 0xA5) });
        yield return Good("no time", r with { IssuedAt = null, Quality = 0 });
        yield return Good("no time and a nonce", r with { IssuedAt = null, Quality = 0, Nonce = Fill(16, 1) });
        // Of some devices the root that comes out of the power is the odd one.
        for (int device = 1; device <= 4; device++)
        {
            yield return Good("a still of device " + device, r with { Key = new TestKey("sealcam clean device " + device) });
        }

        for (uint quality = 1; quality <= 4; quality++)
        {
            yield return Good("clock quality " + quality, r with { Quality = quality });
        }

        yield return Good("previous last unknown", r with { PreviousLast = null });
        yield return Good("previous last 0", r with { PreviousLast = 0 });
        yield return Good("everything at its least", r with
        {
            Boot = 1, Sequence = 1, IssuedAt = 1, Uptime = 0, FrameAge = 0, Quality = 1, Dropped = 0, PreviousLast = 0,
        });
        yield return Good("everything at its most", Most(r));
        foreach (uint edge in (uint[])[23, 24, 255, 256, 65535, 65536])
        {
            yield return Good("every number " + edge, r with
            {
                Boot = edge, Sequence = edge, IssuedAt = edge, Uptime = edge, FrameAge = Math.Min(edge, 65535),
                Dropped = edge, PreviousLast = edge,
            });
        }
    }

    /// <summary>
    /// Elements that a later version may add, and stills of the lengths where the digest's leaves begin and end.
    /// </summary>
    public static IEnumerable<Case> Later(CaseBase b)
    {
        Recipe r = b.Recipe;
        yield return Good("extra number", r with { Extras = [Cbor.Uint(uint.MaxValue)] });
        yield return Good("extra bytes", r with { Extras = [Cbor.Bytes(Fill(64, 9))] });
        yield return Good("extra empty bytes and text", r with { Extras = [Cbor.Bytes([]), Cbor.Text("")] });
        yield return Good("extra text", r with { Extras = [Cbor.Text("höher als \U0001F4F7")] });
        yield return Good("extra text of 64 bytes", r with { Extras = [Cbor.Text(new string('x', 64))] });
        yield return Good("extra false, true and null", r with { Extras = [[0xF4], [0xF5], Cbor.Null] });
        yield return Good("ten extras", r with { Extras = Enumerable.Repeat(Cbor.Uint(1), 10).ToArray() });
        yield return Good("ten extras as long as can be", Most(r) with
        {
            Extras = Enumerable.Repeat(Cbor.Bytes(Fill(64, 7)), 10).ToArray(),
        });
        foreach (int length in (int[])[4095, 4096, 4097, 8192])
        {
            yield return Good("still of " + length + " bytes", r with { Still = Padded(b.Still, length) });
        }
    }

    /// <summary>Every number as large as it can be, and the longest nonce.</summary>
    public static Recipe Most(Recipe recipe) => recipe with
    {
        Boot = uint.MaxValue, Sequence = uint.MaxValue, IssuedAt = uint.MaxValue, Uptime = uint.MaxValue, FrameAge = 65535,
        Quality = 4, Dropped = uint.MaxValue, PreviousLast = uint.MaxValue, Nonce = Fill(64, 0xFF),
    };

    /// <summary>
    /// The still with bytes put behind EOI, as some sensors do, up to a length; a longer still up to one as far from a whole
    /// leaf.
    /// </summary>
    public static byte[] Padded(byte[] still, int length)
    {
        while (length < still.Length)
        {
            length += 4096;  // a leaf (PROTOCOL.md 2.4)
        }

        return [.. still, .. new byte[length - still.Length]];
    }

    public static byte[] Fill(int count, byte value) => Enumerable.Repeat(value, count).ToArray();

    private static Case Good(string name, Recipe recipe) => new(name, TokenMaker.Seal(recipe), '.');
}
