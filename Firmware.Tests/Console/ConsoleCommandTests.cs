using System;

namespace Sealcam.Tests;

/// <summary>What a line does, and what it says at the end.</summary>
[TestClass]
public class ConsoleCommandTests
{
    [TestMethod]
    public void EveryCommandEndsWithOkOrAnErrorWithItsCode()
    {
        var rig = new ConsoleRig();
        Assert.AreEqual("ok", Last(rig.Say("version\r")));
        Assert.AreEqual("error ABSENT: this device has no identity yet: deploy order.new", Last(rig.Say("id\r")));
        Assert.AreEqual("error UNKNOWN: no such command; the nearest is 'status'", Last(rig.Say("statsu\r")));
        Assert.AreEqual("error USAGE: usage: echo on | off", Last(rig.Say("echo\r")));
        Assert.AreEqual("error INPUT: a quote is not closed", Last(rig.Say("help 'wifi\r")));
        Assert.AreEqual(0, rig.Console.LostOutput);
    }

    [TestMethod]
    public void WhileLockedOnlyTheListedCommandsWork()
    {
        var rig = new ConsoleRig();
        var table = new CommandTable();
        string open = "";
        for (int i = 0; i < table.Count; i++)
        {
            open += table[i].IsOpen ? table[i].Name + " " : "";
        }

        Assert.AreEqual("help version id status unlock lock echo term ", open);
        Assert.AreEqual("error LOCKED: the console is locked: 'unlock' first", Last(rig.Say("config list\r")));
        Assert.AreEqual("error LOCKED: the console is locked: 'unlock' first", Last(rig.Say("wifi set work right-password\r")));
    }

    [TestMethod]
    public void StatusNamesTheNetworkOnlyWhileUnlocked()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Say("wifi set work right-password\r");
        Assert.IsTrue(rig.Say("status\r").IndexOf("work") >= 0);
        rig.Say("lock\r");
        string status = rig.Say("status\r");
        Assert.IsTrue(status.IndexOf("wifi            up") >= 0);
        Assert.IsTrue(status.IndexOf("work") < 0);
        Assert.IsTrue(rig.Say("status --json\r").IndexOf("work") < 0);
    }

    [TestMethod]
    public void ABatchEndsAtItsFirstError()
    {
        var rig = new ConsoleRig();
        string said = rig.Say("lock; nonsense; lock\r");
        Assert.AreEqual("ok\r\nerror UNKNOWN: no such command: 'help' lists them\r\n", said);
        Assert.AreEqual("ok\r\nok\r\n", rig.Say(" lock ;; lock; \r"));
    }

    [TestMethod]
    public void JsonIsOneObjectOnALineBeforeTheResult()
    {
        var rig = new ConsoleRig(locked: false);
        Assert.AreEqual("{\"networks\":[{\"ssid\":\"work\",\"rssi\":-50,\"secured\":\"password\"},"
            + "{\"ssid\":\"a \\\"quoted\\\" one\",\"rssi\":-51,\"secured\":\"open\"}]}\r\nok\r\n", rig.Say("wifi scan --json\r"));
        Assert.AreEqual("{}\r\nok\r\n", rig.Say("lock --json\r"));
        Assert.AreEqual("{}\r\nerror LOCKED: the console is locked: 'unlock' first\r\n", rig.Say("reboot --json\r"));
    }

    [TestMethod]
    public void EveryCommandExplainsItselfEvenWhileLocked()
    {
        var rig = new ConsoleRig();
        var table = new CommandTable();
        for (int i = 0; i < table.Count; i++)
        {
            string said = rig.Say(table[i].Name + " -h\r");
            Assert.IsTrue(said.IndexOf("usage           " + table[i].Name) == 0);
            Assert.AreEqual("ok", Last(said));
        }
    }

    [TestMethod]
    public void ASlowTerminalDelaysOutputAndNeverTheBoard()
    {
        var rig = new ConsoleRig { PortTakes = 3 };
        rig.Settle();
        rig.Type(Ascii.Bytes("help\r"));
        int turns = 0;
        long before = rig.UptimeMs;
        while (turns++ < 100)
        {
            rig.Console.Step();  // returns each time, though most of the output is still to come
        }

        Assert.AreEqual(before, rig.UptimeMs);
        Assert.IsTrue(rig.Text().IndexOf("\r\nok\r\n") < 0);
        rig.PortTakes = 1000;
        Assert.IsTrue(rig.Settle().IndexOf("ok\r\n") >= 0);
        Assert.AreEqual(0, rig.Console.LostOutput);
    }

    [TestMethod]
    public void CtrlCEndsWhatRunsAndWhatWasTypedAhead()
    {
        var rig = new ConsoleRig(locked: false);
        Assert.AreEqual("", rig.Say("config import\rhost = a\r"));
        Assert.AreEqual("error CANCELLED: cancelled\r\n", rig.Say("port = 1\r\u0003"));
        Assert.AreEqual("", rig.Config.Current[SettingTable.Host]);
        Assert.AreEqual("ok\r\n", rig.Say("lock\r"));
    }

    [TestMethod]
    public void AnOverlongLineIsNotCarriedOut()
    {
        var rig = new ConsoleRig();
        var line = new byte[600];
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = (byte)(i < 5 ? "lock "[i] : 'x');
        }

        line[line.Length - 1] = (byte)'\r';
        rig.Type(line);
        Assert.AreEqual("error INPUT: a line has at most 250 bytes; nothing was done\r\n", rig.Settle());
    }

    private static string Last(string said)
    {
        int end = said.Length - 2;
        int start = end;
        while (start > 0 && said[start - 1] != '\n')
        {
            start--;
        }

        return end < 0 ? "" : said.Substring(start, end - start);
    }
}
