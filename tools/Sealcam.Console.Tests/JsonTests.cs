using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tool.Tests;

/// <summary>What programs rely on: with --json every command says one JSON object on a line, then its result.</summary>
[TestClass]
public partial class JsonTests
{
    private static readonly CommandTable Table = new();

    /// <summary>Arguments and answers of commands that want some; the others are given none.</summary>
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["echo"] = " off", ["term"] = " dumb", ["time set"] = " 2026-11-22T13:00:00Z", ["camera set"] = " size VGA",
        ["wifi set"] = " workshop|ladder-and-gloves", ["wifi test"] = " barn|ladder-and-gloves", ["outbox drop"] = " all",
        ["uplink set"] = " localhost 1", ["config get"] = " host", ["config set"] = " interval 5", ["config reset"] = " interval",
        ["config import"] = "|host = localhost|end", ["cert import"] = " ca|end", ["log level"] = " info", ["log live"] = " off",
        ["unlock"] = "|(label)", ["passphrase"] = "|(label)|(label)|(label)", ["factory-reset"] = "|no",
    };

    [TestMethod]
    public void EveryCommandWithUsualArgumentsSaysOneObjectLockedOrNot()
    {
        using var camera = new TestCamera("host = localhost\nport = 1\ninterval = 0\n");
        Say(camera, "echo off");
        foreach (ConsoleCommand command in All().OrderBy(command => command.Name == "reboot"))
        {
            string[] usual = [.. Usual.GetValueOrDefault(command.Name, "").Replace("(label)", camera.Label).Split('|')];
            Say(camera, "lock");
            string said = Say(camera, $"{command.Name}{usual[0]} --json", command.IsOpen ? usual[1..] : []);
            bool refused = Checked(command.Name, said).StartsWith("error LOCKED: ", StringComparison.Ordinal);
            Assert.AreEqual(!command.IsOpen, refused, said);
            Say(camera, "unlock", camera.Label);
            said = Say(camera, $"{command.Name}{usual[0]} --json", usual[1..]);
            Assert.IsFalse(Regex.IsMatch(Checked(command.Name, said), "error (USAGE|UNKNOWN|LOCKED|CANCELLED|TIMEOUT): "), said);
        }
    }

    [TestMethod]
    public void EveryCommandWithWrongArgumentsSaysOneObject()
    {
        using var camera = new TestCamera("host = localhost\nport = 1\ninterval = 0\n");
        Say(camera, "echo off");
        foreach (ConsoleCommand command in All())
        {
            Say(camera, "unlock", camera.Label);
            string tooMany = string.Concat(Enumerable.Repeat(" x", command.Most + 1));
            StringAssert.StartsWith(Checked(command.Name, Say(camera, command.Name + tooMany + " --json")), "error USAGE: ");
            string wrong = string.Concat(Enumerable.Repeat(" x", command.Most));
            string result = command.Most == 0 ? "error" : Checked(command.Name, Say(camera, command.Name + wrong + " --json"));
            Assert.IsTrue(result.StartsWith("error", StringComparison.Ordinal) || command.Name == "uplink set", command.Name);
            Checked(command.Name, Say(camera, command.Name + " -h --json"));
        }
    }

    [TestMethod]
    public void ACommandThatEndsWithinARowOfAListLeavesJsonWhole()
    {
        var ring = new OutputRing();
        var reply = new Reply(ring);
        reply.Begin(json: true);
        reply.Field("a", "\"\\\u0007\u00e4");
        reply.List("rows");
        reply.Row();
        reply.Cell("b", 1);
        reply.Error(ConsoleError.Cancelled, "cancelled");
        var port = new Host.PipePort();
        ring.Flush(port);
        byte[] said = new byte[200];
        Checked("a list", Encoding.UTF8.GetString(said, 0, port.Receive(said, 100)));
    }

    [TestMethod]
    public void EverySettingFitsATypedLineAtItsLongest()
    {
        foreach (Setting setting in Enumerable.Range(0, SettingTable.Count).Select(SettingTable.Row))
        {
            int longest = $"config set {setting.Name} ''".Length + (setting.Kind == Setting.Number ? 10 : setting.Most);
            Assert.IsTrue(longest <= ConsoleLimits.LineBytes, setting.Name);
        }
    }

    private static IEnumerable<ConsoleCommand> All() => Enumerable.Range(0, Table.Count).Select(i => Table[i]);

    /// <summary>The result, behind one line that a strict parser takes.</summary>
    private static string Checked(string command, string said)
    {
        Assert.IsFalse(said.Contains('\u001b'), $"{command}: an escape code");
        string[] lines = [.. said.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
        Assert.HasCount(2, lines, $"{command}: {said}");
        using JsonDocument json = JsonDocument.Parse(lines[0]);
        Assert.AreEqual(JsonValueKind.Object, json.RootElement.ValueKind);
        Assert.IsTrue(Result().IsMatch(lines[1]), $"{command}: {lines[1]}");
        return lines[1];
    }

    /// <summary>Types a line and what it asks for, each once the board is quiet; returns all up to its result.</summary>
    private static string Say(TestCamera camera, string line, params string[] answers)
    {
        var said = new StringBuilder();
        byte[] buffer = new byte[512];
        camera.Board.Port.Send(Encoding.UTF8.GetBytes(line + "\r"));
        int next = 0;
        for (var watch = Stopwatch.StartNew(); watch.ElapsedMilliseconds < 60_000 && !End().IsMatch(said.ToString());)
        {
            int count = camera.Board.Port.Receive(buffer, 300);
            said.Append(Encoding.UTF8.GetString(buffer, 0, Math.Max(0, count)));
            if (count <= 0 && next < answers.Length)
            {
                camera.Board.Port.Send(Encoding.UTF8.GetBytes(answers[next++] + "\r"));
            }
        }

        return said.ToString();
    }

    [GeneratedRegex("^(ok|error [A-Z]+: .+)$")]
    private static partial Regex Result();

    [GeneratedRegex("(^|\n)(ok|error [A-Z]+: [^\r\n]+)\r\n")]
    private static partial Regex End();
}
