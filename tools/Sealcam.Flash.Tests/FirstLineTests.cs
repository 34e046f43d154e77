using System.Text;
using Sealcam.Host;
using Sealcam.Tool.Flashing;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

[TestClass]
public class FirstLineTests
{
    private const string Boot = "\0\x1b[0mSealcam 0.1.0 on esp32-vc0706, device none\r\nwoken by power or "
        + "reset\r\nmissing identity\r\n";

    private static readonly FlashRequest Request = Requests.Full(Requests.Board("esp32-vc0706"));

    [TestMethod]
    public void TheFirstLineOfTheBoardOnASerialPortEndsTheRun()
    {
        var cable = new PipePort();
        using var pty = new PtyLine(cable);
        pty.Start();
        using var nanoff = new StandIn();
        var shown = new StringWriter();
        int exit = Requests.Run(Request, nanoff, out string? fault, () => Booting(pty, cable, Boot), shown: shown);
        Assert.AreEqual(ExitCode.Ok, exit, fault);
        Assert.IsTrue(shown.ToString().Contains("      Sealcam 0.1.0 on esp32-vc0706, device none"), shown.ToString());
        Assert.IsTrue(shown.ToString().Contains("      missing identity"));
    }

    [TestMethod]
    public void AnotherBoardsLineIsALoss()
    {
        var cable = new PipePort();
        using var line = new BoardLine(cable);
        Write(cable, Boot.Replace("esp32-vc0706", "xiao-esp32s3-sense"));
        using var nanoff = new StandIn();
        Assert.AreEqual(ExitCode.Lost, Requests.Run(Request, nanoff, out string? fault, () => line));
        Assert.IsTrue(fault!.Contains("'xiao-esp32s3-sense', not esp32-vc0706"), fault);
    }

    [TestMethod]
    public void SilenceIsALoss()
    {
        using var line = new BoardLine(new PipePort());
        using var nanoff = new StandIn();
        Assert.AreEqual(ExitCode.Lost, Requests.Run(Request, nanoff, out string? fault, () => line));
        Assert.IsTrue(fault!.Contains("said nothing within 3 s"), fault);
        Assert.AreEqual("--platform", nanoff.Calls[^1][0], "the board was restarted first");
    }

    /// <summary>The console is opened before the restart: the line must not be lost in between.</summary>
    private static SerialLine Booting(PtyLine pty, PipePort cable, string text)
    {
        var line = new SerialLine(pty.Name, _ => { });
        Write(cable, text);
        return line;
    }

    private static void Write(PipePort cable, string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        Assert.AreEqual(bytes.Length, cable.Write(bytes, 0, bytes.Length));
    }
}
