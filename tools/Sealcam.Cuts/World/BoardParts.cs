using System.Text.RegularExpressions;

namespace Sealcam.Cuts.World;

/// <summary>Uptime that only the run moves.</summary>
internal sealed class VirtualClock : IClock
{
    public long UptimeMs { get; set; }

    public void Set(long unixSeconds)
    {
    }
}

/// <summary>Random bytes that a case id repeats.</summary>
internal sealed class SeededEntropy(Random dice) : IEntropy
{
    public bool IsGood => true;

    public void Fill(byte[] buffer, int offset, int count) => dice.NextBytes(buffer.AsSpan(offset, count));
}

/// <summary>Takes the log, and the orders that it names as used.</summary>
internal sealed partial class OrderLog(Power power, Action<string> line, Action<string> used) : ILog
{
    public void Write(int level, string stage, string text)
    {
        if (!power.IsOn)
        {
            return;  // nobody reads what a dead board would have said
        }

        line($"{stage}: {text}");
        if (stage == "seal" || (stage == "outbox" && text.EndsWith("not taken", StringComparison.Ordinal)))
        {
            used(Order().Match(text).Value);
        }
    }

    [GeneratedRegex(@"\d+-\d+")]
    private static partial Regex Order();
}
