using System.Diagnostics;
using System.Text.Json;

namespace Sealcam.Provision.Tests;

/// <summary><c>sealcam provision</c> as people and scripts run it.</summary>
[TestClass]
public class CommandTests
{
    [TestMethod]
    public void NothingSecretIsPrintedOrRegistered()
    {
        using var folder = new TestFolder();
        string said = "";
        foreach (string[] more in new string[][] { [], ["--count", "2"], ["--json"] })
        {
            Command run = Command.Run(["provision", "--fleet", folder.At("fleet"), .. more]);
            Assert.AreEqual(0, run.Exit, run.Error);
            said += run.Output + run.Error;
        }

        string[] devices = Directory.GetDirectories(folder.At("fleet", "devices"));
        Assert.AreEqual(4, devices.Length);
        said += Command.Run("provision", "--fleet", folder.At("fleet"), "--reissue", Path.GetFileName(devices[0])).Output;
        said += Command.Run("provision", "--fleet", folder.At("fleet"), "--server-name", "localhost").Output;
        said += File.ReadAllText(folder.At("fleet", "registry.csv")) + File.ReadAllText(folder.At("fleet", "issues.csv"));
        foreach (string device in devices)
        {
            StringAssert.Contains(said, Path.GetFileName(device));
            OrderRecord record = OrderRecord.Decode(File.ReadAllBytes(Path.Combine(device, "flash", "order.new")), 96);
            byte[] hash = PassphraseRecord.Decode(File.ReadAllBytes(Path.Combine(device, "flash", "console.key"))).Hash;
            string passphrase = File.ReadAllText(Path.Combine(device, "label.txt")).Trim().Split(' ')[^1];
            Assert.IsNotNull(Passphrase.Parse(passphrase));
            foreach (string secret in new[]
            {
                passphrase, passphrase.Replace("-", ""), Convert.ToHexString(record.Key), Convert.ToBase64String(record.Key)[..40],
                Convert.ToHexString(record.Key.Reverse().ToArray()), Convert.ToHexString(hash), Convert.ToBase64String(hash)[..40],
            })
            {
                Assert.IsFalse(said.Contains(secret, StringComparison.OrdinalIgnoreCase), "a secret was printed");
            }
        }

        Assert.IsFalse(said.Contains("PRIVATE"), said);
    }

    [TestMethod]
    public void TheLabelIsShownToWhoAsksForIt()
    {
        using var folder = new TestFolder();
        Command run = Command.Run("provision", "--fleet", folder.At("fleet"), "--show-label", "--json");
        JsonElement device = JsonDocument.Parse(run.Output).RootElement.GetProperty("devices")[0];
        string passphrase = device.GetProperty("passphrase").GetString()!;
        StringAssert.Contains(File.ReadAllText(Path.Combine(device.GetProperty("folder").GetString()!, "label.txt")), passphrase);
        Command plain = Command.Run("provision", "--fleet", folder.At("fleet"), "--show-label");
        StringAssert.Contains(plain.Output, "passphrase ");
        StringAssert.Contains(plain.Output, "▀");
    }

    [TestMethod]
    [DataRow("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")-0001\"")]
    [DataRow("+1", "'+1-0001")]
    [DataRow("-1", "'-1-0001")]
    [DataRow("../../etc", "../../etc-0001")]
    [DataRow("a, \"b\"", "\"a, \"\"b\"\"-0001\"")]
    public void AHostileNameIsACellOfTheRegistryAndNothingElse(string name, string cell)
    {
        using var folder = new TestFolder();
        Command run = Command.Run("provision", "--fleet", folder.At("fleet"), "--name", name);
        Assert.AreEqual(0, run.Exit, run.Error);
        string line = File.ReadAllLines(folder.At("fleet", "registry.csv")).Last();
        StringAssert.Contains(line, "," + cell + ",");
        Assert.AreEqual(1, Directory.GetFileSystemEntries(folder.Root).Length);
    }

    [TestMethod]
    [DataRow("two\nlines")]
    [DataRow("bell\a")]
    [DataRow("\u202Egnp.exe")]
    [DataRow(" ")]
    [DataRow("")]
    [DataRow("a name that is much too long for it")]
    public void ANameThatIsNoneIsAMistakeOfUse(string name)
    {
        using var folder = new TestFolder();
        Command run = Command.Run("provision", "--fleet", folder.At("fleet"), "--name", name);
        Assert.AreEqual(2, run.Exit);
        StringAssert.Contains(run.Error, "--name");
        Assert.IsFalse(Directory.Exists(folder.At("fleet")));
    }

    [TestMethod]
    [DataRow("--count 0")]
    [DataRow("--count -1")]
    [DataRow("--above 5")]
    [DataRow("--reissue x --forget y")]
    [DataRow("--reissue x --count 3")]
    [DataRow("--reissue x --above many")]
    [DataRow("--forget x --show-label")]
    public void WhatDoesNotFitTogetherIsAMistakeOfUse(string arguments)
    {
        using var folder = new TestFolder();
        Command run = Command.Run(["provision", "--fleet", folder.At("fleet"), .. arguments.Split(' ')]);
        Assert.AreEqual(2, run.Exit, run.Output + run.Error);
        Assert.IsFalse(Directory.Exists(folder.At("fleet")));
    }

    [TestMethod]
    public void WithoutAFleetItIsAMistakeOfUseAndAnUnknownDeviceOneOfTheMachine()
    {
        using var folder = new TestFolder();
        Assert.AreEqual(2, Command.Run("provision").Exit);
        Command run = Command.Run("provision", "--fleet", folder.At("fleet"), "--reissue", "abcd-efgh");
        Assert.AreEqual(3, run.Exit);
        StringAssert.Contains(run.Error, "abcd-efgh");
    }

    [TestMethod]
    public void AnOpenUmaskOpensNothing()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("Windows has no umask");
            return;
        }

        using var folder = new TestFolder();
        Command run = Command.RunOpenly("provision", "--fleet", folder.At("fleet"));
        Assert.AreEqual(0, run.Exit, run.Error);
        foreach (string path in Directory.GetFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "_lock"))
        {
            const UnixFileMode Others = (UnixFileMode)0b000_111_111;
            Assert.AreEqual((UnixFileMode)0, File.GetUnixFileMode(path) & Others, path);
        }
    }

    [TestMethod]
    public void AKilledProcessLeavesWholeDevicesThatTheNextOneRegisters()
    {
        using var folder = new TestFolder();
        using (Process run = Command.Start("provision", "--fleet", folder.At("fleet"), "--count", "100000"))
        {
            for (int line = 0; line < 9; line++)
            {
                Assert.IsNotNull(run.StandardOutput.ReadLine());
            }

            run.Kill();
            run.WaitForExit();
        }

        Command next = Command.Run("provision", "--fleet", folder.At("fleet"));
        Assert.AreEqual(0, next.Exit, next.Error);
        string[] devices = Directory.GetDirectories(folder.At("fleet", "devices"));
        Assert.IsGreaterThan(2, devices.Length);
        Assert.IsTrue(devices.All(device => Directory.GetFiles(device, "*", SearchOption.AllDirectories).Length == 7));
        CollectionAssert.AreEquivalent(devices.Select(Path.GetFileName).ToArray(),
            File.ReadAllLines(folder.At("fleet", "registry.csv")).Skip(1).Select(line => line.Split(',')[0]).ToArray());
    }
}
