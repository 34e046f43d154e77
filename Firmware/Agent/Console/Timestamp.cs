using System;

namespace Sealcam;

/// <summary>Times as people read and type them, and how they are known: RFC 3339 in UTC, "2026-11-22T13:00:00Z".</summary>
public static class Timestamp
{
    private static readonly string[] Qualities = { "none", "stored", "operator", "network", "receipt" };

    /// <summary>A quality of <see cref="WallClock"/> in a word, in text and JSON alike.</summary>
    public static string Quality(int quality) => Qualities[quality];

    public static string Text(long unixSeconds)
    {
        var time = DateTime.UnixEpoch.AddSeconds(unixSeconds);
        return time.Year + "-" + Two(time.Month) + "-" + Two(time.Day) + "T" + Two(time.Hour) + ":" + Two(time.Minute) + ":"
            + Two(time.Second) + "Z";
    }

    /// <summary>Unix seconds of such a time, or of a plain number of Unix seconds; -1 if it is neither.</summary>
    public static long Parse(string text)
    {
        if (Digits.TryParse(text, out long seconds))
        {
            return seconds;
        }

        // 2026-11-22T13:00:00Z
        if (text.Length != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || text[19] != 'Z'
            || !Digits.TryParse(text.Substring(0, 4), 1970, 2106, out int year)
                || !Digits.TryParse(text.Substring(5, 2), 1, 12, out int month)
            || !Digits.TryParse(text.Substring(8, 2), 1, DateTime.DaysInMonth(year, month), out int day)
            || !Digits.TryParse(text.Substring(11, 2), 0, 23, out int hour)
                || !Digits.TryParse(text.Substring(14, 2), 0, 59, out int minute)
            || !Digits.TryParse(text.Substring(17, 2), 0, 59, out int second))
        {
            return -1;
        }

        return (new DateTime(year, month, day, hour, minute, second).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
    }

    private static string Two(int number) => number < 10 ? "0" + number : number.ToString();
}
