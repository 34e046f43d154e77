namespace Sealcam;

/// <summary>
/// One command. It is called slice by slice, each time with room for <see cref="ConsoleLimits.SliceBytes"/> of output, and never
/// waits: whatever takes time is begun in one slice and asked after in later ones.
/// </summary>
public abstract class ConsoleCommand
{
    /// <summary>
    /// What a slice says: all done; call the next slice; call this slice again in a while; failed (the session has why).
    /// </summary>
    public const int Done = 0, More = 1, Wait = 2, Failed = 3;

    /// <summary>What a slice says: ask the person, openly or hidden; the next slice finds the answer in the session.</summary>
    public const int Ask = 4, AskSecret = 5;

    /// <summary>One or two words: "wifi scan".</summary>
    public readonly string Name;

    /// <summary>Arguments as the help shows them: "SSID [PASSWORD]"; "" for none.</summary>
    public readonly string Hint;

    /// <summary>What it does, in a line.</summary>
    public readonly string Help;

    /// <summary>Fewest and most arguments.</summary>
    public readonly int Least, Most;

    /// <summary>It works while the console is locked. These are few, and listed in SECURITY.md.</summary>
    public readonly bool IsOpen;

    protected ConsoleCommand(string name, string hint, string help, int least, int most, bool isOpen = false)
    {
        Name = name;
        Hint = hint;
        Help = help;
        Least = least;
        Most = most;
        IsOpen = isOpen;
    }

    /// <summary>The words of its name.</summary>
    public int NameWords => Name.IndexOf(' ') < 0 ? 1 : 2;

    public abstract int Step(ConsoleSession s, int slice);

    /// <summary>What an argument may be, one after the other from index 0; null behind the last. For completion.</summary>
    public virtual string Choice(ConsoleSession s, int argument, int index) => null;

    /// <summary>
    /// Ctrl-C, a timeout, or the end by whatever cause: gives back what it has borrowed. Called after every command.
    /// </summary>
    public virtual void End(ConsoleSession s)
    {
    }

    /// <summary>One of several words, or null.</summary>
    protected static string Of(string[] words, int index) => index < words.Length ? words[index] : null;
}
