namespace Sealcam.Tests;

/// <summary>
/// What keeps a fleet from connecting all at once, seen from one device. The fleet itself: tools/Sealcam.Fleets.
/// </summary>
[TestClass]
public class SpreadTests
{
    [TestMethod]
    public void WhenTheNetworkComesTheFirstConnectIsSpreadOverTheWindow()
    {
        Talk talk = Joining(WakeCause.PowerOn);
        talk.Run(4900);
        Assert.AreEqual(0, talk.Link.Connects);
        talk.Run(400);
        Assert.AreEqual(1, talk.Link.Connects);
    }

    [TestMethod]
    public void ABoardOutOfDeepSleepConnectsAsSoonAsTheNetworkIsThere()
    {
        Assert.AreEqual(1, ConnectsAtOnce(WakeCause.Timer));
        Assert.AreEqual(1, ConnectsAtOnce(WakeCause.Pin));
        Assert.AreEqual(0, ConnectsAtOnce(WakeCause.Unknown));
    }

    [TestMethod]
    public void WhatNeverHadToWaitConnectsAtOnce()
    {
        var talk = new Talk(0);
        talk.Entropy.Always = 255;
        talk.Start().Run(100);
        Assert.AreEqual(1, talk.Link.Connects);
    }

    [TestMethod]
    public void AServerThatSendsAPollAwayAndHangsUpIsLeftAloneUntilItsRetryAfter()
    {
        var talk = new Talk(0);
        talk.Entropy.Always = 0;
        talk.Link.Status = 503;
        talk.Link.StatusLines = "Retry-After: 30\r\nConnection: close\r\n";
        talk.Start().Run(29900);
        Assert.AreEqual(1, talk.Link.Connects);
        talk.Link.Status = 0;
        talk.Run(600);
        Assert.AreEqual(2, talk.Link.Connects);
        Assert.AreEqual(2, talk.Link.Polls);
    }

    private static int ConnectsAtOnce(int cause)
    {
        Talk talk = Joining(cause);
        talk.Run(300);
        return talk.Link.Connects;
    }

    /// <summary>Booted for this reason, Wi-Fi joined just now, and dice that always show the last moment of a window.</summary>
    private static Talk Joining(int cause)
    {
        var talk = new Talk(0) { Info = new WokenBoard(cause) };
        talk.Entropy.Always = 255;
        talk.Link.IsUp = false;
        talk.Start().Run(3000);
        Assert.AreEqual(0, talk.Link.Connects);
        talk.Link.IsUp = true;
        return talk;
    }

    private sealed class WokenBoard : IBoardInfo
    {
        public WokenBoard(int cause)
        {
            WakeCause = cause;
        }

        public int WakeCause { get; }

        public int HeapFree => BoardInfo.Unknown;

        public int LargestBlock => BoardInfo.Unknown;

        public int SignalDbm => 0;
    }
}
