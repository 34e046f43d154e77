namespace Sealcam.Tests;

/// <summary>
/// Whole agents against servers and networks that misbehave: nothing is lost, nothing crashes, and the log says why.
/// </summary>
[TestClass]
public class AgentRunTests
{
    [TestMethod]
    public void OverAGoodLinkEveryStillIsReceiptedOnOneConnection()
    {
        var rig = new Rig(2, 5000, 6, 1000).Start();
        Assert.IsTrue(rig.Drain(30000), rig.Story());
        Healthy(rig, 6, "");
        Assert.AreEqual(1, rig.Link.Connects);
        Assert.AreEqual(1, rig.Counters.Handshakes);
        Assert.AreEqual(0, rig.Counters.Retried);
        Assert.AreEqual(6, rig.Counters.Sealed);
        Assert.IsTrue(rig.Counters.LastReceiptMs >= 30 && rig.Counters.LastReceiptMs < 200);
    }

    [TestMethod]
    public void WhateverHappensToOneExchangeNothingIsLost()
    {
        for (int answer = 0; answer < Answer.Refusals; answer++)
        {
            OneExchange(answer);
        }
    }

    [TestMethod]
    public void WhateverGoesOnAndOnForAWhileNothingIsLost()
    {
        for (int answer = Answer.Closing; answer < Answer.Refusals; answer++)
        {
            ManyExchanges(answer);
        }
    }

    [TestMethod]
    public void ARefusedStillIsSetAsideAndTheNextGoesOn()
    {
        for (int answer = Answer.Refusals; answer < Answer.Kinds; answer++)
        {
            Refusal(answer);
        }
    }

    [TestMethod]
    public void AMixOfEverythingLosesNothing()
    {
#if NANOFRAMEWORK_1_0
        const int rounds = 2, stills = 12;
#else
        const int rounds = 12, stills = 40;
#endif
        for (int round = 0; round < rounds; round++)
        {
            Mix(round, stills);
        }
    }

    [TestMethod]
    public void AMuteServerIsGivenUpAfterItsTimeAndTheStillGoesAgain()
    {
        var rig = new Rig(3, 1000, 1, 1000);
        rig.Entropy.Always = 0;
        rig.Link.Script(Answer.Mute);
        rig.Start();
        Assert.IsTrue(rig.Drain(60000));
        Assert.IsTrue(rig.Clock.UptimeMs >= Limits.ReplyTimeoutMs && rig.Clock.UptimeMs < Limits.ReplyTimeoutMs + 2000);
        Assert.IsTrue(rig.Log.Says("no answer within 20 s"));
        Assert.AreEqual(1, rig.Counters.Retried);
    }

    [TestMethod]
    public void RetryAfterIsHonouredAndTheStillHeld()
    {
        var rig = new Rig(3, 1000, 1, 1000);
        rig.Entropy.Always = 0;
        rig.Link.Script(Answer.Busy);
        rig.Start();
        rig.Run(6900);
        Assert.AreEqual(1, rig.Link.Exchanges);
        Assert.AreEqual(1, rig.Agent.Waiting);
        rig.Run(500);
        Assert.AreEqual(2, rig.Link.Exchanges);
        Assert.AreEqual(1, rig.Link.Connects, "the connection was good all the time");
        Assert.IsTrue(rig.Agent.IsDrained);
    }

    [TestMethod]
    public void ARequestIsAnsweredByAFreshStillWithItsNonce()
    {
        var rig = new Rig(3, 1000, 0, 60000).Start();
        rig.Link.Server.Request = Hex.Bytes("00112233445566778899aabbccddeeff");
        rig.Run(5000);
        Assert.AreEqual(2, rig.Counters.Captured, "one by the interval, one asked for");
        Assert.AreEqual("00112233445566778899aabbccddeeff", Hex.Text(rig.Link.Server.Token.Nonce));
        rig.Run(60000);
        Assert.AreEqual(3, rig.Counters.Captured);
        Assert.IsFalse(rig.Link.Server.Token.HasNonce, "a nonce is answered once");
    }

    [TestMethod]
    public void ARequestOutlivesACaptureThatFails()
    {
        var rig = new Rig(3, 1000, 0, 60000);
        rig.Camera.Script(Shot.Good, Shot.ThrowsInRead, Shot.Torn);
        rig.Link.Server.Request = new byte[16];
        rig.Start().Run(250000);
        Assert.AreEqual(1, rig.Counters.CameraFaults);
        Assert.AreEqual(1, rig.Counters.RefusedByAgent);
        Assert.AreEqual(0, rig.Link.Server.Bad);
        Assert.AreEqual(1, rig.Link.Server.Nonces, "the next still that is due answers it, once");
    }

    // One rig a method: on nanoFramework a local keeps its object alive to the end of the method, and two rigs are too many.
    private static void OneExchange(int answer)
    {
        var rig = new Rig(3, 2200, 3, 1000);
        bool onConnecting = answer == Answer.ResolveThrows || answer == Answer.ConnectThrows;
        rig.Link.Script(onConnecting ? Answer.Closing : Answer.Receipt, answer);
        rig.Start();
        Assert.IsTrue(rig.Drain(100000), "answer " + answer + ": " + rig.Story());
        Healthy(rig, 3, "answer " + answer);
        Assert.AreEqual(rig.Counters.Retried == 0 && rig.Link.Connects == 1, answer <= Answer.Longer || answer == Answer.Had,
            "answer " + answer + ": " + rig.Story());
        Assert.IsTrue(answer <= Answer.Had || rig.Log.Count[LogLevel.Warning] > 0, "answer " + answer + " gave no reason");
    }

    private static void ManyExchanges(int answer)
    {
        var rig = new Rig(3, 1500, 3, 1000);
        rig.Link.Script(answer, answer, answer, answer);
        rig.Start();
        Assert.IsTrue(rig.Drain(200000), "answer " + answer + ": " + rig.Story());
        Healthy(rig, 3, "answer " + answer);
    }

    [TestMethod]
    public void AStillThatArrivesDamagedTwiceIsSentOnceMoreAndDelivered()
    {
        var rig = new Rig(3, 2100, 3, 1000);
        rig.Link.Script(Answer.Receipt, Answer.Unsigned, Answer.Unsigned);
        rig.Start();
        Assert.IsTrue(rig.Drain(60000), rig.Story());
        Healthy(rig, 3, "damaged twice");
        Assert.AreEqual(1, rig.Link.Connects);
    }

    private static void Refusal(int answer)
    {
        var rig = new Rig(3, 2100, 3, 1000);
        bool again = answer == Answer.Unsigned;  // maybe damaged on the way: sent twice more, then refused for good
        rig.Link.Script(again ? new int[] { Answer.Receipt, answer, answer, answer } : new int[] { Answer.Receipt, answer });
        rig.Start();
        Assert.IsTrue(rig.Drain(60000), "answer " + answer + ": " + rig.Story());
        Assert.AreEqual(1, rig.Counters.RefusedByServer);
        Assert.AreEqual(2, rig.Counters.Receipted);
        Assert.AreEqual(again ? Limits.DamagedTries : 0, rig.Counters.Retried);
        Assert.IsTrue(rig.Link.Server.Receipts[1] == 1 && rig.Link.Server.Receipts[2] == 0 && rig.Link.Server.Receipts[3] == 1);
        Assert.IsTrue(rig.Log.Says("still 1-2 refused, 4") && rig.Log.Says("refused by script"), rig.Log.All());
        Assert.AreEqual(answer >= Answer.TooLargeEarly ? 2 : 1, rig.Link.Connects, "answer " + answer);
    }

    private static void Mix(int round, int stills)
    {
        var dice = new Dice(100 + round);
        var rig = new Rig(3, 500 + dice.Below(3500), stills, 3000);
        var answers = new int[stills];
        var shots = new int[stills];
        for (int i = 0; i < stills; i++)
        {
            answers[i] = dice.Below(Answer.Refusals);
            shots[i] = dice.Below(3) == 0 ? dice.Below(Shot.Kinds) : Shot.Good;
        }

        rig.Link.Script(answers);
        rig.Camera.Script(shots);
        rig.Settings.RefuseNewest = (round & 1) == 1;
        rig.Link.HandshakeMs = dice.Below(4000);
        rig.Link.WriteMs = dice.Below(300);
        rig.Start();
        Assert.IsTrue(rig.Drain(3600000), "round " + round + ": " + rig.Story());
        Assert.AreEqual(stills, rig.Counters.Captured);
        Assert.AreEqual(stills, rig.Counters.Receipted + rig.Counters.Dropped, "round " + round + ": " + rig.Story());
        Sound(rig, "round " + round);
    }

    private static void Healthy(Rig rig, int stills, string where)
    {
        Assert.AreEqual(stills, rig.Counters.Captured, where);
        Assert.AreEqual(stills, rig.Counters.Receipted, where + " " + rig.Story());
        Assert.IsTrue(rig.AllReceipted(stills), where);
        Assert.AreEqual(0, rig.Counters.Dropped + rig.Counters.RefusedByAgent + rig.Counters.RefusedByServer, where);
        Sound(rig, where);
    }

    private static void Sound(Rig rig, string where)
    {
        Assert.AreEqual(0, rig.Negative, where);
        Assert.AreEqual(0, rig.Link.Misuses, where);
        Assert.AreEqual(0, rig.Link.Server.Bad, where);
        Assert.IsTrue(rig.MostFreezing <= 1, where + ": freezing calls in one Step: " + rig.MostFreezing);
        Assert.AreEqual(rig.Link.Connected, rig.Counters.Handshakes, where);
    }
}
