namespace Sealcam.Tests;

[TestClass]
public class MarkerWalkTests
{
    [TestMethod]
    public void APlainStillIsWalkedToItsScan()
    {
        var walk = Walk(TestJpeg.Make(TestJpeg.Least, 1), 4096);
        Assert.IsTrue(walk.IsDone);
        Assert.IsNull(walk.Fault);
        Assert.AreEqual(32, walk.Width);
        Assert.AreEqual(24, walk.Height);
    }

    [TestMethod]
    public void AnySplitOfTheBytesGivesTheSame()
    {
        var bytes = Rich(0xC2).Cut();
        var walk = new MarkerWalk();
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            walk.Clear();
            walk.Feed(bytes, 0, cut);
            walk.Feed(bytes, cut, bytes.Length - cut);
            Assert.IsTrue(walk.IsDone, "cut at " + cut + ": " + walk.Fault);
        }

        for (int portion = 1; portion < 9; portion++)
        {
            Assert.IsTrue(Walk(bytes, portion).IsDone);
        }
    }

    [TestMethod]
    public void EveryFrameHeaderCountsAndDhtJpgAndDacDoNot()
    {
        for (int code = 0xC0; code <= 0xCF; code++)
        {
            bool isFrame = code != 0xC4 && code != 0xC8 && code != 0xCC;
            var jpeg = new TestJpeg(120).Soi().Tables().Frame(code).Scan(0, 1);
            Assert.AreEqual(isFrame, Walk(jpeg.Cut(), 200).IsDone);
        }
    }

    [TestMethod]
    public void FillBytesAndLoneMarkersAreWalkedOver()
    {
        var jpeg = new TestJpeg(160).Soi().Add(0xFF, 0xFF, 0xFF, 0x01, 0xFF, 0xD0, 0xFF, 0xD7, 0xFF).Tables().Add(0xFF);
        jpeg.Frame(0xC0);
        Assert.IsTrue(Walk(jpeg.Scan(0, 1).Cut(), 200).IsDone);
    }

    [TestMethod]
    public void NothingBehindTheScanHeaderIsLookedAt()
    {
        var jpeg = new TestJpeg(160).Soi().Tables().Frame(0xC0).Scan(0, 1).Add(0xFF, 0xD8, 0x00, 0xFF, 0xC0, 0x00, 0x00);
        Assert.IsTrue(Walk(jpeg.Cut(), 1).IsDone);
    }

    [TestMethod]
    public void ALargeSegmentIsPassedOverWhateverItHolds()
    {
        var jpeg = new TestJpeg(3000).Soi().Segment(0xE1, 2500, 0xFF).Tables().Frame(0xC0).Scan(0, 1);
        Assert.IsTrue(Walk(jpeg.Cut(), 700).IsDone);
    }

    [TestMethod]
    public void WhatIsNoJpegIsRefusedWithItsReason()
    {
        Refused("no SOI", new TestJpeg(9).Add(0x89, 0x50, 0x4E, 0x47));
        Refused("no SOI", new TestJpeg(9).Add(0xFF, 0xD9));
        Refused("no SOI", new TestJpeg(9).Pad(9, 0));
        Refused("no marker", new TestJpeg(9).Soi().Add(0x00));
        Refused("no marker", new TestJpeg(99).Soi().Tables().Add(0x12));
        Refused("may not stand", new TestJpeg(9).Soi().Soi());
        Refused("may not stand", new TestJpeg(9).Soi().Eoi());
        Refused("may not stand", new TestJpeg(9).Soi().Add(0xFF, 0x00));
        Refused("shorter than", new TestJpeg(9).Soi().Add(0xFF, 0xE0, 0, 0));
        Refused("shorter than", new TestJpeg(9).Soi().Add(0xFF, 0xE0, 0, 1));
        Refused("short frame header", new TestJpeg(99).Soi().Tables().Segment(0xC0, 4, 1));
        Refused("of no size", new TestJpeg(120).Soi().Tables().Frame(0xC0, 0, 24));
        Refused("of no size", new TestJpeg(120).Soi().Tables().Frame(0xC0, 32, 0));
        Refused("no frame header", new TestJpeg(120).Soi().Tables().Scan(0, 1));
        Refused("no quantisation table", new TestJpeg(120).Soi().Frame(0xC0).Scan(0, 1));
    }

    [TestMethod]
    public void AStillThatIsSealedAlreadyIsRefusedWhereverItsTokenStands()
    {
        Refused("already sealed", AddToken(new TestJpeg(400).Soi()));
        Refused("already sealed", AddToken(new TestJpeg(400).Soi().Tables().Add(0xFF)));
        Refused("already sealed", AddToken(new TestJpeg(400).Soi().Tables().Frame(0xC0)));
    }

    [TestMethod]
    public void OtherApp11SegmentsAreNoToken()
    {
        var c2pa = AddToken(new TestJpeg(400).Soi());
        c2pa.Bytes[2 + Segment.TypeOffset] ^= 0x01;
        Assert.IsTrue(Walk(c2pa.Tables().Frame(0xC0).Scan(0, 1).Cut(), 50).IsDone);
        var empty = new TestJpeg(200).Soi().Segment(0xEB, 0, 0).Segment(0xEB, 41, 0x4A);
        Assert.IsTrue(Walk(empty.Tables().Frame(0xC0).Scan(0, 1).Cut(), 50).IsDone);
    }

    [TestMethod]
    public void DataThatEndBeforeTheScanAreNeitherDoneNorFaulty()
    {
        var bytes = TestJpeg.Make(TestJpeg.Least, 1);
        for (int count = 0; count < TestJpeg.Least - 2; count++)
        {
            var walk = new MarkerWalk();
            walk.Feed(bytes, 0, count);
            Assert.IsFalse(walk.IsDone);
            Assert.IsNull(walk.Fault);
        }
    }

    [TestMethod]
    public void ClearForgetsTheStillBefore()
    {
        var walk = Walk(new TestJpeg(9).Soi().Soi().Cut(), 9);
        Assert.IsNotNull(walk.Fault);
        walk.Clear();
        Assert.AreEqual(0, walk.Width);
        walk.Feed(new TestJpeg(120).Soi().Frame(0xC0).Scan(0, 1).Cut(), 0, 25);
        Assert.IsNotNull(walk.Fault, "the quantisation table of the still before does not count");
    }

    [TestMethod]
    public void AnyBytesEndTheWalkWithoutAnException()
    {
#if NANOFRAMEWORK_1_0
        const int rounds = 60;
#else
        const int rounds = 50000;
#endif
        var dice = new Dice(7);
        var bytes = Rich(0xC0).Cut();
        var walk = new MarkerWalk();
        for (int round = 0; round < rounds; round++)
        {
            int at = dice.Below(bytes.Length);
            byte kept = bytes[at];
            bytes[at] = (byte)dice.Below(256);
            walk.Clear();
            walk.Feed(bytes, 0, bytes.Length);
            Assert.IsFalse(walk.IsDone && walk.Fault != null);
            bytes[at] = kept;
        }
    }

    private static TestJpeg Rich(int frame) => new TestJpeg(260).Soi().Segment(0xE0, 14, 0x4A).Add(0xFF).Segment(0xE1, 60, 0xFF)
        .Tables().Segment(0xC4, 3, 0).Frame(frame).Segment(0xDD, 2, 0).Scan(20, 3).Eoi();

    private static TestJpeg AddToken(TestJpeg jpeg)
    {
        var segment = new byte[Segment.HeadBytes];
        Segment.WriteHead(10, segment, 0);
        for (int i = 0; i < segment.Length; i++)
        {
            jpeg.Add(segment[i]);
        }

        return jpeg.Pad(10, 0x80);
    }

    private static MarkerWalk Walk(byte[] bytes, int portion)
    {
        var walk = new MarkerWalk();
        for (int at = 0; at < bytes.Length; at += portion)
        {
            walk.Feed(bytes, at, bytes.Length - at < portion ? bytes.Length - at : portion);
        }

        return walk;
    }

    private static void Refused(string why, TestJpeg jpeg)
    {
        var bytes = jpeg.Cut();
        for (int portion = 1; portion <= bytes.Length; portion += 7)
        {
            var walk = Walk(bytes, portion);
            Assert.IsFalse(walk.IsDone);
            Assert.IsTrue(walk.Fault != null && walk.Fault.IndexOf(why) >= 0, why + " is not in: " + walk.Fault);
        }
    }
}
