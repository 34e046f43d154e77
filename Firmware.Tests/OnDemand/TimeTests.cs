namespace Sealcam.Tests;

/// <summary>Whole agents whose time is missing, wrong or a lie: no still claims a clock that it does not have.</summary>
[TestClass]
public class TimeTests
{
    private const long Now = 1790000000;

    [TestMethod]
    public void WithoutATimeStillsAreSealedWithoutOneAndNothingConnects()
    {
        var talk = new Talk(2000).Start(WallClock.None);
        talk.Run(5000);
        Assert.AreEqual(3, talk.Counters.Sealed);
        Assert.AreEqual(0, talk.Link.Connects);
        Assert.IsTrue(talk.Log.Says("waiting for the time, without which the server's certificate cannot be checked"));

        // With the time the first of them leaves as it was sealed.
        talk.Agent.Clock.Offer(Now, WallClock.Network);
        talk.Link.MutePolls = true;
        while (talk.Link.Stills == 0 || !talk.Link.Server.HasStill)
        {
            talk.Run(1);
        }

        Assert.AreEqual((uint)1, talk.Link.Server.Token.Sequence);
        Assert.IsFalse(talk.Link.Server.Token.Timed);
        Assert.AreEqual((uint)WallClock.None, talk.Link.Server.Token.Quality);
    }

    [TestMethod]
    public void WhenTimeServersAreBlockedTheStoredTimeServesAndIsSignedAsThat()
    {
        var talk = new Talk(2000).Start();
        talk.Run(5000);
        talk.Agent.Stop();
        talk.Start(WallClock.None).Run(50);
        Assert.AreEqual(WallClock.Stored, talk.Agent.Clock.Quality);
        talk.Run(3000);
        Assert.AreEqual((uint)2, talk.Link.Server.Token.BootCount);
        Assert.AreEqual(WallClock.Receipt, talk.Agent.Clock.Quality, "the first answer told the time");
    }

    [TestMethod]
    public void ATimeServerThatIsUnsetItselfIsNotBelieved()
    {
        long[] wrong = { 0, 1, 1577836800, 1767225599, -5, 4294967296 };
        var talk = new Talk(2000).Start(WallClock.None);
        for (int i = 0; i < wrong.Length; i++)
        {
            Assert.IsFalse(talk.Agent.Clock.Offer(wrong[i], WallClock.Network));
            talk.Run(500);
        }

        Assert.AreEqual(0, talk.Link.Connects);
        Assert.AreEqual(0, talk.Clock.Sets);
    }

    [TestMethod]
    public void AHostileTimeServerCanKeepAnAgentFromConnectingAndNoMore()
    {
        var talk = new Talk(2000).Start(WallClock.None);
        talk.Agent.Clock.Offer(2200000000, WallClock.Network);
        talk.Run(20000);
        Assert.IsTrue(talk.Link.Connects > 0);
        Assert.AreEqual(0, talk.Link.Stills, "a certificate is checked against the best time, a lie included");
        Assert.IsTrue(talk.Log.Says("the certificate is not valid at this time"));

        // It stops lying, or a person at the console does what it should have done.
        talk.Agent.Clock.Offer(Now + talk.Clock.UptimeMs / 1000, WallClock.Network);
        talk.Run(150000);
        Assert.IsTrue(talk.Counters.Receipted > 0);
        Assert.AreEqual(WallClock.Receipt, talk.Agent.Clock.Quality);

        // From the first receipt of a boot on it is not heard any more.
        Assert.IsFalse(talk.Agent.Clock.Offer(2200000000, WallClock.Network));
        Assert.IsFalse(talk.Agent.Clock.Offer(Now + 100, WallClock.Operator));
        talk.Run(2500);
        Assert.IsTrue(Off(talk) <= 6);
    }

    [TestMethod]
    public void AWrongTimeIsPutRightByTheFirstAnswerAndSignedAsWhatItWas()
    {
        var talk = new Talk(10000).Start(WallClock.None);
        talk.Agent.Clock.Offer(Now - 3600 * 24, WallClock.Network);
        talk.Run(3000);
        Assert.AreEqual((uint)WallClock.Network, talk.Link.Server.Token.Quality, "sealed before the answer");
        Assert.IsTrue(Off(talk) > 80000);
        talk.Run(10000);
        Assert.AreEqual((uint)WallClock.Receipt, talk.Link.Server.Token.Quality);
        Assert.IsTrue(Off(talk) <= 6);
    }

    [TestMethod]
    public void AServerWhoseClockRanWrongOnceDoesNotLockItsCamerasOut()
    {
        var talk = new Talk(2000).Start();
        talk.Run(5000);
        talk.Link.Server.Time += 300000000;
        talk.Run(5000);
        Assert.IsTrue(Off(talk) <= 6, "believed while it lasts");
        talk.Link.Server.Time -= 300000000;
        talk.Link.Close();
        int before = talk.Counters.Receipted;
        talk.Run(20000);
        Assert.IsTrue(talk.Log.Says("time is given up"));
        Assert.IsTrue(talk.Counters.Receipted > before + 3, "the certificate passes under the former time");
        Assert.IsTrue(Off(talk) <= 6);
    }

    [TestMethod]
    public void TheServersTimeInPollsBoundsDrift() => BoundsDrift(false);

    [TestMethod]
    public void TheServersTimeInHealthReceiptsBoundsDrift() => BoundsDrift(true);

    /// <summary>
    /// A bad crystal, and stills so rare that their own receipts would let the clock go off by 14 s in between.
    /// </summary>
    private static void BoundsDrift(bool byReports)
    {
#if NANOFRAMEWORK_1_0
        const int hours = 1;
#else
        const int hours = 8;
#endif
        for (int sign = -1; sign < 2; sign += 2)
        {
            var talk = new Talk(hours * 1800000);
            talk.Settings.TriggerBoundMs = 20000;
            if (byReports)
            {
                talk.Settings.RequestPath = null;
                talk.Settings.HealthPath = "/v1/health";
                talk.Settings.HealthIntervalMs = hours * 112500;  // sixteen between two stills
            }

            talk.Link.DriftPpm = sign * 8000 / hours;
            talk.Start().Run(5000);
            for (int still = 2; still < 5; still++)
            {
                talk.Run(hours * 1800000);
                Assert.AreEqual(still, talk.Counters.Receipted);
                Assert.IsTrue(Off(talk) <= 7, "off by " + Off(talk) + " s in still " + still);
            }

            Assert.IsTrue(talk.Clock.Sets <= 12, "corrected only when it matters: " + talk.Clock.Sets);
        }
    }

    /// <summary>Seconds that the last still's time is off the server's, when it was sealed.</summary>
    private static long Off(Talk talk)
    {
        long sealedAt = (long)talk.Link.Server.Token.Uptime;
        long right = talk.Link.Now - (talk.Clock.UptimeMs / 1000 - sealedAt);
        long off = (long)talk.Link.Server.Token.Iat - right;
        return off < 0 ? -off : off;
    }
}
