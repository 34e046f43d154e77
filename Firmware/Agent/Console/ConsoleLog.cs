using System;

namespace Sealcam;

/// <summary>
/// Keeps the last lines of the log in a fixed ring for <c>log tail</c>, and passes every line on to the board's own log, if
/// any.
/// </summary>
public sealed class ConsoleLog : ILog
{
    private const int LineMost = 160;

    private static readonly string[] Levels = { "debug", "info", "warning", "error" };

    private readonly IClock _clock;
    private readonly ILog _next;
    private readonly byte[] _ring = new byte[ConsoleLimits.LogBytes];
    private int _start, _count;

    /// <summary>Lines go to <paramref name="next"/> besides, which may be null.</summary>
    public ConsoleLog(IClock clock, ILog next)
    {
        _clock = clock;
        _next = next;
    }

    /// <summary>Lines below this <see cref="LogLevel"/> are not kept.</summary>
    public int Level = LogLevel.Info;

    /// <summary>Lines ever kept: tells whether there are new ones.</summary>
    public int Written { get; private set; }

    /// <summary>Lines in the ring.</summary>
    public int Lines { get; private set; }

    /// <summary>"info".</summary>
    public static string NameOf(int level) => Levels[level];

    public void Write(int level, string stage, string text)
    {
        _next?.Write(level, stage, text);
        if (level < Level)
        {
            return;
        }

        // On ESP32 Wi-Fi joins on a thread of its own and logs from there.
        lock (_ring)
        {
            string line = _clock.UptimeMs / 1000 + " " + Levels[level] + " " + stage + ": " + text;
            int length = line.Length < LineMost ? line.Length : LineMost;
            while (_count + length + 1 > _ring.Length)
            {
                DropOldest();
            }

            for (int i = 0; i < length; i++)
            {
                Put(line[i] >= ' ' && line[i] < 0x80 ? line[i] : '?');  // a zero would end it
            }

            Put(0);
            Lines++;
            Written++;
        }
    }

    /// <summary>A kept line, 0 being the oldest; null if it is gone.</summary>
    public string Line(int index)
    {
        lock (_ring)
        {
            if (index < 0 || index >= Lines)
            {
                return null;
            }

            int at = 0;
            for (; index > 0; index--)
            {
                at += LengthAt(at) + 1;
            }

            int length = LengthAt(at);
            var line = new char[length];
            for (int i = 0; i < length; i++)
            {
                line[i] = (char)_ring[(_start + at + i) % _ring.Length];
            }

            return new string(line);
        }
    }

    private void Put(int value) => _ring[(_start + _count++) % _ring.Length] = (byte)value;

    private int LengthAt(int at)
    {
        int length = 0;
        while (_ring[(_start + at + length) % _ring.Length] != 0)
        {
            length++;
        }

        return length;
    }

    private void DropOldest()
    {
        int length = LengthAt(0) + 1;
        _start = (_start + length) % _ring.Length;
        _count -= length;
        Lines--;
    }
}
