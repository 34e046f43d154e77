using System.IO.Compression;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Tool.Tests.Support;

namespace Sealcam.Tool.Tests;

/// <summary><c>sealcam verify</c> on stills that a run has made.</summary>
[TestClass]
public class VerifyTests
{
    private static readonly TempFolder Data = new();
    private static string _still = "";
    private static string _device = "";

    [ClassInitialize]
    public static void MakeAStill(TestContext context)
    {
        Command run = Command.Run("run", "--cameras", "1", "--stills", "1", "--interval", "50ms", "--json", "--data", Data.Path,
            "--port", "0", "--gallery-port", "0");
        Assert.AreEqual(0, run.Exit, run.Error);
        _still = Directory.GetFiles(Data["stills"], "*.jpg", SearchOption.AllDirectories).Single();
        _device = Path.GetFileName(Path.GetDirectoryName(_still))!;
    }

    [ClassCleanup]
    public static void CleanUp() => Data.Dispose();

    [TestMethod]
    public void AnAuthenticStillExitsWith0AndSaysWhatItIs()
    {
        Command verify = Command.Run("verify", _still, "--device", _device);

        Assert.AreEqual(0, verify.Exit, verify.Output);
        StringAssert.StartsWith(verify.Output, ". ");
        StringAssert.Contains(verify.Output, _device);
        StringAssert.Contains(verify.Output, "order  1-1");
    }

    [TestMethod]
    public void AStillOfAnotherDeviceIsForeign()
    {
        Command verify = Command.Run("verify", _still, "--device", new string('a', 52));

        Assert.AreEqual(1, verify.Exit);
        StringAssert.StartsWith(verify.Output, "F ");
    }

    [TestMethod]
    public void AChangedStillIsNotAuthenticAndItsClaimsAreNotShown()
    {
        byte[] bytes = File.ReadAllBytes(_still);
        bytes[^10] ^= 1;
        string changed = Data["changed.jpg"];
        File.WriteAllBytes(changed, bytes);

        Command verify = Command.Run("verify", changed, _still, "--json");

        Assert.AreEqual(1, verify.Exit);
        JsonElement results = JsonDocument.Parse(verify.Output).RootElement;
        Assert.AreEqual("N", results[0].GetProperty("verdict").GetString());
        Assert.AreEqual(JsonValueKind.Null, results[0].GetProperty("claims").ValueKind);
        Assert.AreEqual(".", results[1].GetProperty("verdict").GetString());
        Assert.AreEqual(_device, results[1].GetProperty("claims").GetProperty("device").GetString());
    }

    [TestMethod]
    public void AFileThatIsNotThereIsAnErrorOfTheMachine()
    {
        Command verify = Command.Run("verify", Data["absent.jpg"]);

        Assert.AreEqual(3, verify.Exit);
        StringAssert.Contains(verify.Error, "absent.jpg");
    }

    [TestMethod]
    public void AFolderIsJudgedAsASetWithALetterForEachStillAndEachGap()
    {
        using var set = new TempFolder();
        using var data = new TempFolder();
        Command run = Command.Run("run", "--cameras", "1", "--stills", "4", "--interval", "50ms", "--json", "--data", data.Path,
            "--port", "0", "--gallery-port", "0");
        string device = Directory.GetDirectories(data["stills"]).Single();
        foreach (int sequence in new[] { 1, 2, 4 })
        {
            File.Copy(Path.Combine(device, $"1-{sequence}.jpg"), set[$"{sequence}.jpg"]);
        }

        Command gap = Command.Run("verify", set.Path, "-v");
        ZipFile.CreateFromDirectory(device, data["all.zip"]);
        Command whole = Command.Run("verify", data["all.zip"], "--json");

        Assert.AreEqual(0, run.Exit, run.Error);
        Assert.AreEqual(1, gap.Exit, "one is missing and was not declared");
        StringAssert.Contains(gap.Output, "  ..M.\n");
        StringAssert.Contains(gap.Output, "M boot 1, sequence 3: missing");
        Assert.AreEqual(0, whole.Exit, whole.Output);
        JsonElement stream = JsonDocument.Parse(whole.Output).RootElement.GetProperty("devices")[0];
        Assert.AreEqual("....", stream.GetProperty("letters").GetString());
        Assert.AreEqual(1, stream.GetProperty("unknownTails")[0].GetInt32(), "no later boot has said how this one ended");
    }

    [TestMethod]
    public void WithANonceOrAnAgeAStillCanBeStale()
    {
        Command nonce = Command.Run("verify", _still, "--nonce", new string('5', 32));
        Command age = Command.Run("verify", _still, "--max-age", "1h");

        StringAssert.StartsWith(nonce.Output, "S ");
        StringAssert.StartsWith(age.Output, ". ");
    }
}
