namespace Sealcam;

/// <summary>All commands, one of them, or the settings.</summary>
public sealed class HelpCommand : ConsoleCommand
{
    private readonly CommandTable _table;

    public HelpCommand(CommandTable table)
        : base("help", "[COMMAND | config]", "list the commands, explain one, or list all settings", 0, 2, isOpen: true)
    {
        _table = table;
    }

    public override string Choice(ConsoleSession s, int argument, int index) =>
        argument > 0 ? null : index == 0 ? "config" : index <= _table.Count ? _table[index - 1].Name : null;

    public override int Step(ConsoleSession s, int slice)
    {
        if (s.Argument(0) == "config" && s.ArgumentCount == 1)
        {
            return ConfigHelp.Step(s, slice);
        }

        if (s.ArgumentCount > 0)
        {
            string name = s.ArgumentCount == 1 ? s.Argument(0) : s.Argument(0) + " " + s.Argument(1);
            return One(s, name);
        }

        if (slice == 0)
        {
            s.Reply.List("commands");
        }

        var command = _table[slice];
        s.Reply.Row();
        s.Reply.Cell("name", s.Reply.Json || command.Hint.Length == 0 ? command.Name : command.Name + " " + command.Hint, 30);
        if (s.Reply.Json)
        {
            s.Reply.Cell("arguments", command.Hint);
        }

        s.Reply.Cell("help", command.Help);
        s.Reply.EndRow();
        if (slice + 1 < _table.Count)
        {
            return More;
        }

        s.Reply.EndList();
        return Done;
    }

    /// <summary>What COMMAND -h says too.</summary>
    public static void Explain(ConsoleSession s, ConsoleCommand command)
    {
        s.Reply.Field("usage", command.Hint.Length == 0 ? command.Name : command.Name + " " + command.Hint);
        s.Reply.Field("help", command.Help);
        s.Reply.Field("locked", command.IsOpen ? "works while locked" : "wants 'unlock' first");
    }

    private int One(ConsoleSession s, string name)
    {
        var command = _table.Find(name);
        if (command != null)
        {
            Explain(s, command);
            return Done;
        }

        string near = _table.Nearest(name);
        return s.Fail(ConsoleError.Unknown, near == null ? "no such command" : "no such command; the nearest is '" + near + "'");
    }
}
