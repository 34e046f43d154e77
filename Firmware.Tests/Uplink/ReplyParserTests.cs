namespace Sealcam.Tests;

[TestClass]
public class ReplyParserTests
{
    [TestMethod]
    public void AReplyWithALengthIsRead()
    {
        var reply = Parse("HTTP/1.1 201 Created\r\nDate: x\r\nContent-Length: 5\r\n\r\nhello");
        Is(reply, 201, "hello");
        Assert.IsTrue(reply.CanGoOn);
    }

    [TestMethod]
    public void AChunkedReplyIsRead()
    {
        Is(Parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3\r\nhel\r\n02;a=b\r\nlo\r\n0\r\nTrailer: x\r\n\r\n"), 200, "hello");
        Is(Parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n00a \r\n0123456789\r\n0\r\n\r\n"), 200, "0123456789");
    }

    [TestMethod]
    public void AnySplitGivesTheSame()
    {
        Splits("HTTP/1.1 503 Busy\r\nRetry-After: 17\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy", 503, "busy");
        Splits("HTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 200 OK\r\ntransfer-encoding:chunked\r\n\r\n4\r\nab\r\n\r\n0\r\n\r\n", 200, "ab..");
    }

    [TestMethod]
    public void HeaderNamesHaveNoCaseAndValuesMayBeIndented()
    {
        var reply = Parse("http/1.1 200\r\nCONTENT-LENGTH:\t 2  \r\nretry-after:9\r\ncOnnection: CLOSE\r\n\r\nok");
        Is(reply, 200, "ok");
        Assert.AreEqual(9, reply.Head.RetryAfterSeconds);
        Assert.IsFalse(reply.CanGoOn);
    }

    [TestMethod]
    public void BareLineFeedsAreTaken()
    {
        Is(Parse("HTTP/1.1 200 OK\nContent-Length: 2\n\nok"), 200, "ok");
    }

    [TestMethod]
    public void RepliesWithoutABodyEndWithTheirHead()
    {
        Is(Parse("HTTP/1.1 204 No Content\r\n\r\n"), 204, "");
        Is(Parse("HTTP/1.1 304 Not Modified\r\n\r\n"), 304, "");
        Is(Parse("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), 200, "");
    }

    [TestMethod]
    public void InterimAnswersArePassedOver()
    {
        var reply = Parse("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nContent-Length: 9\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
        Is(reply, 200, "x");
        var interim = Parse("HTTP/1.1 102 Processing\r\n\r\n");
        Assert.IsTrue(interim.HasBegun);
        Assert.IsFalse(interim.IsFinal);
        Assert.IsFalse(interim.IsDone);
        Assert.IsTrue(Parse("HTTP/1.1 413 No\r\n").IsFinal);
        Assert.IsTrue(Parse("NONSENSE\r\n").IsFinal);
    }

    [TestMethod]
    public void Http10ClosesAfterEachReply()
    {
        var reply = Parse("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Is(reply, 200, "ok");
        Assert.IsFalse(reply.CanGoOn);
    }

    [TestMethod]
    public void ConnectionCloseIsFoundInAListOfOptions()
    {
        Assert.IsFalse(Parse("HTTP/1.1 200 OK\r\nConnection: keep-alive, Close\r\nContent-Length: 0\r\n\r\n").CanGoOn);
        Assert.IsFalse(Parse("HTTP/1.1 200 OK\r\nConnection: close , x\r\nContent-Length: 0\r\n\r\n").CanGoOn);
        Assert.IsTrue(Parse("HTTP/1.1 200 OK\r\nConnection: closed, x-close\r\nContent-Length: 0\r\n\r\n").CanGoOn);
    }

    [TestMethod]
    public void RetryAfterAsADateIsNone()
    {
        Assert.AreEqual(0, Parse("HTTP/1.1 503 Busy\r\nRetry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n").Head.RetryAfterSeconds);
        Assert.AreEqual(0, Parse("HTTP/1.1 503 Busy\r\nRetry-After: -5\r\n").Head.RetryAfterSeconds);
        Assert.AreEqual(999999999, Parse("HTTP/1.1 503 Busy\r\nRetry-After: 999999999\r\n").Head.RetryAfterSeconds);
        Assert.AreEqual(0, Parse("HTTP/1.1 503 Busy\r\nRetry-After: 9999999999\r\n").Head.RetryAfterSeconds);
    }

    [TestMethod]
    public void AReplyWithALongBodyStillSaysItsStatus()
    {
        var reply = Parse("HTTP/1.1 404 Not Found\r\nRetry-After: 3\r\nContent-Length: 700\r\n\r\n<html>");
        Assert.IsTrue(reply.IsDone);
        Assert.IsTrue(reply.IsGarbage);
        Assert.AreEqual(404, reply.Head.Status);
        Assert.AreEqual(3, reply.Head.RetryAfterSeconds);
    }

    [TestMethod]
    public void TheServerClosingEndsAReply()
    {
        var reply = Parse("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no");
        Assert.IsFalse(reply.IsDone);
        reply.Closed();
        Assert.IsTrue(reply.IsDone && reply.IsGarbage);
        reply = Parse("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        reply.Closed();
        Assert.IsFalse(reply.IsGarbage);
    }

    [TestMethod]
    public void ClearForgetsTheReplyBefore()
    {
        var reply = Parse("HTTP/1.1 503 Busy\r\nRetry-After: 17\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy!");
        Assert.IsTrue(reply.IsGarbage);
        reply.Clear();
        Assert.IsFalse(reply.HasBegun || reply.IsDone || reply.IsGarbage || reply.IsFinal);
        Feed(reply, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\ny");
        Is(reply, 200, "y");
        Assert.AreEqual(0, reply.Head.RetryAfterSeconds);
        Assert.IsTrue(reply.CanGoOn);
    }

    private static void Splits(string text, int status, string body)
    {
        var bytes = Ascii.Bytes(text);
        var reply = new ReplyParser();
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            reply.Clear();
            reply.Feed(bytes, 0, cut);
            reply.Feed(bytes, cut, bytes.Length - cut);
            Is(reply, status, body);
        }

        reply.Clear();
        for (int i = 0; i < bytes.Length; i++)
        {
            reply.Feed(bytes, i, 1);
        }

        Is(reply, status, body);
    }

    private static void Is(ReplyParser reply, int status, string body)
    {
        Assert.IsTrue(reply.IsDone);
        Assert.IsFalse(reply.IsGarbage);
        Assert.AreEqual(status, reply.Head.Status);
        Assert.AreEqual(body, Ascii.Text(reply.BodyBytes, 0, reply.BodyCount));
    }

    private static ReplyParser Parse(string text)
    {
        var reply = new ReplyParser();
        reply.Clear();
        Feed(reply, text);
        return reply;
    }

    private static void Feed(ReplyParser reply, string text)
    {
        var bytes = Ascii.Bytes(text);
        reply.Feed(bytes, 0, bytes.Length);
    }
}
