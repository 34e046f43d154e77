namespace Sealcam.Tests;

/// <summary>What each answer of a plain store means for the still.</summary>
[TestClass]
public class StoreExchangeTests
{
    [TestMethod]
    public void TwoHundredTwoHundredOneAndTwoHundredFourReleaseTheStill()
    {
        Accepted("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        Accepted("HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello");
        Accepted("HTTP/1.1 204 No Content\r\n\r\n");
        Accepted("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

        // A body longer than is read, or one that ends with the connection: the status has said it.
        Accepted("HTTP/1.1 201 Created\r\nContent-Length: 90000\r\n\r\n<html>");
        Accepted("HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n<html>");
    }

    [TestMethod]
    public void EveryOtherAnswerHoldsTheStillAndSaysWhy()
    {
        Held("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n", "answer 202 is not 200, 201 or 204: held");
        Held("HTTP/1.1 301 Moved\r\nLocation: https://other.test/canary\r\nContent-Length: 0\r\n\r\n",
            "answer 301, a redirect, which is never followed");
        Held("HTTP/1.1 308 Moved\r\nContent-Length: 0\r\n\r\n", "answer 308, a redirect");
        Held("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n", "answer 400: held");
        Held("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n", "answer 401, not allowed: check header-1");
        Held("HTTP/1.1 403 No\r\nContent-Length: 6\r\n\r\ncanary", "answer 403, not allowed: check header-1");
        Held("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", "answer 404, no such place");
        Held("HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n", "answer 405, the store takes no PUT there");
        Held("HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n",
            "answer 409, no such place: the folder or bucket must exist: held");
        Held("HTTP/1.1 507 Full\r\nContent-Length: 0\r\n\r\n", "answer 507, the store is full: held");
        Held("HTTP/1.1 500 Oh\r\nContent-Length: 90000\r\n\r\n",
            "answer 500, the store failed: nginx says so if the folder is not there");
    }

    [TestMethod]
    public void GarbageHoldsTheStill()
    {
        Held("SSH-2.0-canary\r\n", "the answer is not HTTP as it should be: held");
        Held("HTTP/1.1 201 Created\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", "not HTTP as it should be");
        Held("HTTP/1.1 201 Created\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", "not HTTP as it should be");
        Held("HTTP/1.1 201 Created\r\nTransfer-Encoding: gzip\r\n\r\n", "not HTTP as it should be");
        Held("HTTP/1.1 201 Created\r\nX: ", "not HTTP as it should be");
    }

    [TestMethod]
    public void AStillTooLargeForTheStoreIsSetAside()
    {
        var log = new CollectingLog();
        var counters = new Counters();
        var outbox = Stores.Kept(3, 9);
        Assert.AreEqual(Outcome.Refused, Judge("HTTP/1.1 413 Large\r\nContent-Length: 9000\r\n\r\n",
            outbox, true, log, counters, new FakeClock()));
        Assert.IsNull(outbox.Oldest());
        Assert.AreEqual(1, counters.RefusedByServer);
        Assert.IsTrue(log.Says("still 3-9 refused, answer 413, too large for the store"), log.All());
    }

    [TestMethod]
    public void AnAnswerBeforeTheStillIsThroughReleasesNothing()
    {
        var log = new CollectingLog();
        var outbox = Stores.Kept(1, 1);
        Assert.AreEqual(Outcome.Unreachable,
            Judge("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n", outbox, false, log, new Counters(), new FakeClock()));
        Assert.IsNotNull(outbox.Oldest());
        Assert.IsTrue(log.Says("answer 201 before the still was through: held"), log.All());
    }

    [TestMethod]
    public void AStoreNeverSetsTheClock()
    {
        var clock = new FakeClock();
        Judge("HTTP/1.1 201 Created\r\nDate: Mon, 21 Sep 2037 14:13:20 GMT\r\nContent-Length: 0\r\n\r\n", Stores.Kept(1, 1), true,
            new CollectingLog(), new Counters(), clock);
        Assert.AreEqual(1, clock.Sets);  // by the test itself, before
    }

    private static void Accepted(string answer)
    {
        var log = new CollectingLog();
        var counters = new Counters();
        var outbox = Stores.Kept(1, 1);
        Assert.AreEqual(Outcome.Accepted, Judge(answer, outbox, true, log, counters, new FakeClock()), log.All());
        Assert.IsNull(outbox.Oldest());
        Assert.AreEqual(1, counters.Receipted);
    }

    private static void Held(string answer, string sentence)
    {
        var log = new CollectingLog();
        var counters = new Counters();
        var outbox = Stores.Kept(1, 1);
        Assert.AreEqual(Outcome.Unreachable, Judge(answer, outbox, true, log, counters, new FakeClock()));
        Assert.IsFalse(outbox.Oldest().IsShipping);
        Assert.AreEqual(1, counters.Retried);
        Assert.IsTrue(log.Says(sentence), log.All());
        Assert.IsFalse(log.Says("canary"), log.All());
    }

    private static int Judge(string answer, RamOutbox outbox, bool whole, CollectingLog log, Counters counters, FakeClock clock)
    {
        var parts = new Parts { Clock = clock, Log = log, Entropy = new FakeEntropy(), Mac = new ManagedMac() };
        var wall = new WallClock(clock);
        wall.Offer(1790000000, WallClock.Network);
        var retry = new RetryGate(clock, parts.Entropy, 5000);
        var exchange = Stores.Make(Stores.Uplink, "sig=canary", "", "").Exchange(parts, wall, outbox, counters, retry);
        exchange.Start(outbox.Oldest());
        while (whole && !exchange.IsWhole)
        {
            exchange.Next(out _, out _);
        }

        var reply = new ReplyParser();
        reply.Clear();
        var bytes = Ascii.Bytes(answer);
        reply.Feed(bytes, 0, bytes.Length);
        reply.Closed();
        return exchange.Judge(reply);
    }
}
