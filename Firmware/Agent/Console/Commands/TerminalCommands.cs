namespace Sealcam;

/// <summary>Whether typing is echoed and a prompt drawn. Programs turn it off.</summary>
public sealed class EchoCommand : ConsoleCommand
{
    private static readonly string[] Choices = { "on", "off" };

    public EchoCommand() : base("echo", "on | off", "off for programs: no echo, no prompt", 1, 1, isOpen: true)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 ? Of(Choices, index) : null;

    public override int Step(ConsoleSession s, int slice)
    {
        bool on = s.Argument(0) == "on";
        if (!on && s.Argument(0) != "off")
        {
            return s.Fail(ConsoleError.Usage, "echo takes on or off");
        }

        s.IsSilent = !on;
        return Done;
    }
}

/// <summary>Escape codes are never sent unless somebody asks for them here.</summary>
public sealed class TermCommand : ConsoleCommand
{
    private static readonly string[] Choices = { "dumb", "ansi" };

    public TermCommand() : base("term", "dumb | ansi [COLUMNS]",
        "ansi: Ctrl-L clears the screen; dumb: no escape codes at all", 1, 2, isOpen: true)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 ? Of(Choices, index) : null;

    public override int Step(ConsoleSession s, int slice)
    {
        bool ansi = s.Argument(0) == "ansi";
        if (!ansi && s.Argument(0) != "dumb")
        {
            return s.Fail(ConsoleError.Usage, "term takes dumb or ansi");
        }

        int columns = ConsoleLimits.TerminalColumns;
        if (s.ArgumentCount > 1 && !Digits.TryParse(s.Argument(1), ConsoleLimits.TerminalColumnsLeast,
            ConsoleLimits.TerminalColumnsMost, out columns))
        {
            return s.Fail(ConsoleError.Invalid, "a terminal has " + ConsoleLimits.TerminalColumnsLeast + " columns or more");
        }

        s.IsAnsi = ansi;
        s.Columns = columns;
        return Done;
    }
}
