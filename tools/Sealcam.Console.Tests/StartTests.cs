using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tool.Tests;

/// <summary>What a simulated camera makes of the settings that it finds at its start.</summary>
[TestClass]
public class StartTests
{
    [TestMethod]
    public void ABrokenFileIsSaidAtTheStartAndTheDefaultsAreInForce()
    {
        using var camera = new TestCamera("\uFEFFhost = localhost\r\nintervall = 5\r\n");
        StringAssert.Contains(FirstLines(camera), "settings: settings.txt: line 2: there is no such setting; the nearest is "
            + "interval; the defaults are in force\r\n");
        Assert.AreEqual(ExitCode.Ok, camera.Run($"status\nunlock\n> {camera.Label}\nconfig get interval", out string said));
        StringAssert.Contains(said, "interval        60");
    }

    [TestMethod]
    public void AFileDeployedOverAGoodOneAndBrokenLeavesTheGoodOneInForce()
    {
        using var camera = new TestCamera();
        Assert.AreEqual(ExitCode.Ok, camera.Run($"unlock\n> {camera.Label}\nconfig set interval 7\nconfig set interval 8", out _));
        File.WriteAllBytes(Path.Combine(camera.Flash, "settings.txt"), [.. "host = x\n"u8, 0xFF, 0xFE]);
        Assert.AreEqual(ExitCode.Ok, camera.Run("reboot", out _));
        Assert.AreEqual(ExitCode.Ok, camera.Run($"status\nunlock\n> {camera.Label}\nconfig get interval", out string said));
        StringAssert.Contains(said, "settings        the file before the last, because settings.txt: line 2: is not UTF-8");
        StringAssert.Contains(said, "interval        7");
    }

    [TestMethod]
    public void CameraSettingsAreAppliedAtTheStartAndCheckedAgainstTheSensor()
    {
        using var camera = new TestCamera("interval = 0\ncamera-size = SVGA\ncamera-quality = 20\n");
        string unlock = $"unlock\n> {camera.Label}\n";
        Assert.AreEqual(ExitCode.Ok, camera.Run(unlock + "camera test", out string coarse));
        StringAssert.Contains(coarse, "width           800");
        Assert.AreEqual(ExitCode.Ok, camera.Run("camera set quality 95; camera test", out string fine));
        Assert.IsGreaterThan(2 * Bytes(coarse), Bytes(fine));
        Assert.AreEqual(ExitCode.Usage, camera.Run("config set camera-quality 9", out string said));
        StringAssert.Contains(said, "camera-quality is 10..100 on this board, or empty");
        Assert.AreEqual(ExitCode.Usage, camera.Run("config import\n> camera-size = CINEMA\n> end", out said));
        StringAssert.Contains(said, "camera-size is QVGA|VGA|SVGA|UXGA on this board, or empty; nothing is changed");
        Assert.AreEqual(ExitCode.Ok, camera.Run("config set camera-size UXGA; reboot", out _));
        Assert.AreEqual(ExitCode.Ok, camera.Run(unlock + "camera test", out said));
        StringAssert.Contains(said, "width           1600");
    }

    [TestMethod]
    public void ACameraSettingForAnotherSensorIsLoggedAndTheDefaultStays()
    {
        using var camera = new TestCamera("interval = 0\ncamera-size = CINEMA\n");
        Assert.AreEqual(ExitCode.Ok, camera.Run($"unlock\n> {camera.Label}\ncamera test\nlog tail", out string said));
        StringAssert.Contains(said, "width           320");
        StringAssert.Contains(said, "warning camera: camera-size is QVGA|VGA|SVGA|UXGA");
    }

    private static int Bytes(string said) => int.Parse(said.Split("bytes")[1].Trim().Split('\n')[0]);

    private static string FirstLines(TestCamera camera)
    {
        var said = new StringBuilder();
        byte[] buffer = new byte[512];
        while (!said.ToString().Contains("sealcam> "))
        {
            int count = camera.Board.Port.Receive(buffer, 30_000);
            Assert.IsGreaterThan(0, count, said.ToString());
            said.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return said.ToString();
    }
}
