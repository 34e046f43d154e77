using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class HostPartsTests
{
    // RFC 4231 4.2, 4.3, 4.4 and 4.7 (a key longer than a block).
    [TestMethod]
    [DataRow("0b*20", "4869205468657265", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [DataRow("4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [DataRow("aa*20", "dd*50", "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")]
    [DataRow("aa*131",
        "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374",
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    public void TheMacIsThatOfRfc4231(string key, string data, string mac)
    {
        byte[] bytes = [1, 2, 3, .. Hex(data), 4];
        byte[] result = new byte[40];
        new HostMac().Compute(Hex(key), bytes, 3, bytes.Length - 4, result, 5);
        Assert.AreEqual(mac, Convert.ToHexStringLower(result[5..37]));
        Assert.IsTrue(result[..5].Concat(result[37..]).All(b => b == 0));
    }

    [TestMethod]
    public void UptimeGrowsAndSettingTheClockLeavesItAlone()
    {
        var clock = new HostClock();
        long before = clock.UptimeMs;
        clock.Set(4_000_000_000);
        Assert.IsTrue(SpinWait.SpinUntil(() => clock.UptimeMs > before, 5000));
        Assert.IsLessThan(60_000L, clock.UptimeMs);
    }

    [TestMethod]
    public void TheWallClockIsWhatItWasSetToAndTheMachinesWithinASecond()
    {
        var clock = new HostClock();
        clock.Set(1_000_000_000);
        Assert.AreEqual(2001, clock.UtcNow.Year);
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        clock.Set(now);
        Assert.IsLessThan(1.0, Math.Abs((clock.UtcNow - DateTimeOffset.UtcNow).TotalSeconds));
        clock.Set(long.MinValue);
        Assert.AreEqual(1970, clock.UtcNow.Year);
    }

    [TestMethod]
    public void EntropyFillsItsRangeAndNothingElse()
    {
        byte[] first = new byte[100];
        byte[] second = new byte[100];
        var entropy = new HostEntropy();
        Assert.IsTrue(entropy.IsGood);
        entropy.Fill(first, 10, 64);
        entropy.Fill(second, 10, 64);
        Assert.IsTrue(first[..10].Concat(first[74..]).All(b => b == 0));
        CollectionAssert.AreNotEqual(first, second);
    }

    [TestMethod]
    public void LinesBelowTheLevelAreLeftOutAndTheRestHaveThePrefix()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var log = new HostLog(writer, "cam-1", LogLevel.Warning);
        log.Write(LogLevel.Info, "uplink", "no");
        log.Write(LogLevel.Warning, "uplink", "yes");
        log.Write(LogLevel.Error, "order", "too");
        Assert.AreEqual("cam-1 uplink warning: yes\ncam-1 order error: too\n", writer.ToString());
    }

    [TestMethod]
    public void ControlCharactersDoNotReachTheTerminal()
    {
        var lines = new List<string>();
        new HostLog(lines.Add).Write(LogLevel.Info, "uplink", "\u001b[2J\r\nfake\u009b");
        Assert.AreEqual("uplink info: ?[2J??fake?", lines.Single());
    }

    private static byte[] Hex(string text)
    {
        string[] parts = text.Split('*');
        return Convert.FromHexString(parts.Length == 1 ? text
            : new StringBuilder().Insert(0, parts[0], int.Parse(parts[1])).ToString());
    }
}
