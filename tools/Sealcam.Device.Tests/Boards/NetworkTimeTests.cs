using System;
using System.Linq;

namespace Sealcam.Esp32.Tests;

/// <summary>Time from the network: none, a wrong one, a late one.</summary>
[TestClass]
[DoNotParallelize]
public class NetworkTimeTests
{
    private const string Board = "freenove-esp32s3-wroom-cam";

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    [DataRow(0)]
    [DataRow(86400)]
    public void WithoutAnAnswerOrWithOneOf1970ItCapturesAndWaitsAndSaysWhatFor(long answer)
    {
        var rig = new BoardRig(EveryBoardTests.Board(Board));
        Air.NetworkTime = answer;
        rig.Type(90000, "status");
        Assert.IsNull(rig.Run(300000));
        Assert.IsEmpty(rig.Cloud.Stills);
        Assert.AreEqual(0, rig.Cloud.Dials);
        Assert.Contains("waits for the time", rig.Terminal.Text);
    }

    [TestMethod]
    public void AnAnswerThatComesLateLetsEveryStillGo()
    {
        var rig = new BoardRig(EveryBoardTests.Board(Board));
        Air.SntpMs = 300000;
        Assert.IsNull(rig.Run(500000), rig.Terminal.Text);
        CollectionAssert.AreEqual(
            Enumerable.Range(1, rig.Cloud.Stills.Count).Select(n => (uint)n).ToArray(),
            rig.Cloud.Stills.Select(still => still.Sequence).ToArray());
        Assert.IsGreaterThanOrEqualTo(8, rig.Cloud.Stills.Count);
        Assert.AreEqual(0, rig.Cloud.Stills[0].ClockQuality, "captured before anybody knew the time");
    }

    [TestMethod]
    public void ATimeOf2099IsSeenByTheServersCertificateAndRightAgainWithTheNextAnswer()
    {
        var rig = new BoardRig(EveryBoardTests.Board(Board));
        Air.NetworkTime = 4070908800;
        rig.Type(600000, "status");
        Cpu.Later(3000000, () => Air.NetworkTime = Cloud.Now + 600);
        Assert.IsNull(rig.Run(5000000), rig.Terminal.Text);
        Assert.Contains("not valid", rig.Terminal.Text);
        Assert.IsGreaterThan(50, rig.Cloud.Stills.Count);
        Assert.IsLessThan(600u, (uint)Math.Abs(rig.Cloud.Stills[^1].IssuedAt.Value - Cloud.Now));
    }

    /// <summary>SNTP is not authenticated: what it says later moves nothing that a receipt has said.</summary>
    [TestMethod]
    public void AWrongTimeAfterAReceiptMovesNothing()
    {
        var rig = new BoardRig(EveryBoardTests.Board(Board));
        Cpu.Later(100000, () => Air.NetworkTime = TlsRig.Now + 30 * 86400);
        Cpu.Later(3700000, () => rig.Cloud.IsDown = true);
        Cpu.Later(3800000, () => rig.Cloud.IsDown = false);
        Assert.IsNull(rig.Run(4500000), rig.Terminal.Text);
        foreach (Verify.Token still in rig.Cloud.Stills)
        {
            Assert.IsLessThanOrEqualTo(6, Math.Abs((still.IssuedAt ?? TlsRig.Now + still.Uptime) - TlsRig.Now - still.Uptime));
        }
    }
}
