using System;

namespace Sealcam.Tests;

/// <summary>Keys and what becomes of the line. Only printable characters, CR, LF and backspace are echoed.</summary>
[TestClass]
public class LineEditorTests
{
    private const string Left = "\u001b[D", Right = "\u001b[C", Up = "\u001b[A", Down = "\u001b[B";

    [TestMethod]
    public void KeysEditTheLine()
    {
        Assert.AreEqual("help", Line("hepl" + Left + "\u007f" + Right + "p"));
        Assert.AreEqual("abc", Line("bc\u0001a"));
        Assert.AreEqual("abc", Line("ab\u001b[H\u001b[Fc"));
        Assert.AreEqual("ab", Line("abcd" + Left + Left + "\u000b"));
        Assert.AreEqual("cd", Line("abcd" + Left + Left + "\u0015"));
        Assert.AreEqual("one ", Line("one two\u0017"));
        Assert.AreEqual("acd", Line("abcd\u001b[1~" + Right + "\u001b[3~"));
        Assert.AreEqual("x", Line("\b\u007f\u001b[3~" + Left + Right + "x"));
        Assert.AreEqual("ab", Line("a\u001b[200~\u001b[1;5Q\u001bxb"));
    }

    [TestMethod]
    public void CharactersOfSeveralBytesAreOneStep()
    {
        Assert.AreEqual("\u00e4\u20ac", Line("\u00e4\u00f6\u20ac" + Left + "\u007f"));
        Assert.AreEqual("b\u00e4", Line("\u00e4" + Left + "b"));
    }

    [TestMethod]
    public void EarlierLinesComeBack()
    {
        var output = new OutputRing();
        var editor = new LineEditor(output, new History());
        Feed(editor, output, "first\r");
        editor.Start();
        Feed(editor, output, "second\r");
        editor.Start();
        Feed(editor, output, "second\r");
        editor.Start();
        Feed(editor, output, "x" + Up + Up);
        Assert.AreEqual("first", Utf8.Text(editor.Line, 0, editor.Length));
        Feed(editor, output, Up + Down);
        Assert.AreEqual("second", Utf8.Text(editor.Line, 0, editor.Length));
        Feed(editor, output, Down);
        Assert.AreEqual(0, editor.Length);
    }

    [TestMethod]
    public void AManyTimesFilledHistoryKeepsTheNewestWhole()
    {
        var history = new History();
        var line = new byte[250];
        for (int i = 0; i < 100; i++)
        {
            for (int j = 0; j < line.Length; j++)
            {
                line[j] = (byte)i;
            }

            history.Add(line, i % 2 == 0 ? 250 : 7);
        }

        Assert.AreEqual(7, history.Older(line));
        Assert.AreEqual(99, (int)line[6]);
        Assert.AreEqual(250, history.Older(line));
        Assert.AreEqual(98, (int)line[249]);
    }

    [TestMethod]
    public void NoEscapeCodeIsEverSentUnasked()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        rig.Say("help" + Left + Left + "x\u0001\u000b\f" + "wifi \t\t" + Up + Up + Down + "\u0003");
        string[] lines = { "wifi scan; config list\r", "help config\r", "status; log tail\r" };
        for (int i = 0; i < lines.Length; i++)
        {
            Assert.IsTrue(rig.Say(lines[i]).IndexOf('\u001b') < 0);
        }

        rig.Say("term ansi\r\f");
        Assert.IsTrue(rig.Heard.IndexOf("\u001b[2J") > 0);
    }

    [TestMethod]
    public void TabCompletesCommandsAndArguments()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        Assert.IsTrue(rig.Say("stat\t\r").IndexOf("status \r\n") >= 0);
        Assert.IsTrue(rig.Say("config set log\t").IndexOf("log-level ") > 0);
        Assert.IsTrue(rig.Say("\t").IndexOf("debug  info  warning  error") > 0);
        Assert.IsTrue(rig.Say("w\t\r").IndexOf("log-level       warning") > 0);
        Assert.IsTrue(rig.Say("wifi s\t").IndexOf("wifi scan  wifi set") > 0);
        Assert.IsTrue(rig.Say("\u0003wifi set w\t").IndexOf("work ") > 0);
        Assert.IsTrue(rig.Say("\u0003reboot \t").IndexOf("usage: reboot") > 0);
    }

    [TestMethod]
    public void TabCompletesWithinQuotes()
    {
        var rig = new ConsoleRig(locked: false, silent: false);
        Assert.IsTrue(rig.Say("config get \"inter\t").IndexOf("\"interval\" ") > 0);
        Assert.IsTrue(rig.Say("\u0003config get 'stor\t").IndexOf("\"storage-") > 0);
        Assert.IsTrue(rig.Say("\u0003wifi set 'a;b' \t").IndexOf("usage: wifi set") > 0);
        rig.Say("\u0003");
    }

    [TestMethod]
    public void ALineNeverLeavesItsRowAndWideCharactersLeaveNothingBehind()
    {
        const string Wide = "\u65e5\u672c\u8a9e";
        int[] widths = { 24, 40, 80 };
        for (int i = 0; i < widths.Length; i++)
        {
            var output = new OutputRing();
            var row = new RowTerminal();
            var editor = new LineEditor(output, new History()) { Columns = widths[i], Prompt = "sealcam# " };
            editor.Start();
            Feed(editor, output, "config set name 'a long name " + Wide + Wide + "'" + Left + Left + "x\u0001" + Right + "\u0005" + Left, row);
            Assert.IsTrue(row.Widest < widths[i]);
            Feed(editor, output, "\u0005\u0015" + Wide + Left + Left, row);
            Assert.AreEqual(9 + 2, row.Column);
            Feed(editor, output, "\u0005\u0015", row);
            Assert.AreEqual("sealcam#", row.Text.TrimEnd(' '));
        }
    }

    private static string Line(string keys)
    {
        var output = new OutputRing();
        var editor = new LineEditor(output, new History());
        Feed(editor, output, keys);
        return Utf8.Text(editor.Line, 0, editor.Length);
    }

    private static void Feed(LineEditor editor, OutputRing output, string keys, IConsolePort port = null)
    {
        port = port ?? new Sink();
        var bytes = Utf8.Bytes(keys);
        for (int i = 0; i < bytes.Length; i++)
        {
            editor.Feed(bytes[i]);
            output.Flush(port);
        }
    }

    /// <summary>One row of a terminal without end. A character of three bytes takes two columns, shown as "ww".</summary>
    private sealed class RowTerminal : IConsolePort
    {
        private readonly char[] _row = new char[200];

        public int Column, Widest;

        public string Text => new string(_row, 0, Widest);

        public int Read(byte[] buffer, int offset, int count) => 0;

        public int Write(byte[] buffer, int offset, int count)
        {
            for (int i = offset; i < offset + count; i++)
            {
                int value = buffer[i];
                int width = value == '\r' || value == '\b' || (value & 0xC0) == 0x80 ? 0 : value < 0x80 ? 1 : 2;
                Column = value == '\r' ? 0 : value == '\b' ? Column - 1 : Column;
                for (; width > 0; width--)
                {
                    _row[Column++] = value < 0x80 ? (char)value : 'w';
                }

                Widest = Column > Widest ? Column : Widest;
            }

            return count;
        }
    }

    private sealed class Sink : IConsolePort
    {
        public int Read(byte[] buffer, int offset, int count) => 0;

        public int Write(byte[] buffer, int offset, int count) => count;
    }
}
