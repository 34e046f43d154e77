using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Sealcam.Tool.Terminals;

/// <summary>The line with which a board's console begins after a start: "Sealcam 0.1.0 on host, device ...".</summary>
internal static partial class Greeting
{
    private const int WaitMs = 50;

    /// <summary>
    /// Listens until the line comes and returns it, null if it does not come in time or the line is closed. What is heard goes
    /// to <paramref name="heard"/> too.
    /// </summary>
    public static string? Await(ILine line, HeardBytes heard, TimeSpan patience, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var text = new StringBuilder();
        byte[] buffer = new byte[512];
        while (watch.Elapsed < patience && !cancel.IsCancellationRequested)
        {
            int count = line.Receive(buffer, WaitMs);
            if (count < 0)
            {
                return null;
            }

            heard(buffer.AsSpan(0, count));
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            if (Pattern().Match(text.ToString()) is { Success: true } match)
            {
                return match.Value.TrimEnd();
            }
        }

        return null;
    }

    public delegate void HeardBytes(ReadOnlySpan<byte> bytes);

    [GeneratedRegex(@"^Sealcam .*; 'help' lists the commands\s*\r?\n", RegexOptions.Multiline)]
    private static partial Regex Pattern();
}
