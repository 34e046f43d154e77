using System.Text;
using Sealcam.Host;

namespace Sealcam.Provision.Tests;

/// <summary>The passphrase of a label, and the console of a board that has the device's files.</summary>
[TestClass]
public class ConsoleTests
{
    [TestMethod]
    public void TheLabelsPassphraseOpensTheDevicesConsoleAndNoOther()
    {
        using var folder = new TestFolder();
        using Fleet fleet = Fleet.Open(folder.At("fleet"));
        ProvisionedDevice mine = fleet.Add("camera"), other = fleet.Add("camera");
        string label = File.ReadAllText(Path.Combine(mine.Summary.Folder, "label.txt"));
        string passphrase = label.Split('\n').Single(line => line.StartsWith("passphrase")).Split(' ')[^1];
        Assert.AreEqual(mine.Passphrase, passphrase);

        Deployed.Deploy(mine.Summary.Folder, folder.At("drive"));
        using var board = new Deployed(folder.At("drive"), 1, 0);
        board.Agent.Step();
        var port = new PipePort();
        var config = new ConfigFile(board.Parts.Store);
        config.Load();
        var console = new SerialConsole(board.Agent, board.Parts, new ConsoleParts { Port = port, Board = new HostControl() }, config,
            (ConsoleLog)board.Parts.Log);
        StringAssert.Contains(Say(console, port, $"unlock {other.Passphrase}"), "error DENIED");
        StringAssert.Contains(Say(console, port, "cert show"), "error LOCKED");
        string said = Say(console, port, $"unlock {passphrase.ToUpperInvariant()}");
        StringAssert.Contains(said, "locks-after");
        Assert.IsFalse(said.Contains("error"), said);
        said = Say(console, port, "id");
        StringAssert.Contains(said, mine.Summary.Device);
        StringAssert.Contains(said, mine.Summary.Words);
    }

    /// <summary>One line in, and all that comes until the board has nothing more to say.</summary>
    private static string Say(SerialConsole console, PipePort port, string line)
    {
        port.Send(Encoding.ASCII.GetBytes(line + "\r"));
        var said = new StringBuilder();
        byte[] buffer = new byte[4096];
        for (int i = 0; i < 2000; i++)
        {
            console.Step();
            int count = port.Receive(buffer, 0);
            said.Append(Encoding.UTF8.GetString(buffer, 0, Math.Max(0, count)));
        }

        return said.ToString();
    }
}
