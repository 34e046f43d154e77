using System;
#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#else
using Microsoft.VisualStudio.TestTools.UnitTesting;
#endif

namespace Sealcam.Tests;

/// <summary>The settings: one table, all or nothing, and a file that survives power cuts.</summary>
[TestClass]
public class ConfigTests
{
    [TestMethod]
    public void EveryDefaultIsInItsOwnRange()
    {
        for (int i = 0; i < SettingTable.All.Length; i++)
        {
            Assert.IsNull(SettingTable.All[i].Check(SettingTable.All[i].Default));
            Assert.AreEqual(i, SettingTable.Find(SettingTable.All[i].Name));
        }

        Assert.AreEqual("keep", SettingTable.All[SettingTable.Keep].Name);
        Assert.AreEqual("health", SettingTable.All[SettingTable.Health].Name);
    }

    [TestMethod]
    public void AFileIsTakenWholeOrNotAtAll()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Say("config set host first.example\r");
        Assert.AreEqual("error INVALID: line 2: port is 1 to 65535; nothing is changed\r\n",
            rig.Say("config import\rhost = other.example\rport = 70000\rend\r"));
        Assert.AreEqual("error INVALID: line 1: there is no such setting; the nearest is host; nothing is changed\r\n",
            rig.Say("config import\rhots = other.example\rend\r"));
        Assert.AreEqual("error INVALID: line 2: host is there twice; nothing is changed\r\n",
            rig.Say("config import\rhost = a\rhost = b\rend\r"));
        Assert.AreEqual("error INVALID: line 1: version is 1 to 1; nothing is changed\r\n",
            rig.Say("config import\rversion = 2\rend\r"));
        Assert.AreEqual("first.example", rig.Config.Current[SettingTable.Host]);
        Assert.IsTrue(rig.Say("config import\r# new\rhost = \"other.example\"\r\rinterval=5\rend\r").IndexOf("ok") > 0);
        Assert.AreEqual("other.example", rig.Config.Current[SettingTable.Host]);
    }

    [TestMethod]
    public void AnExportedFileComesBackWithItsSecret()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Say("config import\rhost = a\rwifi-ssid = \" x \"\rwifi-password = long secret\rend\r");
        string file = rig.Say("config export\r");
        Assert.IsTrue(file.IndexOf("long secret") < 0 && file.IndexOf("wifi-ssid = \" x \"") > 0);
        rig.Say("config import\r" + file.Substring(0, file.Length - 4) + "end\r");
        Assert.AreEqual("long secret", rig.Config.Current[SettingTable.WifiPassword]);
        Assert.AreEqual(" x ", rig.Config.Current[SettingTable.WifiSsid]);
    }

    [TestMethod]
    public void APowerCutWhileWritingLeavesTheOldSettingsOrTheNew()
    {
        for (int cut = 0; cut < 330; cut += 3)
        {
            var store = new ConsoleStore();
            var file = new ConfigFile(store);
            Assert.IsNull(file.Save(Named(file, "old.example")));
            Assert.IsNull(file.Save(Named(file, "now.example")));
            store.CutAt = cut;
            string fault = file.Save(Named(file, "new.example"));
            store.CutAt = -1;
            var after = new ConfigFile(store);
            after.Load();
            Assert.IsNull(after.Fault);
            string host = after.Current[SettingTable.Host];
            Assert.IsTrue(host == (fault == null ? "new.example" : "now.example"));
        }
    }

    [TestMethod]
    public void APersonsFileNeedsNoMark()
    {
        var store = new ConsoleStore();
        var bytes = Ascii.Bytes("# settings.txt\r\nhost = ingest.example.org\r\nport = 8443\r\n"
            + "wifi-ssid = my network\r\nwifi-password = its password\r\n");
        store.Write(ConfigFile.Name, bytes, bytes.Length);
        var file = new ConfigFile(store);
        file.Load();
        Assert.IsNull(file.Fault);
        Assert.AreEqual("my network", file.Current[SettingTable.WifiSsid]);
        bytes[2] = 0xFF;
        bytes[0] = (byte)'x';
        store.Write(ConfigFile.Name, bytes, bytes.Length);
        file = new ConfigFile(store);
        file.Load();
        Assert.AreEqual("settings.txt: line 1: is not UTF-8", file.Fault);
    }

    private static Config Named(ConfigFile file, string host)
    {
        var config = file.Current.Copy();
        config.Set(SettingTable.Host, host);
        return config;
    }
}
