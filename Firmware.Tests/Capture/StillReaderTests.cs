namespace Sealcam.Tests;

[TestClass]
public class StillReaderTests
{
    private const int Leaf = Limits.LeafBytes;

    [TestMethod]
    public void AStillIsKeptAndDigestedWhateverItsLengthIs()
    {
        Passes(TestJpeg.Make(TestJpeg.Least, 1), TestJpeg.Least, 0);
        Passes(TestJpeg.Make(Leaf - 1, 2), Leaf - 1, 0);
        Passes(TestJpeg.Make(Leaf, 3), Leaf, 0);
        Passes(TestJpeg.Make(Leaf + 1, 4), Leaf + 1, 0);  // EOI over two blocks
        Passes(TestJpeg.Make(Leaf + 2, 5), Leaf + 2, 0);
        Passes(TestJpeg.Make(2 * Leaf, 6), 2 * Leaf, 0);
        Passes(TestJpeg.Make(9000, 7), 9000, 0);
    }

    [TestMethod]
    public void AnyPortionsOfReadsGiveTheSame()
    {
        var jpeg = TestJpeg.Make(4500, 8);
        Passes(jpeg, 4500, 1);
        Passes(jpeg, 4500, 7);
        Passes(jpeg, 4500, 4095);
        Passes(jpeg, 4500, 5000);
    }

    [TestMethod]
    public void PaddingIsTrimmedIntoTheBlockBeforeToo()
    {
        Padded(3000, 100);
        Padded(Leaf - 4, 4);           // to the end of the only block
        Padded(Leaf - 4, 40);          // EOI in the first block, padding in the second
        Padded(Leaf, 1);               // EOI ends the first block: the second is all padding
        Padded(Leaf, Leaf - 2);        // the most: EOI begins the last 4,096 bytes
        Padded(Leaf + 1, 300);         // EOI over both
        Padded(2 * Leaf - 10, 2000);   // three blocks, trimmed to two
    }

    [TestMethod]
    public void MorePaddingThanIsLookedAtIsATornStill()
    {
        Refused("no EOI", PaddedBytes(Leaf, Leaf - 1), 0);
        Refused("no EOI", PaddedBytes(3000, 4200), 0);
    }

    [TestMethod]
    public void ATornStillIsRefused()
    {
        var jpeg = TestJpeg.Make(5000, 9);
        for (int lost = 1; lost < 5000; lost += 833)
        {
            Refused("torn", Cut(jpeg, 5000 - lost), lost);  // the sensor announced more
        }

        Refused("no EOI", Cut(jpeg, 4999), 0);
        Refused("no EOI", Cut(jpeg, 200), 0);
        Refused("before the scan", Cut(jpeg, 70), 0);
        Refused("before the scan", Cut(jpeg, 1), 0);
    }

    [TestMethod]
    public void AnEoiBeforeTheScanIsNotTheEnd()
    {
        // A torn still whose EXIF preview, with an EOI of its own, lies in the last 4,096 bytes.
        var torn = new TestJpeg(800).Soi().Segment(0xE1, 60, 0x20).Tables().Frame(0xC0).Scan(300, 3);
        torn.Bytes[50] = 0xFF;
        torn.Bytes[51] = 0xD9;
        Refused("no EOI", torn.Cut(), 0);

        // And one in the scan header itself, which then is no end either.
        var header = new TestJpeg(200).Soi().Tables().Frame(0xC0).Add(0xFF, 0xDA, 0, 8, 1, 0xFF, 0xD9, 0, 63, 0).Pad(20, 0x33);
        Refused("no EOI", header.Cut(), 0);
    }

    [TestMethod]
    public void AnEoiRightBehindTheScanHeaderIsTheEnd()
    {
        Passes(TestJpeg.Make(TestJpeg.Least, 1), TestJpeg.Least, 3);
    }

    [TestMethod]
    public void ARefusalComesAsSoonAsItIsSure()
    {
        var still = new FakeStill();
        var bytes = new byte[9000];
        still.Lease(bytes, 9000, 9000, 0);
        var outbox = Outbox(3);
        outbox.Open(9000);
        var reader = Reader(outbox);
        reader.Start(still);
        Assert.IsTrue(reader.Read(new byte[32], out _));
        Assert.IsNotNull(reader.Fault);
        Assert.AreEqual(1, still.Reads);
    }

    [TestMethod]
    public void OneSliceReadsAtMostOneBlockAndSaysWhetherAnyByteCame()
    {
        var still = new FakeStill();
        still.Lease(TestJpeg.Make(9000, 1), 9000, 9000, 0);
        var outbox = Outbox(3);
        outbox.Open(9000);
        var reader = Reader(outbox);
        reader.Start(still);
        var digest = new byte[32];
        Assert.IsFalse(reader.Read(digest, out bool progress));
        Assert.IsTrue(progress);
        Assert.AreEqual(1, still.Reads);
        Assert.IsFalse(reader.Read(digest, out progress));
        still.StallsAt = 2 * Leaf;
        Assert.IsFalse(reader.Read(digest, out progress));
        Assert.IsFalse(progress);
        still.StallsAt = -1;
        Assert.IsTrue(reader.Read(digest, out progress));
        Assert.IsNull(reader.Fault);
    }

    private static void Padded(int length, int padding)
    {
        for (int value = 0; value <= 0xFF; value += 0xFF)
        {
            Passes(PaddedBytes(length, padding), length, 0);
        }
    }

    private static byte[] PaddedBytes(int length, int padding) =>
        new TestJpeg(length + padding).Whole(length, 5).Pad(padding, 0).Bytes;

    private static byte[] Cut(byte[] bytes, int count)
    {
        var cut = new byte[count];
        System.Array.Copy(bytes, 0, cut, 0, count);
        return cut;
    }

    private static RamOutbox Outbox(int blocks) => new RamOutbox(blocks * Leaf, false, new Counters(), new CollectingLog());

    private static StillReader Reader(RamOutbox outbox) =>
        new StillReader(outbox, new LeafDigest(new ManagedMac(), outbox.Capacity));

    private static void Passes(byte[] source, int length, int portion)
    {
        var outbox = Outbox(BlockPool.BlocksFor(source.Length));
        var reader = Reader(outbox);
        var claims = new Claims();
        Run(outbox, reader, claims.Digest, source, source.Length, portion);
        Assert.IsNull(reader.Fault, reader.Fault);
        Assert.AreEqual(length, reader.Length);
        Assert.AreEqual(Hex.Text(Reference.Digest(source, length)), Hex.Text(claims.Digest));
        outbox.Keep(length, claims, new byte[60], 60, 0);
        var kept = outbox.Oldest();
        for (int at = 0; at < length;)
        {
            int count = outbox.Look(kept, at, out byte[] block, out int offset);
            Assert.IsTrue(BigEndian.Same(source, at, block, offset, count));
            at += count;
        }
    }

    private static void Refused(string why, byte[] source, int lost)
    {
        var outbox = Outbox(BlockPool.BlocksFor(source.Length + lost));
        var reader = Reader(outbox);
        Run(outbox, reader, new byte[32], source, source.Length + lost, 0);
        Assert.IsTrue(reader.Fault != null && reader.Fault.IndexOf(why) >= 0, why + " is not in: " + reader.Fault);
    }

    private static void Run(RamOutbox outbox, StillReader reader, byte[] digest, byte[] source, int announced, int portion)
    {
        var still = new FakeStill();
        still.Lease(source, source.Length, announced, 0);
        still.Portion = portion;
        Assert.IsTrue(outbox.Open(announced));
        reader.Start(still);
        for (int i = 0; !reader.Read(digest, out _); i++)
        {
            Assert.IsTrue(i < 9, "no end");
        }
    }
}
