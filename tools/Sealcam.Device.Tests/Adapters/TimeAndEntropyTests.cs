using System.Linq;
using Sealcam.Tests;

namespace Sealcam.Esp32.Tests;

/// <summary>What the device takes from the network's time and from its random generator.</summary>
[TestClass]
[DoNotParallelize]
public class TimeAndEntropyTests
{
    private const long Then = 1790000000;

    [TestInitialize]
    public void PowerOn()
    {
        Device.PowerOn();
        Air.NetworkTime = 0;
    }

    [TestMethod]
    public void AtBootThePlatformsClockIsClearedWhateverItSaid()
    {
        Device.Rtc = System.DateTime.UnixEpoch.AddSeconds(Then);
        var clock = new Esp32Clock();
        Assert.IsFalse(clock.IsSet);
        Assert.IsFalse(new NetworkTime(clock).TryNetworkTime(out _));
        Assert.IsLessThan(10, Device.Rtc.ToUnixTimeSeconds());
    }

    [TestMethod]
    public void ATimeThatTheNetworkSetIsSeenOnceAndPutBackOnceTheAgentHasOne()
    {
        var clock = new Esp32Clock();
        var time = new NetworkTime(clock);
        Device.Rtc = System.DateTime.UnixEpoch.AddSeconds(Then);
        Assert.IsTrue(time.TryNetworkTime(out long first));
        Assert.AreEqual(Then, first);
        clock.Set(first);
        Device.Pass(3600000);
        Assert.IsFalse(time.TryNetworkTime(out _));
        Device.Rtc = System.DateTime.UnixEpoch.AddSeconds(Then + 90 * 86400);
        Assert.IsTrue(time.TryNetworkTime(out long second));
        Assert.AreEqual(Then + 90 * 86400, second);
        Assert.AreEqual(Then + 3600, Device.Rtc.ToUnixTimeSeconds(), 1, "whether it is taken is for the agent to say");
        Assert.IsFalse(time.TryNetworkTime(out _));
    }

    [TestMethod]
    [DataRow(0L)]
    [DataRow(1767225599L)]
    public void ATimeBeforeThisProgramIsNoTime(long seconds)
    {
        var clock = new Esp32Clock();
        Device.Rtc = System.DateTime.UnixEpoch.AddSeconds(seconds);
        Assert.IsFalse(new NetworkTime(clock).TryNetworkTime(out _));
    }

    [TestMethod]
    public void TheGeneratorIsBelievedOnceTheRadioHasRunAndStaysGoodWhenItStops()
    {
        var wifi = new WifiStation(null, "", new Esp32Clock(), new CollectingLog());
        var entropy = new RadioEntropy(wifi, new NativeMac());
        Assert.IsFalse(entropy.IsGood);
        wifi.Tend();
        Assert.IsFalse(entropy.IsGood);
        Air.IsUp = true;
        Device.Pass(2000);
        wifi.Tend();
        Assert.IsTrue(entropy.IsGood);
        Air.IsUp = false;
        Device.Pass(2000);
        wifi.Tend();
        Assert.IsTrue(entropy.IsGood);
    }

    /// <summary>The model's generator gives the same numbers after each start: only what the pool keeps can tell two devices apart.</summary>
    [TestMethod]
    public void EachOutputIsAnotherHoweverLongAndThePoolMakesThemDifferWhereTheGeneratorDoesNot()
    {
        var wifi = new WifiStation(null, "", new Esp32Clock(), new CollectingLog());
        var entropy = new RadioEntropy(wifi, new NativeMac());
        byte[] first = new byte[100], second = new byte[100];
        entropy.Fill(first, 3, 90);
        Assert.IsTrue(first[..3].Concat(first[93..]).All(b => b == 0), "nothing beside what was asked for");
        Assert.IsGreaterThan(40, first[3..93].Distinct().Count());
        Assert.IsFalse(first[3..35].SequenceEqual(first[35..67]));
        Random.Clear();
        entropy.Fill(second, 3, 90);
        Assert.IsFalse(first.SequenceEqual(second), "the pool was replaced");
        var other = new RadioEntropy(wifi, new NativeMac());
        Random.Clear();
        other.Fill(second, 3, 90);
        CollectionAssert.AreEqual(first, second);
    }
}
