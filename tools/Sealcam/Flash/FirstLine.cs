using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Flashing;

/// <summary>
/// Reads the technician's console until the board says its first line (Firmware/Esp32/BootLine.cs), and what is missing behind
/// it.
/// </summary>
internal sealed partial class FirstLine(ILine line, string board, Action<string> say)
{
    /// <summary>ms for the lines behind the first one: they come in one go.</summary>
    private const int AfterMs = 2000;

    /// <summary>Characters of a line that are kept: noise has no line ends.</summary>
    private const int LineMax = 200;

    private readonly StringBuilder _line = new();

    /// <summary>The first line that came, or null. The right board's, if <see cref="Fault"/> is null.</summary>
    public string? Text { get; private set; }

    /// <summary>Why the board is not up, a sentence; null if it is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Returns when the line is there or the time is over.</summary>
    public void Wait(TimeSpan patience, CancellationToken cancel)
    {
        long until = Stopwatch.GetTimestamp() + (long)(patience.TotalSeconds * Stopwatch.Frequency);
        byte[] buffer = new byte[256];
        while (Stopwatch.GetTimestamp() < until)
        {
            cancel.ThrowIfCancellationRequested();
            int count = line.Receive(buffer, 100);
            if (count < 0)
            {
                break;
            }

            bool before = Text == null;
            Take(buffer.AsSpan(0, count));
            if (before && Text != null)
            {
                until = Stopwatch.GetTimestamp() + (AfterMs * Stopwatch.Frequency / 1000);
            }
        }

        Fault = Text == null
            ? $"The board said nothing within {patience.TotalSeconds:0} s: see that the console's adapter is at its "
                + $"pins (the board's README), "
                + "and press its reset button."
            : NameOf(Text) == board ? null : $"The board that answers on {line.Name} is '{NameOf(Text)}', not {board}.";
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            if (one == '\n')
            {
                End(_line.ToString().Trim());
                _line.Clear();
            }
            else if (one is >= 0x20 and < 0x7F && _line.Length < LineMax)
            {
                _line.Append((char)one);
            }
        }
    }

    private void End(string text)
    {
        Match boot = Boot().Match(text);
        if (boot.Success)
        {
            Text = boot.Value;
            say(Text);
        }
        else if (Text != null && text.Length > 0)
        {
            say(text);
        }
    }

    private static string NameOf(string text) => Boot().Match(text).Groups[1].Value;

    /// <summary>Not anchored at its start: what the boot ROM prints may stand before it without a line end.</summary>
    [GeneratedRegex(@"Sealcam \d+\.\d+\.\d+ on (\S+), device \S+$")]
    private static partial Regex Boot();
}
