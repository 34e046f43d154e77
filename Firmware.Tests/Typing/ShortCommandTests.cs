using System;

namespace Sealcam.Tests;

/// <summary>Commands that a person shortens, the ones that nobody may, and what a screen of 80 columns shows.</summary>
[TestClass]
public class ShortCommandTests
{
    [TestMethod]
    public void ACommandThatOnlyShowsMayBeShortenedWhileItIsUnambiguous()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        Assert.IsTrue(rig.Say("ve\r").IndexOf("firmware        Sealcam") > 0);
        Assert.IsTrue(rig.Say("c l\r").IndexOf("interval        60") > 0);
        Assert.IsTrue(rig.Say("wi sc\r").IndexOf("a \"quoted\" one") > 0);
        Assert.IsTrue(rig.Say("config g port\r").IndexOf("port            8443") > 0);
        Assert.IsTrue(rig.Say("n\r").IndexOf("error ABSENT: this board has no network test") > 0);
        Assert.IsTrue(rig.Say("ti\r").IndexOf("quality         none") > 0);  // 'time', though 'time set' begins so too
        Assert.IsTrue(rig.Say("u\r").IndexOf("error UNKNOWN: that may be unlock, uplink show, uplink set") > 0);
        Assert.IsTrue(rig.Say("wifi\r").IndexOf("that may be wifi scan, wifi set, wifi test, wifi clear") > 0);
        Assert.IsTrue(rig.Say("\u00ad\r").IndexOf("error") > 0);
    }

    [TestMethod]
    public void WhatChangesOrErasesIsSpelledOut()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        string[] shortened =
        {
            "reb", "fa", "fact identity", "o d all", "outb drop 1", "config r all", "config res all", "wifi c", "wi set work",
            "uplink se x", "pass", "ti s 1", "config im", "cert i ca", "camera se a b", "ech off", "log le debug",
        };
        for (int i = 0; i < shortened.Length; i++)
        {
            string said = rig.Say(shortened[i] + "\r");
            Assert.IsTrue(said.IndexOf("error UNKNOWN: to be spelled out: '") > 0
                || said.IndexOf("error UNKNOWN: that may be") > 0,
                shortened[i]);
        }

        Assert.IsFalse(rig.Console.RestartWanted);
        Assert.IsTrue(rig.Say("re\r").IndexOf("to be spelled out: 'reboot'") > 0);
    }

    [TestMethod]
    public void ProgramsSpellEverythingOut()
    {
        var rig = new ConsoleRig(locked: false);
        Assert.AreEqual("error UNKNOWN: no such command: 'help' lists them\r\n", rig.Say("n\r"));
        Assert.IsTrue(rig.Say("versio\r").IndexOf("error UNKNOWN: no such command; the nearest is 'version'") == 0);
    }

    [TestMethod]
    public void AShortenedUnlockHidesItsPassphraseToo()
    {
        var rig = new ConsoleRig(silent: false);
        string said = rig.Say("un " + rig.Label + "\r");
        Assert.AreEqual(-1, said.IndexOf(rig.Label));
        Assert.IsTrue(said.IndexOf("ok") > 0);
        Assert.AreEqual(-1, rig.Say("\u001b[A").IndexOf("un "));
    }

    [TestMethod]
    public void HelpOfAGroupListsItsCommands()
    {
        var rig = new ConsoleRig();
        string said = rig.Say("help wifi\r");
        Assert.IsTrue(said.IndexOf("wifi scan      list the networks") == 0 && said.IndexOf("wifi clear     leave") > 0);
        Assert.AreEqual(said, rig.Say("wifi -h\r"));
        Assert.IsTrue(rig.Say("help wifi set\r").IndexOf("usage           wifi set SSID [PASSWORD]") == 0);
    }

    [TestMethod]
    public void HelpFitsAScreenOf24RowsAndNoRowIsWiderThan79()
    {
        var rig = new ConsoleRig(silent: false);
        Assert.IsTrue(Rows(rig.Say("help\r")) <= 25);  // the typed line and the next prompt are among them
        string[] longest = { "help all\r", "help config\r" };
        for (int i = 0; i < longest.Length; i++)
        {
            rig.Type(Ascii.Bytes(longest[i]));
            for (string part = rig.Settle(10); part.Length > 0; part = rig.Settle(10))
            {
                Rows(part);  // by parts, which the emulator's heap has room for
            }
        }

        Rows(rig.Say("\t"));
        Rows(rig.Say("help \t"));
    }

    [TestMethod]
    public void ANameWithBlanksIsPutInQuotesAndInItsOwnCapitals()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        rig.Wifi.Second = "Guest Lounge";
        Assert.IsTrue(rig.Say("wifi set g\t").IndexOf("wifi set \"Guest Lounge\" ") > 0);
        rig.Wifi.Second = "WORK bench";
        Assert.IsTrue(rig.Say("\u0003wifi set w\t").IndexOf("work  WORK bench") > 0);
        Assert.IsTrue(rig.Say("\u0003wifi set WORK\t").IndexOf("work  WORK bench") > 0);
        Assert.IsTrue(rig.Say("\u0003config set LOG\t").IndexOf("config set log-level ") > 0);
        rig.Say("\u0003lock\r");
        Assert.AreEqual(-1, rig.Say("wifi set w\t").IndexOf("WORK"));  // locked, it names no network
    }

    private static int Rows(string said)
    {
        int rows = 0, start = 0;
        for (int i = 0; i <= said.Length; i++)
        {
            if (i == said.Length || said[i] == '\r' || said[i] == '\n')
            {
                Assert.IsTrue(i - start <= 79, said.Substring(start, i - start));
                rows += i < said.Length && said[i] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }

        return rows;
    }
}
