using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Host;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>The serial port itself, on a pseudo-terminal with a simulated board behind it.</summary>
[TestClass]
public class SerialLineTests
{
    private readonly List<string> _said = [];

    [TestInitialize]
    public void NeedsPseudoTerminals()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Inconclusive("needs a pseudo-terminal and stty");
        }
    }

    [TestMethod]
    public void AScriptOverASerialPortEndsAtItsFirstErrorAndTheLogKeepsWhatWasSaid()
    {
        using var camera = new TestCamera();
        using var cable = new SerialCable(camera.Board.Port);
        string log = cable.Port + ".log";
        Assert.AreEqual(ExitCode.Ok, Script(cable, $"version\nunlock\n> {camera.Label}\nconfig get host", log, out string said));
        StringAssert.Contains(said, "localhost");
        Assert.AreEqual(ExitCode.Usage, Script(cable, "lock\nversoin\nid", log, out said));
        Assert.IsFalse(said.Contains("fingerprint"));
        Assert.AreEqual(ScriptRunner.LockedOut, Script(cable, "reboot", log, out _));
        string kept = File.ReadAllText(log);
        StringAssert.Contains(kept, "firmware        Sealcam");
        StringAssert.Contains(kept, "error UNKNOWN");
        StringAssert.Contains(kept, "error LOCKED");
        Assert.IsFalse(kept.Contains(camera.Label));
    }

    [TestMethod]
    public void AfterAResetThePortIsOpenedAgainAndTheLogGoesOn()
    {
        using var camera = new TestCamera();
        using var cable = new SerialCable(camera.Board.Port);
        using var line = new SerialLine(cable.Port, _said.Add);
        line.Send("\rversion\r"u8);
        StringAssert.Contains(Hear(line, "ok\r\n"), "firmware");
        for (int i = 0; i < 3; i++)
        {
            cable.Pull();
            Assert.AreEqual("", Hear(line, "never", 500));
            line.Send("lost\r"u8);
            cable.Plug();
            Hear(line, "never", 500);
            line.Send("status\r"u8);
            StringAssert.Contains(Hear(line, "ok\r\n"), "uptime");
        }

        string[] expected = [.. Enumerable.Repeat(new[] { $"{cable.Port} is gone; waiting for it", $"{cable.Port} is back" }, 3)
            .SelectMany(pair => pair)];
        CollectionAssert.AreEqual(expected, _said);
    }

    [TestMethod]
    public void AScriptGoesOnBehindAReboot()
    {
        using var camera = new TestCamera();
        using var cable = new SerialCable(camera.Board.Port);
        string script = $"unlock\n> {camera.Label}\nreboot\nstatus\nconfig list";
        Assert.AreEqual(ScriptRunner.LockedOut, Script(cable, script, cable.Port + ".log", out string said));
        StringAssert.Contains(said, "boot            2");
        Assert.IsFalse(said.Contains("sealcam>"), "echo is off again after the start");
    }

    [TestMethod]
    public void ThePortIsSetTo115200BaudEightBitsWithoutParityAndRaw()
    {
        using var camera = new TestCamera();
        using var cable = new SerialCable(camera.Board.Port);
        Stty.Run(cable.Terminal, "9600", "icanon", "echo", "ixon");
        using var line = new SerialLine(cable.Port, _said.Add);
        string settings = Stty.Run(cable.Terminal, "-a");
        foreach (string wanted in new[] { "speed 115200 baud", "cs8", "-parenb", "-cstopb", "-icanon", "-echo ", "-ixon" })
        {
            StringAssert.Contains(settings, wanted);
        }
    }

    [TestMethod]
    public void APortThatIsNotThereIsAnErrorWithItsName()
    {
        var fault = Assert.Throws<IOException>(() => new SerialLine("/dev/ttyNONE7", _said.Add));
        StringAssert.Contains(fault.Message, "/dev/ttyNONE7");
    }

    [TestMethod]
    public void ABoardThatTakesNothingEndsNothing()
    {
        using var port = new PtyLine(new PipePort());  // not started: nobody reads
        using var line = new SerialLine(port.Name, _said.Add);
        line.Send(new byte[100_000]);
        CollectionAssert.Contains(_said, $"{port.Name} takes nothing: what was sent is lost");
    }

    [TestMethod]
    public void APortThatIsNotThereIsNotCalledDenied()
    {
        IOException e = Assert.ThrowsExactly<IOException>(() => new SerialLine("/dev/ttyNowhere", _said.Add));
        StringAssert.Contains(e.Message, "there is no such port");
    }

    private int Script(SerialCable cable, string script, string log, out string said)
    {
        using var line = new SerialLine(cable.Port, _said.Add);
        using var kept = new SessionLog(new FileInfo(log));
        var output = new StringWriter();
        int exit = new ScriptRunner(line, kept, output, TimeSpan.FromSeconds(30))
            .Run(ScriptLine.Parse(script.Split('\n')), CancellationToken.None);
        said = output.ToString();
        return exit;
    }

    private static string Hear(SerialLine line, string until, int mostMs = 10_000)
    {
        var heard = new StringBuilder();
        byte[] buffer = new byte[512];
        long end = Environment.TickCount64 + mostMs;
        while (Environment.TickCount64 < end && !heard.ToString().EndsWith(until, StringComparison.Ordinal))
        {
            heard.Append(Encoding.UTF8.GetString(buffer, 0, line.Receive(buffer, 50)));
            if (until != "never" && heard.ToString().Contains(until))
            {
                break;
            }
        }

        return heard.ToString();
    }
}
