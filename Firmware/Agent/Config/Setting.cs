namespace Sealcam;

/// <summary>One line of the settings table: what a value may be, what it does, and when.</summary>
public sealed class Setting
{
    /// <summary>Kinds of values.</summary>
    public const int Text = 0, Number = 1, Choice = 2, Secret = 3, HostName = 4, Path = 5;

    public readonly string Name;
    public readonly int Kind;

    /// <summary>For a number its least and greatest value, for text its fewest and most characters.</summary>
    public readonly int Least, Most;

    /// <summary>"s", "KB" or "" for none.</summary>
    public readonly string Unit;

    /// <summary>The choices, divided by bars; null for other kinds.</summary>
    public readonly string Choices;

    /// <summary>"" for none.</summary>
    public readonly string Default;

    /// <summary>What it does, a sentence.</summary>
    public readonly string Effect;

    /// <summary>A change counts from the next start on, not at once.</summary>
    public readonly bool NeedsRestart;

    public Setting(string name, int kind, int least, int most, string unit, string byDefault, bool needsRestart, string effect,
        string choices = null)
    {
        Name = name;
        Kind = kind;
        Least = least;
        Most = most;
        Unit = unit;
        Default = byDefault;
        NeedsRestart = needsRestart;
        Effect = effect;
        Choices = choices;
    }

    /// <summary>"1 to 65535", "drop-oldest or refuse-newest", "at most 63 bytes".</summary>
    public string Range
    {
        get
        {
            switch (Kind)
            {
                case Number:
                    return Least + " to " + Most + (Unit.Length > 0 ? " " + Unit : "");
                case Choice:
                    return Choices;
                default:
                    return (Least > 0 ? Least + " to " : "at most ") + Most + " bytes"
                        + (Kind == Path ? ", starts with /" : Kind == HostName ? ", a host name" : "");
            }
        }
    }

    /// <summary>What is wrong with a value, in a sentence that does not hold it; null if nothing is.</summary>
    public string Check(string value)
    {
        int bytes = Utf8.Count(value);
        bool good = Kind == Number ? Digits.TryParse(value, Least, Most, out _)
            : Kind == Choice ? ChoiceAt(value) >= 0
            : bytes >= Least && bytes <= Most && IsClean(value);
        return good ? null : Name + " is " + Range;
    }

    /// <summary>Place of a value among the choices, -1 if it is none.</summary>
    public int ChoiceAt(string value)
    {
        var all = Choices.Split('|');
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] == value)
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsClean(string value)
    {
        bool named = Kind == HostName || Kind == Path;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c < ' ' || c == 0x7F || named && (c == ' ' || c > '~') || Kind == HostName && !IsHostChar(c))
            {
                return false;
            }
        }

        return Kind != Path || value.Length > 0 && value[0] == '/';
    }

    private static bool IsHostChar(char c) =>
        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':';
}
