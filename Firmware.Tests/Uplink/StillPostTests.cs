namespace Sealcam.Tests;

[TestClass]
public class StillPostTests
{
    [TestMethod]
    public void ThePostIsTheRequestOfTheProtocolAndTheSealedStill()
    {
        var jpeg = TestJpeg.Make(4500, 2);
        var outbox = Keep(jpeg, 200);
        var server = new FakeServer { Whole = new byte[4700] };
        Send(new StillPost(outbox, new PostHead(new Settings { Host = "ingest.test" })), outbox, server);
        Assert.AreEqual("POST /v1/stills HTTP/1.1..Host: ingest.test:8443..Content-Type: image/jpeg..Content-Length: 4700....",
            server.HeadText);
        Assert.IsTrue(server.HasStill);
        Assert.IsTrue(BigEndian.Same(server.Whole, 0, jpeg, 0, 2), "SOI");
        for (int i = 2; i < 202; i++)
        {
            Assert.AreEqual(0xAB, (int)server.Whole[i], "segment");
        }

        Assert.IsTrue(BigEndian.Same(server.Whole, 202, jpeg, 2, 4498), "rest");
    }

    [TestMethod]
    public void AnyLengthIsWrittenWhole()
    {
        for (int length = 4094; length < 4100; length++)
        {
            var outbox = Keep(TestJpeg.Make(length, 2), 10);
            var server = new FakeServer();
            Send(new StillPost(outbox, new PostHead(new Settings { Host = "h" })), outbox, server);
            Assert.IsTrue(server.HasStill);
        }
    }

    [TestMethod]
    public void ASecondTryStartsFromTheBeginning()
    {
        var outbox = Keep(TestJpeg.Make(5000, 2), 100);
        var post = new StillPost(outbox, new PostHead(new Settings { Host = "ingest.test" }));
        post.Start(outbox.Oldest());
        post.Next(out _, out _);
        post.Next(out _, out _);
        post.Next(out _, out _);
        var server = new FakeServer();
        Send(post, outbox, server);
        Assert.IsTrue(server.HasStill);
    }

    [TestMethod]
    public void TheDefaultPortIsNotNamed()
    {
        var outbox = Keep(TestJpeg.Make(100, 2), 10);
        var server = new FakeServer();
        Send(new StillPost(outbox, new PostHead(new Settings { Host = "a.test", Port = 443, Path = "/x" })), outbox, server);
        Assert.AreEqual(0, server.HeadText.IndexOf("POST /x HTTP/1.1..Host: a.test..Content-Type"));
    }

    private static RamOutbox Keep(byte[] jpeg, int segmentLength)
    {
        var outbox = new RamOutbox(2 * Limits.LeafBytes, false, new Counters(), new CollectingLog());
        outbox.Open(jpeg.Length);
        for (int at = 0; at < jpeg.Length; at += Limits.LeafBytes)
        {
            int count = jpeg.Length - at < Limits.LeafBytes ? jpeg.Length - at : Limits.LeafBytes;
            System.Array.Copy(jpeg, at, outbox.Lend(), 0, count);
        }

        var segment = new byte[segmentLength];
        for (int i = 0; i < segmentLength; i++)
        {
            segment[i] = 0xAB;
        }

        outbox.Keep(jpeg.Length, new Claims(), segment, segmentLength, 0);
        return outbox;
    }

    private static void Send(StillPost post, RamOutbox outbox, FakeServer server)
    {
        server.Clear();
        post.Start(outbox.Oldest());
        do
        {
            int count = post.Next(out byte[] buffer, out int offset);
            Assert.IsTrue(count > 0 && count <= Limits.WriteBytes);
            server.Take(buffer, offset, count);
        }
        while (!post.IsWhole);
    }
}
