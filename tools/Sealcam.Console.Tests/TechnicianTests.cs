using System.Text;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Host.Tests;

namespace Sealcam.Tool.Tests;

/// <summary>
/// The table of keystrokes in the technician's page: every row is typed, key by key, at a simulated camera that was never set up.
/// </summary>
[TestClass]
public partial class TechnicianTests
{
    [TestMethod]
    public void EachTaskOfThePageTakesTheKeysThatItSaysAndShowsWhatItSays()
    {
        (string Task, string Keys, int Count, string Shows)[] tasks = [.. Page.Rows("| task |").Select(cells =>
            (cells[0], cells[1].Trim('`'), int.Parse(cells[2]), cells[3].Trim('`')))];
        Assert.IsGreaterThanOrEqualTo(6, tasks.Length);
        using LoopbackServer server = LoopbackServer.Tls(Pki.Other.Leaf(), (_, _) => Task.CompletedTask);
        using var camera = new TestCamera($"interval = 0\nhost = localhost\nport = {server.Port}\n",
            Pki.Shared.Authority.ExportCertificatePem());
        Hear(camera, "sealcam> ");
        foreach ((string task, string keys, int count, string shows) in tasks)
        {
            string typed = keys.Replace("(label)", camera.Label.Replace("-", "")).Replace("(password)", "ladder-and-gloves");
            Assert.AreEqual(count, typed.Length, $"keys of '{task}'");
            string said = Type(camera, typed);
            StringAssert.Contains(said, shows, task);
        }
    }

    /// <summary>One key at a time; after Enter the board's answer is waited for.</summary>
    private static string Type(TestCamera camera, string keys)
    {
        var said = new StringBuilder();
        foreach (char key in keys)
        {
            camera.Board.Port.Send(Encoding.UTF8.GetBytes([key == '⏎' ? '\r' : key == '⇥' ? '\t' : key]));
            said.Append(key is '⏎' or '⇥' ? Hear(camera, key == '⇥' ? "" : null) : "");
        }

        return said.ToString();
    }

    /// <summary>What the board says until it asks for more: the given end, or a prompt or question.</summary>
    private static string Hear(TestCamera camera, string? end)
    {
        var said = new StringBuilder();
        byte[] buffer = new byte[512];
        for (long until = Environment.TickCount64 + 10_000; Environment.TickCount64 < until;)
        {
            int count = camera.Board.Port.Receive(buffer, 100);
            said.Append(Encoding.UTF8.GetString(buffer, 0, count));
            if (count == 0 && (end == "" || AtPrompt().IsMatch(said.ToString())))
            {
                break;
            }
        }

        return said.ToString();
    }

    [GeneratedRegex("(sealcam[>#]|passphrase:|password:) $")]
    private static partial Regex AtPrompt();
}
