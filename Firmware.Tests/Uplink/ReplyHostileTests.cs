namespace Sealcam.Tests;

/// <summary>
/// Replies that are wrong, too long, ambiguous or random: each ends as garbage, within bounds, without an exception.
/// </summary>
[TestClass]
public class ReplyHostileTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private const string Chunks = Ok + "Transfer-Encoding: chunked\r\n\r\n";

    [TestMethod]
    public void WhatIsNoStatusLineIsGarbage()
    {
        Garbage("SSH-2.0-OpenSSH_9.2\r\n");
        Garbage("\r\n");
        Garbage("HTTP/1.1 20\r\n");
        Garbage("HTTP/1.1 2x0 OK\r\n");
        Garbage("HTTP/1.1 099 OK\r\n");
        Garbage("HTTP/1.1 600 OK\r\n");
        Garbage("HTTP/1.1 2000\r\n");
        Garbage("HTTP/1.1  200 OK\r\n");
        Garbage("HTTP/2.0 200 OK\r\n");
        Garbage("HTTP/1.x 200 OK\r\n");
        Garbage("ICY 200 OK whatever\r\n");
    }

    [TestMethod]
    public void ALengthThatIsNoneIsGarbage()
    {
        Garbage(Ok + "Content-Length: -1\r\n");
        Garbage(Ok + "Content-Length: +5\r\n");
        Garbage(Ok + "Content-Length: 5, 5\r\n");
        Garbage(Ok + "Content-Length: 0x5\r\n");
        Garbage(Ok + "Content-Length:\r\n");
        Garbage(Ok + "Content-Length: 99999999999\r\n");
        Garbage(Ok + "Content-Length: 5\r\nContent-Length: 6\r\n");
        Garbage(Ok + "Content-Length: 513\r\n\r\n");
        Garbage(Ok + "\r\n");  // until the server closes: no receipt of ours comes so
    }

    [TestMethod]
    public void TwoLengthsAreGarbageInEitherOrder()
    {
        Garbage(Ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n");
        Garbage(Ok + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n");
    }

    [TestMethod]
    public void OtherCodingsAreGarbage()
    {
        Garbage(Ok + "Transfer-Encoding: gzip, chunked\r\n");
        Garbage(Ok + "Transfer-Encoding: identity\r\n");
        Garbage(Ok + "Transfer-Encoding: chunked, chunked\r\n");
        Garbage(Ok + "Transfer-Encoding: xchunked\r\n");
    }

    [TestMethod]
    public void BadChunksAreGarbage()
    {
        Garbage(Chunks + "\r\n");
        Garbage(Chunks + ";x\r\n");
        Garbage(Chunks + "g\r\n");
        Garbage(Chunks + "-1\r\n");
        Garbage(Chunks + "0x3\r\n");
        Garbage(Chunks + "1000000\r\n");
        Garbage(Chunks + "0000001\r\n");
        Garbage(Chunks + "201\r\n");
        Garbage(Chunks + "3\r\nabcd\r\n");
        Garbage(Chunks + "3\r\nab\r\n\r\nx\r\n");
        Garbage(Chunks + "\u0011\r\n");  // a control byte is no digit, though it differs from one by a bit only
        Garbage(Chunks + "1ff\r\n" + Many('x', 511) + "\r\n2\r\n");
    }

    [TestMethod]
    public void TheLimitsAreExact()
    {
        Assert.IsFalse(Parse(Ok + "Content-Length: 512\r\n\r\n" + Many('b', 512)).IsGarbage);
        Assert.IsFalse(Parse(Chunks + "200\r\n" + Many('b', 512) + "\r\n0\r\n\r\n").IsGarbage);
        string rest = "\r\nContent-Length: 1\r\n\r\n";
        int room = Limits.ReplyHeadBytes - Ok.Length - 3 - rest.Length;
        Assert.IsFalse(Parse(Ok + "X: " + Many('h', room) + rest + "b").IsGarbage);
        Garbage(Ok + "X: " + Many('h', room + 1) + rest);
    }

    [TestMethod]
    public void AHeadWithoutEndIsGarbageInTime()
    {
        Garbage(Many('A', Limits.ReplyHeadBytes + 1));
        Garbage(Ok + Many('A', Limits.ReplyHeadBytes));
        Garbage(Chunks + "0\r\n" + Many('T', Limits.ReplyHeadBytes));
        Garbage(Chunks + Many('0', Limits.ReplyHeadBytes));
    }

    [TestMethod]
    public void InterimAnswersWithoutEndAreGarbageInTime()
    {
        var reply = new ReplyParser();
        reply.Clear();
        var interim = Ascii.Bytes("HTTP/1.1 100 Continue\r\n\r\n");
        for (int i = 0; i < 100; i++)
        {
            reply.Feed(interim, 0, interim.Length);
        }

        Assert.IsTrue(reply.IsGarbage);
    }

    [TestMethod]
    public void ALongHeaderIsCutAndNotMisread()
    {
        Garbage(Ok + "Content-Length: " + Many('0', 200) + "5\r\n");
        Garbage(Ok + "Transfer-Encoding: chunked" + Many(' ', 200) + ", gzip\r\n");
        Assert.IsFalse(Parse(Ok + "X: " + Many('x', 300) + "\r\nContent-Length: 1\r\n\r\nb").IsGarbage);
    }

    [TestMethod]
    public void BytesBehindTheReplyAreGarbage()
    {
        Assert.IsTrue(Parse(Ok + "Content-Length: 2\r\n\r\nokHTTP/1.1").IsGarbage);
        Assert.IsTrue(Parse(Chunks + "0\r\n\r\nx").IsGarbage);
    }

    [TestMethod]
    public void ChangedAndRandomRepliesEndWithinBounds()
    {
#if NANOFRAMEWORK_1_0
        const int rounds = 40;
#else
        const int rounds = 30000;
#endif
        var good = Ascii.Bytes(Chunks + "4\r\nabcd\r\n0\r\nA: b\r\n\r\n");
        var dice = new Dice(21);
        var reply = new ReplyParser();
        var bytes = new byte[300];
        for (int round = 0; round < rounds; round++)
        {
            int count = round % 2 == 0 ? good.Length : dice.Below(bytes.Length);
            for (int i = 0; i < count; i++)
            {
                bytes[i] = round % 2 == 0 ? good[i] : (byte)"HTP/1. 205CLTchunked:\r\n"[dice.Below(23)];
            }

            for (int flips = dice.Below(4); flips > 0; flips--)
            {
                bytes[dice.Below(count + 1)] = (byte)dice.Below(256);
            }

            reply.Clear();
            int cut = dice.Below(count + 1);
            reply.Feed(bytes, 0, cut);
            reply.Feed(bytes, cut, count - cut);
            reply.Closed();
            Assert.IsTrue(reply.IsDone);
            Assert.IsTrue(reply.BodyCount <= Limits.ReplyBodyBytes);
        }
    }

    private static void Garbage(string text)
    {
        var whole = Parse(text);
        Assert.IsTrue(whole.IsDone && whole.IsGarbage && whole.IsFinal && !whole.CanGoOn, "taken: " + text);
        var reply = new ReplyParser();
        reply.Clear();
        var bytes = Ascii.Bytes(text);
        for (int i = 0; i < bytes.Length; i++)
        {
            reply.Feed(bytes, i, 1);
        }

        Assert.IsTrue(reply.IsGarbage, "taken byte by byte: " + text);
    }

    private static ReplyParser Parse(string text)
    {
        var reply = new ReplyParser();
        var bytes = Ascii.Bytes(text);
        reply.Clear();
        reply.Feed(bytes, 0, bytes.Length);
        return reply;
    }

    private static string Many(char c, int count) => new string(c, count);
}
