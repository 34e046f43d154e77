namespace Sealcam.Tests;

[TestClass]
public class SealerTests
{
    private const string Pattern = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    [TestMethod]
    public void ASegmentIsTheBytesOfTheProtocol()
    {
        // Made by a script that knows PROTOCOL.md only; the signature is what PatternSigner makes of the signed bytes' SHA-256.
        const string hash = "a3bd832c8c95378cae51309b0253ae02d8f5d918d9ecb3f50e554f97803310c2";
        var claims = new Claims
        {
            BootCount = 7, Sequence = 3, Digest = Hex.Bytes(Pattern), Iat = 1790000000, Uptime = 12,
            FrameAge = 35, ClockQuality = 3,
        };
        Assert.AreEqual("ffeb00de4a50000100000001000000d46a756d62000000196a756d64"
            + "9014c70b35cf4405a61e342b0745b31400000000b363626f72"
            + "845826a20126045820" + TestIdentity.Id + "a0583d"
            + "a4061a6ab13b801901050c19010b073a00010000" + "86035820" + Pattern + "18230300f6"
            + "5840" + hash + hash, Sealed(claims));
    }

    [TestMethod]
    public void ASegmentWithANonceAndWithoutATimeIsTheBytesOfTheProtocol()
    {
        const string hash = "5c42cbc1cd69a96ad6891849b3aebc3ad6831373ddff08d05ac7974ff822a629";
        var claims = new Claims
        {
            BootCount = 300, Sequence = 70000, Digest = Hex.Bytes(Pattern), Iat = 99, Uptime = 70000,
            FrameAge = 65535, ClockQuality = 0, Dropped = 24, PreviousLast = 5, PreviousLastKnown = true,
            Nonce = Hex.Bytes("6465666768696a6b6c6d6e6f70717273"),
        };
        Assert.AreEqual("ffeb00f64a50000100000001000000ec6a756d62000000196a756d64"
            + "9014c70b35cf4405a61e342b0745b31400000000cb63626f72"
            + "845826a20126045820" + TestIdentity.Id + "a05855"
            + "a40a506465666768696a6b6c6d6e6f707172731901051a0001117019010b19012c3a00010000" + "861a000111705820" + Pattern
            + "19ffff00181805" + "5840" + hash + hash, Sealed(claims));
    }

    [TestMethod]
    public void EveryFieldAtItsMaximumFitsTheBudget()
    {
        Assert.AreEqual(245, Largest(0));
        Assert.AreEqual(263, Largest(16));
        Assert.AreEqual(Limits.SegmentBytes, Largest(64));
        Assert.IsTrue(Largest(0) <= 256 && Largest(16) <= 272);
    }

    [TestMethod]
    public void ASealerMakesOneTokenAfterAnother()
    {
        var sealer = Sealer();
        var claims = new Claims { BootCount = 1, ClockQuality = 1, Iat = 1 };
        var segment = new byte[Limits.SegmentBytes];
        var view = new TokenView();
        for (uint i = 1; i < 300; i += 40)
        {
            claims.Sequence = i;
            claims.Nonce = i % 3 == 0 ? new byte[64] : null;
            claims.PreviousLastKnown = i % 2 == 0;
            Assert.IsTrue(view.Read(segment, 0, sealer.Seal(claims, segment)));
            Assert.AreEqual(i, view.Sequence);
            Assert.AreEqual(TestIdentity.Id, Hex.Text(view.DeviceId));
        }
    }

    [TestMethod]
    public void ATokenSaysWhatTheClaimsSay()
    {
        var view = new TokenView();
        var segment = new byte[Limits.SegmentBytes];
        Assert.IsTrue(view.Read(segment, 0, Sealer().Seal(Full(32), segment)));
        Assert.IsTrue(view.Timed && view.HasNonce && view.PreviousLastKnown);
        Assert.AreEqual(0xFFFFFFFFu, view.Iat);
        Assert.AreEqual(0xFFFFFFFFu, view.Uptime);
        Assert.AreEqual(0xFFFFFFFFu, view.BootCount);
        Assert.AreEqual(0xFFFFFFFFu, view.Sequence);
        Assert.AreEqual(0xFFFFFFFFu, view.Dropped);
        Assert.AreEqual(0xFFFFFFFEu, view.PreviousLast);
        Assert.AreEqual(65535u, view.FrameAge);
        Assert.AreEqual(4u, view.Quality);
        Assert.AreEqual(32, view.Nonce.Length);
    }

    [TestMethod]
    public void OnlyOurOwnTypeIsOurs()
    {
        var head = new byte[Segment.HeadBytes];
        Segment.WriteHead(100, head, 0);
        Assert.IsTrue(Segment.IsOurs(head, 44));
        Assert.IsFalse(Segment.IsOurs(head, 43));
        for (int i = 0; i < 44; i++)
        {
            head[i] ^= 0x80;
            bool looked = i == 1 || i == 4 || i == 5 || i >= 16 && i < 20 || i >= 24;
            Assert.AreEqual(!looked, Segment.IsOurs(head, 44), "byte " + i);
            head[i] ^= 0x80;
        }
    }

    [TestMethod]
    public void TheDeviceIdIsBase32AsInRfc4648()
    {
        Assert.AreEqual("md7njorflkotdslb5n2mmnlnndaetoeshnq7u3hgnfrc4yhst63a", DeviceId.Text(Hex.Bytes(TestIdentity.Id), 0));
        Assert.AreEqual("aaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dypq", DeviceId.Text(Hex.Bytes("ffff" + Pattern), 2));
        Assert.AreEqual("777777777777777777777777777777777777777777777777777q",
            DeviceId.Text(Hex.Bytes("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"), 0));
        Assert.AreEqual("md7n-jorf", DeviceId.Fingerprint("md7njorflkotdslb5n2mmnlnndaetoeshnq7u3hgnfrc4yhst63a"));
    }

    [TestMethod]
    public void ForeignTextBecomesOnePrintableLine()
    {
        Assert.AreEqual("a.b..~", Ascii.Text(new byte[] { 9, (byte)'a', 10, (byte)'b', 0x7F, 0xC3, (byte)'~' }, 1, 6));
        Assert.AreEqual("", Ascii.Text(new byte[0], 0, 0));
    }

    private static Sealer Sealer() => new Sealer(new PatternSigner(), Hex.Bytes(TestIdentity.Id));

    private static string Sealed(Claims claims)
    {
        var segment = new byte[Limits.SegmentBytes];
        int length = Sealer().Seal(claims, segment);
        return Hex.Text(segment, 0, length);
    }

    private static Claims Full(int nonce) => new Claims
    {
        BootCount = 0xFFFFFFFF, Sequence = 0xFFFFFFFF, Iat = 0xFFFFFFFF, Uptime = 0xFFFFFFFF, FrameAge = 65535, ClockQuality = 4,
        Dropped = 0xFFFFFFFF, PreviousLast = 0xFFFFFFFE, PreviousLastKnown = true, Nonce = nonce == 0 ? null : new byte[nonce],
    };

    private static int Largest(int nonce) => Sealer().Seal(Full(nonce), new byte[Limits.SegmentBytes]);
}
