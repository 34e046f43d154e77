using System;
using System.IO;

namespace Sealcam.Host;

/// <summary>
/// The agent's lines as "prefix stage level: text", from one level up. Many boards may share a sink: lines do not mix.
/// </summary>
public sealed class HostLog : ILog
{
    private readonly Action<string> _sink;
    private readonly object _turn;
    private readonly string _prefix;
    private readonly int _level;

    /// <summary>Lines go to a writer, which the log neither flushes nor closes.</summary>
    public HostLog(TextWriter writer, string prefix = "", int level = LogLevel.Info) : this(writer.WriteLine, prefix, level)
    {
        _turn = writer;
    }

    /// <summary>Lines go to a callback, one at a time for each callback.</summary>
    public HostLog(Action<string> sink, string prefix = "", int level = LogLevel.Info)
    {
        _sink = sink;
        _turn = sink;
        _prefix = prefix.Length == 0 ? "" : prefix + " ";
        _level = level;
    }

    public void Write(int level, string stage, string text)
    {
        if (level < _level)
        {
            return;
        }

        string line = Printable($"{_prefix}{stage} {NameOf(level)}: {text}");
        lock (_turn)
        {
            _sink(line);
        }
    }

    private static string NameOf(int level)
    {
        return level switch
        {
            LogLevel.Debug => "debug",
            LogLevel.Info => "info",
            LogLevel.Warning => "warning",
            _ => "error",
        };
    }

    /// <summary>A reply's text may be in the line: its control characters would let a server drive the terminal.</summary>
    private static string Printable(string line)
    {
        return string.Create(line.Length, line, static (to, from) =>
        {
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = char.IsControl(from[i]) ? '?' : from[i];
            }
        });
    }
}
