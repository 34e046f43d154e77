namespace Sealcam.Tests;

[TestClass]
public class StorageRoomTests
{
    private const int Large = 2 * 1024 * 1024, Small = 256 * 1024;

    [TestMethod]
    public void APartitionOf256KilobytesKeepsNoStills()
    {
        Assert.AreEqual(0, StorageRoom.Of(Small, 1));
        var settings = new Settings();
        Assert.IsNull(StorageRoom.Fit(settings, Small));
        Assert.AreEqual(new Settings().StorageBytes, settings.StorageBytes);
    }

    [TestMethod]
    public void FilesThatWasteABlockEachStillLeaveTheSystemItsRoom()
    {
        for (int stills = 1; stills <= StorageRoom.Stills(Large); stills++)
        {
            int room = StorageRoom.Of(Large, stills);
            Assert.IsTrue(room > 0);

            // The most blocks that so many files of so many bytes can take, with 8 bytes of each for the skip list.
            int blocks = room / (StorageRoom.BlockBytes - 8) + 1 + stills;
            Assert.IsTrue(blocks * StorageRoom.BlockBytes <= Large - StorageRoom.SystemBytes + StorageRoom.BlockBytes, "stills: " + stills);
        }
    }

    [TestMethod]
    public void SettingsThatFitStayAsTheyAre()
    {
        var settings = new Settings { StorageBytes = 1024 * 1024, StorageStills = 128 };
        Assert.IsNull(StorageRoom.Fit(settings, Large));
        Assert.AreEqual(1024 * 1024, settings.StorageBytes);
        Assert.AreEqual(128, settings.StorageStills);
    }

    [TestMethod]
    public void SettingsThatAskForMoreThanTheBoardHasAreBoundedAndItIsSaid()
    {
        var settings = new Settings { StorageBytes = 64 * 1024 * 1024, StorageStills = 1024 };
        Assert.AreEqual("storage is bounded by this board: 1277 KB, 128 stills", StorageRoom.Fit(settings, Large));
        Assert.AreEqual(StorageRoom.Of(Large, 128), settings.StorageBytes);
        Assert.AreEqual(128, settings.StorageStills);
    }
}
