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
    public void TheAgentGetsTheDefaultsThatItWouldHaveWithoutAnySettings()
    {
        Settings plain = new Settings(), made = new Config().ToSettings();
        Assert.AreEqual(plain.Keep, made.Keep);
        Assert.AreEqual(plain.StorageBytes, made.StorageBytes);
        Assert.AreEqual(plain.StorageStills, made.StorageStills);
        Assert.AreEqual(plain.SpillAfterMs, made.SpillAfterMs);
        Assert.AreEqual(plain.RequestPath, made.RequestPath);
        Assert.AreEqual(plain.TriggerBoundMs, made.TriggerBoundMs);
        Assert.AreEqual(plain.RequestEveryMs, made.RequestEveryMs);
        Assert.AreEqual(plain.HealthPath, made.HealthPath);
        Assert.AreEqual(plain.HealthIntervalMs, made.HealthIntervalMs);
    }

    [TestMethod]
    public void WhatIsSetOfStorageRequestsAndHealthReachesTheAgent()
    {
        var config = new Config();
        string[] lines =
        {
            "keep = storage", "storage-kb = 4096", "storage-stills = 500", "spill-after = 0", "requests = no", "trigger-bound = 500",
            "request-every = 60000", "health = 60",
        };
        var text = new ConfigText(config);
        for (int i = 0; i < lines.Length; i++)
        {
            text.Take(lines[i]);
        }

        text.Finish();
        Assert.IsNull(text.Fault);
        var made = text.Config.ToSettings();
        Assert.AreEqual(Keeping.Storage, made.Keep);
        Assert.AreEqual(4096 * 1024, made.StorageBytes);
        Assert.AreEqual(500, made.StorageStills);
        Assert.AreEqual(0, made.SpillAfterMs);
        Assert.IsNull(made.RequestPath);
        Assert.AreEqual(500, made.TriggerBoundMs);
        Assert.AreEqual(60000, made.RequestEveryMs);
        Assert.AreEqual(60000, made.HealthIntervalMs);
        config.Set(SettingTable.Health, "0");
        Assert.IsNull(config.ToSettings().HealthPath);
    }

    [TestMethod]
    public void TheLargestFileOfSettingsIsReadBack()
    {
        var store = new ConsoleStore();
        var config = new Config();
        for (int i = 0; i < SettingTable.All.Length; i++)
        {
            var setting = SettingTable.All[i];
            bool words = setting.Kind != Setting.Number && setting.Kind != Setting.Choice;
            string value = setting.Kind == Setting.Number ? setting.Most.ToString()
                : words ? "/" + new string('x', setting.Most - 1) : setting.Default;
            Assert.IsNull(config.Set(i, setting.Kind == Setting.HostName ? value.Substring(1) : value));
        }

        Assert.IsNull(new ConfigFile(store).Save(config));
        var back = new ConfigFile(store);
        back.Load();
        Assert.IsNull(back.Fault);
        Assert.AreEqual(config[SettingTable.Path], back.Current[SettingTable.Path]);
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
