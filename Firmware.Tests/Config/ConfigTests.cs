using System;

namespace Sealcam.Tests;

/// <summary>The settings: one table, all or nothing, and a file that survives power cuts.</summary>
[TestClass]
public class ConfigTests
{
    [TestMethod]
    public void EveryDefaultIsInItsOwnRange()
    {
        for (int i = 0; i < SettingTable.Count; i++)
        {
            Assert.IsNull(SettingTable.Row(i).Check(SettingTable.Row(i).Default));
            Assert.AreEqual(SettingTable.Row(i).Kind == Setting.Secret, SettingTable.IsSecret(i));
            Assert.AreEqual(i, SettingTable.Find(SettingTable.Names[i]));
        }

        Assert.AreEqual("keep", SettingTable.Names[SettingTable.Keep]);
        Assert.AreEqual("health", SettingTable.Names[SettingTable.Health]);
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
        for (int turn = 0; turn < 260; turn++)
        {
            int cut = turn / 2 < 60 ? turn / 2 : turn / 2 * 9 - 480;  // of settings.bak and of settings.txt; each byte of the mark
            var store = new ConsoleStore();
            var file = new ConfigFile(store);
            Assert.IsNull(file.Save(Named(file, "old.example")));
            Assert.IsNull(file.Save(Named(file, "now.example")));
            store.CutAt = cut;
            store.WritesBefore = turn % 2;
            string fault = file.Save(Named(file, "new.example"));
            store.CutAt = -1;
            var after = new ConfigFile(store);
            after.Load();
            Assert.IsNull(after.Fault);
            string host = after.Current[SettingTable.Host];
            Assert.IsTrue(host == (fault == null ? "new.example" : "now.example"));
            store.CutAt = cut;  // and once more, with one of the two files torn
            fault = after.Save(Named(after, "last.example"));
            store.CutAt = -1;
            after = new ConfigFile(store);
            after.Load();
            Assert.IsNull(after.Fault);
            Assert.AreEqual(fault == null ? "last.example" : host, after.Current[SettingTable.Host]);
        }
    }

    [TestMethod]
    public void APowerCutWhileErasingBringsNoOlderSettingsBack()
    {
        var store = new ConsoleStore();
        var file = new ConfigFile(store);
        Assert.IsNull(file.Save(Named(file, "old.example")));
        Assert.IsNull(file.Save(Named(file, "now.example")));
        store.DeletesLeft = 1;
        Assert.IsNotNull(file.Erase());
        var after = new ConfigFile(store);
        after.Load();
        Assert.AreEqual("now.example", after.Current[SettingTable.Host]);
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

    [TestMethod]
    public void EveryKindOfValueComesBackFromTheStoreAsItWas()
    {
        string[] names = { "", "a", "  both ends  ", "\"quoted\"", "\"half", "semi;colon", "# not a remark", "k = v", "b\\ack",
            "\u00e4\u20ac", "'single'", "\"", "12345678901234567890123456789012" };
        for (int i = 0; i < names.Length; i++)
        {
            var store = new ConsoleStore();
            var file = new ConfigFile(store);
            var config = file.Current.Copy();
            Assert.IsNull(config.Set(SettingTable.Name, names[i]));
            Assert.IsNull(file.Save(config));
            var again = new ConfigFile(store);
            again.Load();
            Assert.IsNull(again.Fault);
            Assert.AreEqual(names[i], again.Current[SettingTable.Name]);
            var text = new ConfigText(new Config());
            text.Take(ConfigText.Line(config, SettingTable.Name, masked: true));
            text.Finish();
            Assert.IsNull(text.Fault);
            Assert.AreEqual(names[i], text.Config[SettingTable.Name]);
        }
    }

    [TestMethod]
    public void AFileThatAnEditorMarkedWithAByteOrderMarkIsTaken()
    {
        var file = Loaded(new byte[] { 0xEF, 0xBB, 0xBF }, "host = a.example\r\n\r\nport = 99\r\n", out _);
        Assert.IsNull(file.Fault);
        Assert.AreEqual("a.example", file.Current[SettingTable.Host]);
        Assert.AreEqual("99", file.Current[SettingTable.Port]);
    }

    [TestMethod]
    public void ABrokenFileLeavesTheLastGoodOneInForceAndSaysWhy()
    {
        string[] broken = { "host = b\nport = none\n", "hsot = b\n", "host = \u0001\n", "no equals sign\n", "",
            "host = b\nhost = c\n", "version = 9\n", "wifi-password = secret-of-mine\n" };
        for (int i = 0; i < broken.Length; i++)
        {
            var file = Loaded(new byte[0], broken[i], out var store);
            Assert.IsTrue(file.Fault.Length > 0 && file.Fault.IndexOf("secret-of-mine") < 0);
            Assert.AreEqual("8443", file.Current[SettingTable.Port]);
            var good = Ascii.Bytes("host = last.good\n");
            store.Write(ConfigFile.BackupName, good, good.Length);
            file = new ConfigFile(store);
            file.Load();
            Assert.IsNull(file.Fault);
            Assert.IsTrue(file.IsBackup && file.BadFile.Length > 0);
            Assert.AreEqual("last.good", file.Current[SettingTable.Host]);
        }
    }

    [TestMethod]
    public void ADamagedFileOfAnyBytesIsRefusedWithoutAnException()
    {
        var dice = new Dice(11);
        for (int i = 0; i < 300; i++)
        {
            var store = new ConsoleStore();
            var bytes = new byte[dice.Below(400)];
            for (int j = 0; j < bytes.Length; j++)
            {
                bytes[j] = (byte)(i % 2 == 0 ? dice.Below(256) : "host = \n#\r\""[dice.Below(11)]);
            }

            store.Write(ConfigFile.Name, bytes, bytes.Length);
            var file = new ConfigFile(store);
            file.Load();
            Assert.IsTrue(file.Fault != null || file.Current.CheckWhole() == null);
        }
    }

    private static ConfigFile Loaded(byte[] front, string text, out ConsoleStore store)
    {
        var body = Ascii.Bytes(text);
        var bytes = new byte[front.Length + body.Length];
        Array.Copy(front, 0, bytes, 0, front.Length);
        Array.Copy(body, 0, bytes, front.Length, body.Length);
        store = new ConsoleStore();
        store.Write(ConfigFile.Name, bytes, bytes.Length);
        var file = new ConfigFile(store);
        file.Load();
        return file;
    }

    private static Config Named(ConfigFile file, string host)
    {
        var config = file.Current.Copy();
        config.Set(SettingTable.Host, host);
        return config;
    }
}
