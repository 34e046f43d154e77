using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Linq;

namespace Sealcam.Esp32.Tests;

/// <summary>Each board's own program, from its Main on, over the models of the platform.</summary>
[TestClass]
[DoNotParallelize]
public class EveryBoardTests
{
    public static IEnumerable<object[]> Boards => BoardUnderTest.All.Select(board => new object[] { board.Name });

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void ItBootsJoinsCapturesSealsShipsAndAnswersAtItsConsole(string name)
    {
        var rig = new BoardRig(Board(name));
        Cpu.Later(60000, () => rig.Terminal.Type("status --json\r"));
        Assert.IsNull(rig.Run(200000), rig.Terminal.Text);
        Assert.StartsWith("Sealcam 0.1.0 on " + name + ", device ", rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(3, rig.Cloud.Stills.Count, rig.Terminal.Text);
        CollectionAssert.AreEqual(
            Enumerable.Range(1, rig.Cloud.Stills.Count).Select(n => (uint)n).ToArray(),
            rig.Cloud.Stills.Select(still => still.Sequence).ToArray());
        Assert.IsGreaterThanOrEqualTo(1, rig.Cloud.Reports.Count);
        Assert.IsGreaterThan(10, rig.Cloud.Polls);
        Assert.IsEmpty(rig.Cloud.Bad, string.Join(", ", rig.Cloud.Bad));
        Assert.AreEqual(1, rig.Cloud.Dials);
        Assert.Contains("\"captured\":", rig.Terminal.Text);
        Assert.AreEqual("", rig.Violations());
        Assert.AreEqual("", Pins.Conflicts());
    }

    internal static BoardUnderTest Board(string name) => Array.Find(BoardUnderTest.All, board => board.Name == name);
}
