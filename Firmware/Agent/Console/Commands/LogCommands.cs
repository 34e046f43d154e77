namespace Sealcam;

public sealed class LogTailCommand : ConsoleCommand
{
    private const int DefaultLines = 10;

    public LogTailCommand() : base("log tail", "[LINES]", "show the last lines of the log", 0, 1)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        if (slice == 0)
        {
            int lines = DefaultLines;
            if (s.ArgumentCount > 0 && !Digits.TryParse(s.Argument(0), 1, 1000, out lines))
            {
                return s.Fail(ConsoleError.Usage, "log tail takes a number from 1 to 1000");
            }

            // Counted from the first line ever, so that lines which come meanwhile shift nothing.
            s.Count = s.Log.Written - Limits.Least(lines, s.Log.Lines);
            s.Reply.List("lines");
            return More;
        }

        int gone = s.Log.Written - s.Log.Lines;
        s.Count = s.Count < gone ? gone : s.Count;
        string line = s.Log.Line(s.Count - gone);
        if (line == null || slice > 1000)
        {
            s.Reply.EndList();
            return Done;
        }

        s.Reply.Line(line);
        s.Count++;
        return More;
    }
}

public sealed class LogLevelCommand : ConsoleCommand
{
    private static readonly string[] Levels = { "debug", "info", "warning", "error" };

    public LogLevelCommand()
        : base("log level", "[LEVEL]", "show or set the least level that is kept, until the next start", 0, 1)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 ? Of(Levels, index) : null;

    public override int Step(ConsoleSession s, int slice)
    {
        int level = s.ArgumentCount == 0 ? s.Log.Level : SettingTable.Row(SettingTable.LogLevel).ChoiceAt(s.Argument(0));
        if (level < 0)
        {
            return s.Fail(ConsoleError.Invalid, "a level is debug, info, warning or error");
        }

        s.Log.Level = level;
        s.Reply.Field("level", Levels[level]);
        return Done;
    }
}

public sealed class LogLiveCommand : ConsoleCommand
{
    private static readonly string[] Choices = { "on", "off" };

    public LogLiveCommand() : base("log live", "on | off", "show lines of the log as they come", 1, 1)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 ? Of(Choices, index) : null;

    public override int Step(ConsoleSession s, int slice)
    {
        s.IsLive = s.Argument(0) == "on";
        return s.IsLive || s.Argument(0) == "off" ? Done : s.Fail(ConsoleError.Usage, "log live takes on or off");
    }
}
