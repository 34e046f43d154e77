namespace Sealcam.Tests;

/// <summary>The settings of a plain store: one with the others, and their secrets seen nowhere.</summary>
[TestClass]
public class StoreConfigTests
{
    private const string Sas = "put https://acct.blob.test/stills/{device}/{order}.jpg?sv=2024-11-04&sig=canary-sas%3D";

    [TestMethod]
    public void AWholeAddressIsTakenAndItsQueryKeptApart()
    {
        var rig = new ConsoleRig(locked: false);
        Assert.IsTrue(rig.Say("config set uplink '" + Sas + "'\r").IndexOf("ok") > 0, rig.Heard);
        var config = rig.Config.Current;
        Assert.AreEqual("put https://acct.blob.test/stills/{device}/{order}.jpg", config[SettingTable.Uplink]);
        Assert.AreEqual("sv=2024-11-04&sig=canary-sas%3D", config[SettingTable.UplinkQuery]);
        var settings = config.ToSettings();
        Assert.AreEqual("acct.blob.test", settings.Host);
        Assert.AreEqual(443, settings.Port);
        Assert.IsNotNull(settings.Target);
        rig.Say("config set uplink sealcam\r");
        Assert.IsNull(rig.Config.Current.ToSettings().Target);
    }

    [TestMethod]
    public void UplinkSetPutsAStoreInThePlaceOfAReceiverAndBack()
    {
        var rig = new ConsoleRig(locked: false);
        Assert.IsTrue(rig.Say("uplink set put https://dav.test:444/{device}/{order}.jpg\r").IndexOf("ok") > 0, rig.Heard);
        string shown = rig.Say("uplink show\r");
        Assert.IsTrue(shown.IndexOf(
            "host            dav.test\r\nport            444\r\npath            put https://dav.test:444/{device}")
            == 0, shown);
        Assert.IsTrue(rig.Say("uplink set ingest.test 8443\r").IndexOf("ok") > 0);
        shown = rig.Say("uplink show\r");
        Assert.IsTrue(shown.IndexOf("host            ingest.test\r\nport            8443\r\npath            /v1/stills\r\nstate")
            == 0, shown);
    }

    [TestMethod]
    public void WhatDoesNotFitTogetherIsRefusedAndNothingChanges()
    {
        var rig = new ConsoleRig(locked: false);
        string before = "put https://dav.test/{device}/{order}.jpg";
        rig.Say("config set uplink '" + before + "'\r");
        Assert.AreEqual(
            "error INVALID: header-1 may not set this header: the agent sets it, or could not keep its promises with it\r\n",
            rig.Say("config set header-1 'Host: canary'\r"));
        Assert.AreEqual("error INVALID: s3-region, s3-key-id and s3-secret are set together or not at all\r\n",
            rig.Say("config set s3-secret canary\r"));
        string said = rig.Say("config set uplink 'put https://dav.test/{device}.jpg?canary'\r");
        Assert.IsTrue(said.IndexOf("overwrite each other") > 0, said);
        Assert.IsTrue(rig.Heard.IndexOf("canary") < 0);
        Assert.AreEqual(before, rig.Config.Current[SettingTable.Uplink]);
        Assert.AreEqual("", rig.Config.Current[SettingTable.UplinkQuery]);
    }

    [TestMethod]
    public void NoSecretOfAStoreIsEverShown()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        string[] lines =
        {
            "config set uplink '" + Sas + "'", "config set header-1 'Authorization: Basic canary'",
            "config set header-4 'X-Key: canary'", "uplink set " + Sas, "uplnk = " + Sas, "configg set uplink '" + Sas + "'",
            "header-2 = X-Token: canary", "s3-secret = canary", "config set uplink-query canary=1",
        };
        for (int i = 0; i < lines.Length; i++)
        {
            rig.Say(lines[i] + "\u001b[D\u0001\u0005");
            Assert.AreEqual(-1, rig.Heard.IndexOf("canary"), lines[i]);
            rig.Say("\r");
            Assert.AreEqual(-1, rig.Heard.IndexOf("canary"), lines[i]);
            rig.Say("\u001b[A");
            Assert.AreEqual(-1, rig.Heard.IndexOf("canary"), lines[i]);  // not in the history either
            rig.Say("\u0003");
        }

        string[] shows =
        {
            "config list", "config export", "uplink show", "config get header-1; config get uplink-query", "log tail 50",
            "status",
        };
        for (int i = 0; i < shows.Length; i++)
        {
            Assert.AreEqual(-1, rig.Say(shows[i] + "\r").IndexOf("canary"), shows[i]);
        }

        Assert.AreEqual("Authorization: Basic canary", rig.Config.Current[SettingTable.Header1]);
        Assert.AreEqual("canary=1", rig.Config.Current[SettingTable.UplinkQuery]);
    }

    [TestMethod]
    public void AnExportedFileBringsAllSecretsBackAndALineLessForgetsOne()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Say("config set uplink '" + Sas + "'\rconfig set header-1 'X-Key: canary'\r");
        string file = rig.Say("config export\r");
        file = file.Substring(0, file.Length - 4);
        Import(rig, file);
        Assert.AreEqual("X-Key: canary", rig.Config.Current[SettingTable.Header1]);
        Assert.AreEqual("sv=2024-11-04&sig=canary-sas%3D", rig.Config.Current[SettingTable.UplinkQuery]);
        Import(rig, file.Substring(0, file.IndexOf("header-1")));
        Assert.AreEqual("", rig.Config.Current[SettingTable.Header1]);
        Assert.AreEqual("sv=2024-11-04&sig=canary-sas%3D", rig.Config.Current[SettingTable.UplinkQuery]);
    }

    /// <summary>In two parts, since the rig's port holds no more at once.</summary>
    private static void Import(ConsoleRig rig, string file)
    {
        rig.Say("config import\r" + file.Substring(0, file.Length / 2));
        Assert.IsTrue(rig.Say(file.Substring(file.Length / 2) + "end\r").IndexOf("ok") > 0, rig.Heard);
    }

    [TestMethod]
    public void AFileWithAllSettingsAtTheirLongestIsRead()
    {
        var store = new ConsoleStore();
        string[] names = { "uplink", "uplink-query", "header-1", "header-2", "header-3", "header-4" };
        int[] lengths = { 200, 220, 200, 200, 200, 200 };
        string[] begins = { "put https://store.test/in/{device}/{order}.jpg", "q=", "a: ", "b: ", "c: ", "d: " };
        string text = "";
        for (int i = 0; i < names.Length; i++)
        {
            string value = begins[i];
            while (value.Length < lengths[i])
            {
                value += "y";
            }

            text += names[i] + (i == 0 ? " = " + value : "=" + value) + "\n";
        }

        var bytes = Ascii.Bytes(text);
        store.Write(ConfigFile.Name, bytes, bytes.Length);
        var file = new ConfigFile(store);
        file.Load();
        Assert.IsNull(file.Fault);
        Assert.IsNull(file.Save(file.Current.Copy()));
        file = new ConfigFile(store);
        file.Load();
        Assert.IsNull(file.Fault);
        Assert.AreEqual(200, file.Current[SettingTable.Uplink].Length);
    }
}
