namespace Sealcam.Tests;

/// <summary>
/// The idle long poll, in virtual time: what it costs a still, what it brings, and what a bad server can do by it.
/// </summary>
[TestClass]
public class RequestPollTests
{
    [TestMethod]
    public void WithNothingToShipTheConnectionIsOpenedAndAsked()
    {
        var talk = new Talk(0).Start();
        talk.Run(60000);
        Assert.AreEqual(1, talk.Link.Connects);
        Assert.AreEqual(0, talk.Counters.Captured);
        Assert.IsTrue(talk.Link.Polls >= 60000 / 2000 && talk.Link.Polls < 40, "polls: " + talk.Link.Polls);
    }

    [TestMethod]
    public void TheWaitIsTheLeastOfTwentySecondsTheNextStillAndTheBoardsBound()
    {
        Assert.IsTrue(Wait(0, 60000) > 19000 && Wait(0, 60000) <= 20000);
        Assert.IsTrue(Wait(0, 3000) > 2500 && Wait(0, 3000) <= 3000);
        Assert.IsTrue(Wait(5000, 60000) > 4000 && Wait(5000, 60000) <= 5000);
        Assert.IsTrue(Wait(600000, 1000) > 700 && Wait(600000, 1000) <= 1000);
    }

    [TestMethod]
    public void ARequestIsAnsweredByAStillThatIsExposedAfterIt()
    {
        var talk = new Talk(0).Start();
        talk.Run(3000);
        talk.Link.Ask = Hex.Bytes("00112233445566778899aabbccddeeff");
        talk.Run(500);
        Assert.AreEqual(1, talk.Counters.Receipted);
        Assert.AreEqual("00112233445566778899aabbccddeeff", Hex.Text(talk.Link.Server.Token.Nonce));
        Assert.IsTrue(talk.Camera.TriggeredMs >= talk.Link.ToldMs, "triggered before it was asked for");
        talk.Run(60000);
        Assert.AreEqual(1, talk.Counters.Captured, "a request makes one still");
        Assert.AreEqual(1, talk.Link.Connects);
    }

    [TestMethod]
    public void ARequestThatComesDuringACaptureIsAnsweredByTheNextStill()
    {
        var talk = new Talk(0).Start();
        talk.Run(1000);
        talk.Camera.ExposureMs = 900;
        talk.Agent.Ask();
        talk.Run(10);
        long first = talk.Camera.TriggeredMs;
        talk.Link.Ask = new byte[16];
        talk.Run(6000);
        Assert.AreEqual(2, talk.Counters.Receipted);
        Assert.IsTrue(talk.Camera.TriggeredMs >= talk.Link.ToldMs && talk.Camera.TriggeredMs > first);
        Assert.AreEqual(1, talk.Link.Server.Nonces, "the still in the making was none of its business");
    }

    [TestMethod]
    public void ATriggeredStillStartsToLeaveWithinTheBoardsBound()
    {
        int[] bounds = { 500, 1000, 2000 };
        int[] trips = { 2, 60, 150 };
        var dice = new Dice(7);
        for (int i = 0; i < bounds.Length; i++)
        {
            for (int j = 0; j < trips.Length; j++)
            {
                var talk = new Talk(0);
                talk.Settings.TriggerBoundMs = bounds[i];
                talk.Link.TripMs = trips[j];
                talk.Start().Run(3000);
                for (int shot = 0; shot < 6; shot++)
                {
                    talk.Run(dice.Below(3000));
                    int stills = talk.Link.Stills;
                    long triggered = talk.Clock.UptimeMs;
                    talk.Agent.Ask();
                    talk.Run(bounds[i] + 1);
                    Assert.AreEqual(stills + 1, talk.Link.Stills, "bound " + bounds[i] + ", trip " + trips[j] + ", shot " + shot);
                    Assert.IsTrue(talk.Link.StillMs - triggered <= bounds[i]);
                    talk.Run(1000);
                }

                Assert.AreEqual(1, talk.Link.Connects, "no poll was broken off");
            }
        }
    }

    [TestMethod]
    public void AStillOfTheScheduleIsNotKeptWaitingByAPoll()
    {
        var talk = new Talk(5000);
        talk.Settings.TriggerBoundMs = 20000;
        talk.Start().Run(3000);
        for (int i = 1; i <= 5; i++)
        {
            talk.Run(5000);
            Assert.AreEqual(i + 1, talk.Link.Stills);
            long late = talk.Link.StillMs - talk.Camera.TriggeredMs;
            Assert.IsTrue(late < 250, "left " + late + " ms after its trigger");
        }
    }

    [TestMethod]
    public void AServerWithoutRequestsStillTakesStillsAndIsAskedLessAndLess()
    {
        var talk = new Talk(10000);
        talk.Link.Status = 404;
        talk.Start().Run(300000);
        Assert.IsTrue(talk.Link.Polls < 30, "polls: " + talk.Link.Polls);
        Assert.AreEqual(30, talk.Counters.Receipted);
        Assert.AreEqual(1, talk.Link.Connects);
        Assert.AreEqual(0, talk.Counters.Retried);
        Assert.IsTrue(talk.Log.Says("answer 404 when asked for requests"));
    }

    [TestMethod]
    public void AServerThatDoesNotHoldPollsIsAskedOnceASecond()
    {
        var talk = new Talk(0);
        talk.Link.Hurries = true;
        talk.Start().Run(30000);
        Assert.IsTrue(talk.Link.Polls >= 20 && talk.Link.Polls <= 31, "polls: " + talk.Link.Polls);
    }

    [TestMethod]
    public void AServerThatAlwaysAsksGetsSoManyStillsAndNoMore()
    {
        var talk = new Talk(0);
        talk.Link.AsksAlways = true;
        talk.Start().Run(60000);
        int most = Limits.RequestBurst + 60000 / talk.Settings.RequestEveryMs;
        Assert.IsTrue(talk.Counters.Captured <= most && talk.Counters.Captured > most - 4, "captured " + talk.Counters.Captured);
    }

    [TestMethod]
    public void AServerThatAsksInEveryReceiptGetsSoManyStillsAndNoMore()
    {
        var talk = new Talk(20000);
        talk.Start();
        for (int i = 0; i < 600; i++)
        {
            talk.Link.Server.Request = new byte[16];
            talk.Run(100);
        }

        int most = Limits.RequestBurst + 60000 / talk.Settings.RequestEveryMs + 4;
        Assert.IsTrue(talk.Counters.Captured <= most && talk.Counters.Captured > Limits.RequestBurst,
            "captured " + talk.Counters.Captured);
        Assert.IsTrue(talk.Log.Says("too soon after the last ones"));
    }

    [TestMethod]
    public void ARequestIsGivenUpAfterThreeCapturesThatFail()
    {
        var talk = new Talk(0);
        talk.Camera.Script(Shot.ThrowsInRead, Shot.Torn, Shot.ThrowsAtTrigger, Shot.Good);
        talk.Start().Run(1000);
        talk.Link.Ask = new byte[32];
        talk.Run(100000);
        Assert.AreEqual(3, talk.Camera.Triggers);
        Assert.AreEqual(0, talk.Counters.Captured);
        Assert.IsTrue(talk.Log.Says("a request is given up after 3 tries"));
        talk.Link.Ask = new byte[16];
        talk.Run(5000);
        Assert.AreEqual(1, talk.Link.Server.Nonces, "the next one is none the worse for it");
    }

    [TestMethod]
    public void AMutePollIsGivenUpSoonerWhenAStillWaits()
    {
        var talk = new Talk(0);
        talk.Start().Run(5000);
        talk.Link.MutePolls = true;
        talk.Run(2500);
        talk.Agent.Ask();
        talk.Run(Limits.PollGraceMs + 2000);
        Assert.IsTrue(talk.Log.Says("no answer within"), talk.Log.All());
        talk.Run(6000);
        Assert.AreEqual(1, talk.Counters.Receipted);

        talk = new Talk(0);
        talk.Start().Run(5000);
        talk.Link.MutePolls = true;
        talk.Run(15000);
        Assert.AreEqual(1, talk.Link.Connects, "with nothing to ship there is no hurry");
        talk.Run(20000);
        Assert.IsTrue(talk.Link.Connects > 1, "and yet a dead connection is found before a still needs it");
    }

    [TestMethod]
    public void WhatIsNoAnswerToAPollAsksForNothing()
    {
        var good = ReplyMaker.Request(new byte[16], 1790000100);
        for (int i = 0; i < 6 + good.Length; i++)
        {
            var talk = new Talk(0);
            talk.Link.PollBody = Bad(good, i);
            talk.Start().Run(4000);
            Assert.AreEqual(0, talk.Camera.Triggers, "case " + i);
            Assert.AreEqual(1, talk.Link.Connects, "case " + i);
        }
    }

    [TestMethod]
    public void WithoutRequestsInTheSettingsNothingIsAsked()
    {
        var talk = new Talk(0);
        talk.Settings.RequestPath = null;
        talk.Start().Run(60000);
        Assert.AreEqual(0, talk.Link.Connects);
    }

    [TestMethod]
    public void WhenCapturingHasEndedNothingIsAskedAnyMore()
    {
        var talk = new Talk(0).Start();
        talk.Run(5000);
        talk.Agent.EndCapture();
        talk.Run(3000);
        int polls = talk.Link.Polls;
        talk.Run(30000);
        Assert.AreEqual(polls, talk.Link.Polls);
    }

    private static byte[] Bad(byte[] good, int i)
    {
        switch (i)
        {
            case 0:
                return ReplyMaker.Request(new byte[15], 1);
            case 1:
                return ReplyMaker.Request(new byte[65], 1);
            case 2:
                return ReplyMaker.Request(new byte[0], 1);
            case 3:
                return ReplyMaker.Error(9, "no");
            case 4:
                return Ascii.Bytes("<html>sign in to the hotel's network</html>");
            case 5:
                var more = new byte[good.Length + 1];
                System.Array.Copy(good, 0, more, 0, good.Length);
                return more;
            default:
                var cut = new byte[i - 6];
                System.Array.Copy(good, 0, cut, 0, cut.Length);
                return cut;
        }
    }

    private static int Wait(int intervalMs, int boundMs)
    {
        var talk = new Talk(intervalMs);
        talk.Settings.TriggerBoundMs = boundMs;
        talk.Start().Run(1000);
        return talk.Link.WaitMs;
    }
}
