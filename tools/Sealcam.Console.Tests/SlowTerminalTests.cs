using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tool.Tests;

/// <summary>Terminals that take little or nothing, while the camera goes on.</summary>
[TestClass]
public class SlowTerminalTests
{
    private const int StopMs = 4000;

    [TestMethod]
    public void WhileATerminalTakesNothingTheCameraGoesOnAndTheLogStaysBounded()
    {
        using var camera = new TestCamera();
        Assert.AreEqual(ExitCode.Ok, camera.Run($"unlock\n> {camera.Label}\nlog level debug\nlog live on", out _));
        int before = Captured(camera);

        // 12 KB of answers for a buffer of 5 KB: the console stands still, in the middle of one.
        camera.Board.Port.Send("help all; help all; help all; config list; help config; help config; status\r"u8);
        var watch = Stopwatch.StartNew();
        Thread.Sleep(StopMs);
        Drain(camera);
        int stills = Captured(camera) - before;
        Assert.IsGreaterThanOrEqualTo((int)(watch.ElapsedMilliseconds / 1000) - 1, stills, "one a second, by 'interval'");
        Assert.AreEqual(0, camera.Board.LostOutput);
        Assert.AreEqual(ExitCode.Ok, camera.Run("log tail 1000", out string said));
        Assert.IsLessThan(1200, said.Length, "the log's ring is 1 KB");
    }

    [TestMethod]
    public void At115200BaudLongOutputArrivesWholeAndTheCameraGoesOn()
    {
        const double BytesPerMs = 11.52;
        using var camera = new TestCamera();
        Assert.AreEqual(ExitCode.Ok, camera.Run($"unlock\n> {camera.Label}", out _));
        int before = Captured(camera);
        camera.Board.Port.Send("help all; help all; help all; help config; help config; help all; help all; lock\r"u8);
        var watch = Stopwatch.StartNew();
        var heard = new StringBuilder();
        byte[] buffer = new byte[64];
        while (Regex.Count(heard.ToString(), "(?<=\n)ok\r\n") < 8 && watch.ElapsedMilliseconds < 20_000)
        {
            bool behind = heard.Length > watch.ElapsedMilliseconds * BytesPerMs;
            int count = behind ? 0 : camera.Board.Port.Receive(buffer, 10);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, count));
            Thread.Sleep(behind ? 1 : 0);
        }

        long ms = watch.ElapsedMilliseconds;
        Assert.HasCount(6, heard.ToString().Split("factory-reset  "), "five lists of all commands");
        Assert.IsGreaterThan(900, ms);
        Assert.IsGreaterThanOrEqualTo((int)(ms / 1000) - 1, Captured(camera) - before);
        Assert.AreEqual(0, camera.Board.LostOutput);
    }

    private static int Captured(TestCamera camera)
    {
        Assert.AreEqual(ExitCode.Ok, camera.Run("status", out string said));
        return int.Parse(Regex.Match(said, @"captured +(\d+)").Groups[1].Value);
    }

    private static void Drain(TestCamera camera)
    {
        byte[] buffer = new byte[512];
        while (camera.Board.Port.Receive(buffer, 300) > 0)
        {
        }
    }
}
