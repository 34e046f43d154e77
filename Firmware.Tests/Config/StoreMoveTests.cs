namespace Sealcam.Tests;

/// <summary>What gives access to one plain store is not sent to another.</summary>
[TestClass]
public class StoreMoveTests
{
    private const string First = "put https://first.test/{device}/{order}.jpg";
    private const string Second = "put https://second.test/{device}/{order}.jpg";

    [TestMethod]
    public void AnotherServerClearsWhatGaveAccessToTheOldOneAndSaysSo()
    {
        string[] moves =
        {
            "uplink set " + Second, "config set uplink '" + Second + "'",
            "uplink set put https://first.test:444/{device}/{order}", "uplink set ingest.test", "config set uplink sealcam", "config reset uplink",
        };
        for (int i = 0; i < moves.Length; i++)
        {
            Move(moves[i]);
        }
    }

    [TestMethod]
    public void AQueryThatCameWithTheNewAddressStays()
    {
        var rig = Filled();
        string said = rig.Say("uplink set " + Second + "?sig=new\r");
        Assert.IsTrue(said.IndexOf("cleared         header-1, header-4\r\n") >= 0, said);
        Assert.AreEqual("sig=new", rig.Config.Current[SettingTable.UplinkQuery]);
    }

    [TestMethod]
    public void AnotherPathOnTheSameServerClearsNothing()
    {
        var rig = Filled();
        string said = rig.Say("uplink set put https://FIRST.test:443/other/{device}/{order}.jpg\r");
        Assert.IsTrue(said.IndexOf("counts") == 0, said);
        Assert.AreEqual("sig=canary", rig.Config.Current[SettingTable.UplinkQuery]);
        Assert.AreEqual("X-Key: canary", rig.Config.Current[SettingTable.Header1]);
    }

    [TestMethod]
    public void WhatIsSetBeforeTheFirstStoreIsMeantForIt()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Say("config set s3-region eu; config set s3-key-id id; config set s3-secret canary\r");
        Assert.AreEqual(-1, rig.Say("uplink set " + First + "\r").IndexOf("cleared"));
        Assert.AreEqual("canary", rig.Config.Current[SettingTable.S3Secret]);
    }

    [TestMethod]
    public void ARefusedAddressClearsNothing()
    {
        var rig = Filled();
        Assert.IsTrue(rig.Say("uplink set put http://second.test/\r").IndexOf("error INVALID") == 0, rig.Heard);
        Assert.IsTrue(rig.Say("uplink set " + Second + " more\r").IndexOf("error USAGE") == 0, rig.Heard);
        Assert.AreEqual("X-Key: canary", rig.Config.Current[SettingTable.Header1]);
    }

    [TestMethod]
    public void AnImportedFileThatKeepsSecretsNamesTheSameServer()
    {
        var rig = Filled();
        string said = rig.Say("config import\ruplink = " + Second + "\rheader-1 = ********\rend\r");
        Assert.IsTrue(said.IndexOf("error INVALID: uplink names another server") == 0, said);
        Assert.AreEqual(First, rig.Config.Current[SettingTable.Uplink]);
        said = rig.Say("config import\ruplink = " + Second + "\rheader-1 = X-Key: new\rheader-2 = ********\rend\r");
        Assert.IsTrue(said.IndexOf("ok") > 0, said);
        Assert.AreEqual("X-Key: new", rig.Config.Current[SettingTable.Header1]);
        Assert.AreEqual("", rig.Config.Current[SettingTable.Header1 + 3]);
    }

    /// <summary>On its own, so that one rig is gone before the next is made: the emulator's heap holds one.</summary>
    private static void Move(string command)
    {
        var rig = Filled();
        string said = rig.Say(command + "\r");
        Assert.IsTrue(said.IndexOf("cleared         uplink-query, header-1, header-4\r\n") >= 0, said);
        for (int i = SettingTable.UplinkQuery; i <= SettingTable.S3Secret; i++)
        {
            Assert.AreEqual("", rig.Config.Current[i]);
        }
    }

    private static ConsoleRig Filled()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Say("uplink set " + First + "?sig=canary\r");
        rig.Say("config set header-1 'X-Key: canary'; config set header-4 'X-More: canary'\r");
        Assert.AreEqual("X-More: canary", rig.Config.Current[SettingTable.Header1 + 3]);
        return rig;
    }
}
