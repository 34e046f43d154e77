using System.Collections;

namespace Sealcam.Tests;

/// <summary>Keeps what the agent says: the last lines of Info and above, and how many there were of each level.</summary>
public sealed class CollectingLog : ILog
{
    private const int Most = 12;

    private readonly ArrayList _lines = new ArrayList();

    public readonly int[] Count = new int[4];

    public void Write(int level, string stage, string text)
    {
        Count[level]++;
        if (level == LogLevel.Debug)
        {
            return;
        }

        if (_lines.Count == Most)
        {
            _lines.RemoveAt(0);
        }

        _lines.Add(stage + ": " + text);
    }

    public void Clear() => _lines.Clear();

    /// <summary>True if one of the last lines holds this text.</summary>
    public bool Says(string text)
    {
        for (int i = 0; i < _lines.Count; i++)
        {
            if (((string)_lines[i]).IndexOf(text) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All of it in one line, for the message of a failed assertion.</summary>
    public string All()
    {
        string all = "log";
        for (int i = 0; i < _lines.Count; i++)
        {
            all += " | " + (string)_lines[i];
        }

        return all;
    }
}
