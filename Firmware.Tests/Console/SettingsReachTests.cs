#if !NANOFRAMEWORK_1_0
namespace Sealcam.Tests;

/// <summary>
/// What is set reaches the agent. Not on the emulator: its 64 KB hold the metadata of the console and of its tests, and little
/// more.
/// </summary>
[TestClass]
public class SettingsReachTests
{
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
        for (int i = 0; i < SettingTable.Count; i++)
        {
            var setting = SettingTable.Row(i);
            bool words = setting.Kind != Setting.Number && setting.Kind != Setting.Choice;
            string value = setting.Kind == Setting.Number ? setting.Most.ToString()
                : words ? (i == SettingTable.Path ? "/" : "x") + new string('x', setting.Most - 1) : setting.Default;
            Assert.IsNull(config.Set(i, value));
        }

        const string name = "put https://h/{device}/{order}";
        config.Set(SettingTable.Uplink, name + new string('x', SettingTable.Row(SettingTable.Uplink).Most - name.Length));
        config.Reset(SettingTable.UplinkQuery);  // S3 has none, and its own settings are longer
        for (int i = 0; i < SettingTable.Headers; i++)
        {
            int most = SettingTable.Row(SettingTable.Header1 + i).Most;
            config.Set(SettingTable.Header1 + i, "X-" + i + ": " + new string('x', most - 5));
        }

        Assert.IsNull(new ConfigFile(store).Save(config));
        var back = new ConfigFile(store);
        back.Load();
        Assert.IsNull(back.Fault);
        Assert.AreEqual(config[SettingTable.Path], back.Current[SettingTable.Path]);
    }
}
#endif
