using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Sealcam.Tool.Terminals;

/// <summary>
/// Drives a console by a script: one line at a time, waiting for the "ok" or "error" of each of its commands. Ends at the first
/// error, with its exit code.
/// </summary>
internal sealed partial class ScriptRunner(ILine line, SessionLog log, TextWriter output, TimeSpan patience)
{
    private const int WaitMs = 50, QuietMs = 250;

    /// <summary>The board's buffer for what is typed ahead takes 256 bytes.</summary>
    private const int ChunkBytes = 128;

    private readonly StringBuilder _line = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public int Run(IReadOnlyList<ScriptLine> script, CancellationToken cancel)
    {
        if (Begin(cancel) is { } silent)
        {
            return Report(null, silent);
        }

        foreach (ScriptLine one in script)
        {
            Send(one.Text + "\r");
            foreach (string answer in one.Answers)
            {
                Send(answer + "\r");
            }

            if (Await(one.Commands, show: true, skipErrors: false, cancel) is { } error)
            {
                Leave();
                return Report(one, error);
            }

            if (one.Restarts && (AwaitStart(cancel) ?? Begin(cancel)) is { } absent)
            {
                return Report(one, absent);
            }
        }

        Leave();
        return ExitCode.Ok;
    }

    /// <summary>The exit code for an error of the board.</summary>
    public static int CodeOf(string error) => error switch
    {
        "UNKNOWN" or "USAGE" or "INVALID" or "INPUT" => ExitCode.Usage,
        "ABSENT" or "BUSY" or "TIMEOUT" => ExitCode.Environment,
        "LOCKED" or "DENIED" or "BACKOFF" => LockedOut,
        "CANCELLED" => Cancelled,
        _ => ExitCode.Lost,
    };

    /// <summary>Exit codes of this command beside the usual ones.</summary>
    public const int LockedOut = 4, Cancelled = 5;

    private static int Report(ScriptLine? at, string error)
    {
        Console.Error.WriteLine(at == null ? $"sealcam: {error}" : $"sealcam: line {at.Number} of the script: {error}");
        Match match = Error().Match(error);
        return match.Success ? CodeOf(match.Groups[1].Value) : ExitCode.Environment;
    }

    /// <summary>Waits for that many results. Null if all are ok, else the error's line or a sentence.</summary>
    private string? Await(int results, bool show, bool skipErrors, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        byte[] buffer = new byte[512];
        char[] text = new char[512];
        while (results > 0)
        {
            int count = line.Receive(buffer, WaitMs);
            if (count < 0 || watch.Elapsed > patience || cancel.IsCancellationRequested)
            {
                return count < 0 ? $"{line.Name} is closed" : cancel.IsCancellationRequested
                    ? "stopped" : $"no answer within {patience.TotalSeconds} s";
            }

            log.Write(buffer.AsSpan(0, count));
            int chars = _decoder.GetChars(buffer, 0, count, text, 0);
            for (int i = 0; i < chars && results > 0; i++)
            {
                if (text[i] != '\n')
                {
                    _line.Append(text[i]);
                    continue;
                }

                string said = _line.ToString().TrimEnd('\r');
                _line.Clear();
                if (show)
                {
                    output.WriteLine(said);
                }

                if (said == "ok" || said.EndsWith("\rok", StringComparison.Ordinal))
                {
                    results--;
                }
                else if (!skipErrors && Error().IsMatch(said))
                {
                    return said;
                }
            }
        }

        return null;
    }

    /// <summary>Whatever was half typed goes, and from here on nothing is echoed. Null, or what went wrong.</summary>
    private string? Begin(CancellationToken cancel)
    {
        Send("\u0003\recho off\r");
        string? fault = Await(1, show: false, skipErrors: true, cancel);

        // An "ok" that was still on its way from before must not count for the first command.
        Drain();
        return fault;
    }

    /// <summary>Waits for the line with which a console begins: what is sent before it is lost.</summary>
    private string? AwaitStart(CancellationToken cancel)
    {
        string? greeting = Greeting.Await(line, log.Write, patience, cancel);
        return greeting != null ? null : $"the board did not come back within {patience.TotalSeconds} s";
    }

    private void Leave()
    {
        Send("echo on\r");
        Drain();
    }

    /// <summary>Hears out what the board still says, until it is quiet.</summary>
    private void Drain()
    {
        byte[] buffer = new byte[512];
        for (int quiet = 0; quiet < QuietMs; quiet += WaitMs)
        {
            int count = line.Receive(buffer, WaitMs);
            log.Write(buffer.AsSpan(0, Math.Max(0, count)));
            quiet = count > 0 ? 0 : quiet;
        }

        _line.Clear();
    }

    private void Send(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int at = 0; at < bytes.Length; at += ChunkBytes)
        {
            line.Send(bytes.AsSpan(at, Math.Min(ChunkBytes, bytes.Length - at)));
            if (bytes.Length > ChunkBytes)
            {
                Thread.Sleep(WaitMs);
            }
        }
    }

    [GeneratedRegex("^error ([A-Z]+): ")]
    private static partial Regex Error();
}
