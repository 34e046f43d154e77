using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Sealcam.Tool.Commands;

/// <summary>Values of options that are more than a number, and bounds for those that are one.</summary>
internal static class OptionParsers
{
    private static readonly (string Suffix, double Milliseconds)[] Units =
        [("ms", 1), ("s", 1000), ("min", 60_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>An option for a time span: "200ms", "2s", "5min", "1h", "7d".</summary>
    public static Option<TimeSpan> Span(string name, string description, TimeSpan fallback, TimeSpan least) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            TimeSpan? span = TryParse(text);
            if (span is null || span < least)
            {
                result.AddError(span is null
                    ? $"{name} takes a time such as 200ms, 2s, 5min, 1h or 7d, not '{text}'."
                    : $"{name} is at least {least.TotalMilliseconds} ms.");
            }

            return span ?? fallback;
        },
    };

    /// <summary>The same for one that may be left out.</summary>
    public static Option<TimeSpan?> Span(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            TimeSpan? span = TryParse(result.Tokens[0].Value);
            if (span is null)
            {
                result.AddError($"{name} takes a time such as 200ms, 2s, 5min, 1h or 7d, not '{result.Tokens[0].Value}'.");
            }

            return span;
        },
    };

    /// <summary>Reads a part as "5%": 0.05.</summary>
    public static double Part(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (text.EndsWith('%')
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent <= 100)
        {
            return percent / 100;
        }

        result.AddError($"--faults takes 0% to 100%, not '{text}'.");
        return 0;
    }

    /// <summary>An option for a whole number within bounds.</summary>
    public static Option<int> Number(string name, string description, int fallback, int least, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value < least || value > most)
            {
                result.AddError($"{name} takes a whole number from {least} to {most}, not '{text}'.");
            }

            return value;
        },
    };

    /// <summary>The span that a text says, or null.</summary>
    public static TimeSpan? TryParse(string text)
    {
        foreach ((string suffix, double milliseconds) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal)
                && double.TryParse(text[..^suffix.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count)
                && count * milliseconds <= TimeSpan.FromDays(3650).TotalMilliseconds)
            {
                return TimeSpan.FromMilliseconds(count * milliseconds);
            }
        }

        return null;
    }
}
