using System;
using System.Collections.Generic;
using System.Linq;

namespace Sealcam.Esp32.Tests;

/// <summary>What a technician does at a board's console while the camera works.</summary>
[TestClass]
[DoNotParallelize]
public class TechnicianTests
{
    public static IEnumerable<object[]> Boards => EveryBoardTests.Boards;

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void EveryCommandAnswersAndTheCameraGoesOn(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        Air.ScansEnd = true;
        string[] commands =
        [
            "status", "selftest", "id", "version", "wifi scan", "still last", "outbox list", "camera test", "net test", "", "time",
            "config list", "log tail 20", "cert show", "help",
        ];
        rig.Type(20000, commands);
        Assert.IsNull(rig.Run(200000), rig.Terminal.Text);
        string text = rig.Terminal.Text;
        Assert.DoesNotContain("error", text, text);
        Assert.DoesNotContain("FAIL", text, text);
        Assert.HasCount(commands.Length + 1, text.Split("ok\r\n"), text);
        Assert.IsGreaterThanOrEqualTo(3, rig.Cloud.Stills.Count);
        Assert.IsEmpty(rig.Cloud.Bad);
    }

    /// <summary>Identity, count and stills go; the board starts anew without them and says so.</summary>
    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void AFactoryResetLeavesNothing(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        rig.Type(90000, "factory-reset identity");
        Cpu.Later(100000, () => rig.Terminal.Type(rig.Terminal.Text.Split("device ")[1][..9] + "\r"));
        Assert.AreEqual("restarted", rig.Run(300000), rig.Terminal.Text);
        rig.Restart();
        Assert.IsNull(rig.Run(100000));
        Assert.Contains("missing identity", rig.Terminal.Text);
        Assert.IsTrue(rig.Cloud.Stills.All(still => still.BootCount == 1));
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void SomebodyWhoAsksThroughTheServerGetsAFreshStill(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        BoardRig.Write("settings.txt", BoardRig.Settings + "interval = 0\n");
        byte[] nonce = [.. Enumerable.Range(1, 16).Select(n => (byte)n)];
        Cpu.Later(60000, () => rig.Cloud.Nonce = nonce);
        Assert.IsNull(rig.Run(100000), rig.Terminal.Text);
        CollectionAssert.AreEqual(nonce, rig.Cloud.Stills[^1].Nonce);
    }

    /// <summary>A board as it comes out of the box gets its network, then its identity; neither needs a restart.</summary>
    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void NetworkAndIdentityThatComeWhileItRunsAreTaken(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        byte[] identity = Disk.At("I:\\order.new");
        Disk.Remove("I:\\order.new");
        BoardRig.Write("settings.txt", "host = ingest.test\n");
        rig.Type(30000, "wifi set home", "open sesame");
        Cpu.Later(100000, () =>
        {
            Assert.IsEmpty(rig.Cloud.Stills);
            Assert.IsTrue(Air.IsUp, rig.Terminal.Text);
            Disk.Put("I:\\order.new", identity);
        });
        Assert.IsNull(rig.Run(300000), rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(2, rig.Cloud.Stills.Count, rig.Terminal.Text);
        Assert.DoesNotContain("open sesame", rig.Terminal.Text);
        rig.Restart();
        Assert.IsNull(rig.Run(90000));
        Assert.Contains(2u, rig.Cloud.Stills.Select(still => still.BootCount));
    }
}
