using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tool.Tests;

/// <summary>No secret that the table of settings has, or will have, is ever shown: found by its kind, not by its name.</summary>
[TestClass]
public class SecretTests
{
    private const string Canary = "canary-never-shown";

    private static readonly string[] Shows =
    [
        "config list", "config export", "uplink show", "status", "log tail 50", "help config", "net test",
        "config reset interval",
    ];

    [TestMethod]
    public void ASecretSettingIsNeitherEchoedNorShownNorExportedNorLogged()
    {
        Setting[] secrets = [.. Enumerable.Range(0, SettingTable.Count).Select(SettingTable.Row)
            .Where(setting => setting.Kind == Setting.Secret)];
        Assert.IsTrue(secrets.All(setting => SettingTable.IsSecret(SettingTable.Find(setting.Name))));
        Assert.IsGreaterThanOrEqualTo(7, secrets.Length);
        using var camera = new TestCamera("host = localhost\nport = 1\nwifi-ssid = workshop\ninterval = 0\n");
        string said = Type(camera, $"unlock\r{camera.Label}\r");
        foreach (Setting setting in secrets)
        {
            said += Type(camera, $"config set {setting.Name} 'X-{setting.Name}: {Canary}'\u001b[D\u0001\u0005\r");
            string file = File.ReadAllText(Path.Combine(camera.Flash, ConfigFile.Name));
            Assert.IsTrue(file.Contains($"X-{setting.Name}: {Canary}"), said);
            said += Type(camera, "\u001b[A\u0003");
            said += Type(camera, $"config import\r{setting.Name} = {Canary}\u001b[D\u0003");
            said += Type(camera, $"{setting.Name} = {Canary}\u001b[D\r\u001b[A\u0003");
            said += Type(camera, $"config get {setting.Name}\rconfig get {setting.Name} --json\r");
        }

        foreach (string show in Shows)
        {
            said += Type(camera, $"{show}\r") + Type(camera, $"{show} --json\r");
        }

        Assert.IsFalse(said.Contains(Canary), said);
        Assert.IsFalse(said.Contains('\u001b'));
        StringAssert.Contains(said, $"\"{secrets[^1].Name}\":\"********\"");
    }

    /// <summary>Types keys; returns what the board says until it has been quiet behind a prompt.</summary>
    private static string Type(TestCamera camera, string keys)
    {
        var said = new StringBuilder();
        byte[] buffer = new byte[512];
        camera.Board.Port.Send(Encoding.UTF8.GetBytes(keys));
        for (long until = Environment.TickCount64 + 20_000; Environment.TickCount64 < until;)
        {
            int count = camera.Board.Port.Receive(buffer, 150);
            said.Append(Encoding.UTF8.GetString(buffer, 0, Math.Max(0, count)));
            if (count <= 0 && said.ToString().TrimEnd().EndsWith('#'))
            {
                break;
            }
        }

        return said.ToString();
    }
}
