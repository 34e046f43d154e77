using System;
using System.Device.Gpio;
using System.Linq;
using nanoFramework.Hardware.Esp32;
using nanoFramework.System.IO.FileSystem;

namespace Sealcam.Esp32.Tests;

/// <summary>Boards with an SD slot: a card that is there, is not, fails, and is pulled out at work.</summary>
[TestClass]
[DoNotParallelize]
public class SdCardTests
{
    private const int FromMs = 90000, UntilMs = 400000, EndMs = 700000;

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    [DataRow("xiao-esp32s3-sense")]
    [DataRow("freenove-esp32s3-wroom-cam")]
    public void StillsThatNobodyTakesLieOnTheCardAndOutliveAPowerCut(string board)
    {
        BoardRig rig = WithCard(board, "spill-after = 0\n");
        rig.Cloud.IsDown = true;
        Assert.IsNull(rig.Run(FromMs + 120000));
        Assert.IsGreaterThanOrEqualTo(3, Disk.In("D:\\stills").Length);
        Assert.IsFalse(Disk.HasFolder("I:\\stills"));
        Assert.AreEqual("", Pins.Conflicts());
        rig.Restart();
        rig.Cloud.IsDown = false;
        Assert.IsNull(rig.Run(UntilMs), rig.Terminal.Text);
        CollectionAssert.IsSubsetOf(new uint[] { 1, 2, 3 },
            rig.Cloud.Stills.Where(still => still.BootCount == 1).Select(still => still.Sequence).ToArray());
    }

    [TestMethod]
    public void WhereTheLedHasTheCardsSelectLineACardTakesItAndWithoutOneTheLedHasIt()
    {
        BoardRig rig = WithCard("xiao-esp32s3-sense", "");
        Assert.IsNull(rig.Run(FromMs));
        Assert.IsFalse(Pins.Open.ContainsKey(21));
        rig.Restart();
        SDCard.IsThere = false;
        rig.Type(FromMs, "log tail 100");
        Assert.IsNull(rig.Run(EndMs));
        Assert.IsTrue(Pins.Open.ContainsKey(21));
        Assert.Contains("no SD card", rig.Terminal.Text);
        Assert.IsGreaterThan(8, rig.Cloud.Stills.Count);
    }

    [TestMethod]
    [DataRow("hybrid")]
    [DataRow("storage")]
    public void ACardThatIsPulledOutAtWorkCostsNoMoreThanWhatLaysOnItAlone(string keep)
    {
        BoardRig rig = WithCard("freenove-esp32s3-wroom-cam", "spill-after = 0\nkeep = " + keep + "\n");
        Cpu.Later(FromMs, () => Disk.IsGone = true);
        Cpu.Later(FromMs + 1000, () => rig.Cloud.IsDown = true);
        Cpu.Later(UntilMs, () =>
        {
            Disk.IsGone = false;
            rig.Cloud.IsDown = false;
        });
        Assert.IsNull(rig.Run(2 * EndMs), rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(12, rig.Cloud.Stills.Count, rig.Terminal.Text);
        Assert.IsEmpty(rig.Cloud.Bad);
    }

    /// <summary>There the pins are the chip's, and the firmware refuses to be told them.</summary>
    [TestMethod]
    public void OnClassicEsp32TheSlotsPinsAreLeftAsTheyAre()
    {
        Chip.IsS3 = false;
        Disk.Format();
        Device.PowerOn();
        SDCard.IsThere = true;
        var pins = new BoardPins { SdBus = SdBus.OneBit, SdClock = 14, SdCommand = 15, SdData = 2 };
        Assert.IsNull(SdCard.Mount(pins));
        Assert.IsTrue(SDCard.IsMounted);
    }

    [TestMethod]
    public void ACardThatFailedToMountCanBeMountedLater()
    {
        Chip.IsS3 = true;
        Disk.Format();
        Device.PowerOn();
        SDCard.IsThere = false;
        var pins = new BoardPins { SdBus = SdBus.OneBit, SdClock = 39, SdCommand = 38, SdData = 40 };
        Assert.Contains("no SD card", SdCard.Mount(pins));
        SDCard.IsThere = true;
        Assert.IsNull(SdCard.Mount(pins));
    }

    private static BoardRig WithCard(string board, string settings)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        BoardRig.Write("settings.txt", BoardRig.Settings + settings);
        SDCard.IsThere = true;
        return rig;
    }
}
