namespace Sealcam;

/// <summary>All commands, one of them, or the settings.</summary>
public sealed class HelpCommand : ConsoleCommand
{
    /// <summary>Its own name.</summary>
    public const string Word = "help";

    private const string All = "all";

    private readonly CommandTable _table;

    public HelpCommand(CommandTable table)
        : base(Word, "[COMMAND | config | all]", "list the commands; one or all with what they do; all settings", 0, 2,
        isOpen: true)
    {
        _table = table;
    }

    public override string Choice(ConsoleSession s, int argument, int index) =>
        argument > 0 ? null : index == 0 ? "config" : index == 1 ? All : index - 2 < _table.Count ? _table[index - 2].Name : null;

    public override int Step(ConsoleSession s, int slice)
    {
        string word = s.ArgumentCount == 1 ? s.Argument(0).ToLower() : null;
        if (word == "config")
        {
            return ConfigHelp.Step(s, slice);
        }

        bool each = word == All || s.Reply.Json && s.ArgumentCount == 0;
        if (s.ArgumentCount > 0 && !each && !(word != null && _table.IsGroup(word)))
        {
            return One(s, word ?? s.Argument(0).ToLower() + " " + s.Argument(1).ToLower());
        }

        if (slice == 0)
        {
            s.Reply.List("commands");
        }

        var command = _table[slice];
        if (each || word != null && GroupOf(command) == word)
        {
            Show(s, command);
        }
        else if (word == null)
        {
            Overview(s, slice);
        }

        if (slice + 1 < _table.Count)
        {
            return More;
        }

        s.Reply.EndList();
        return Done;
    }

    private static void Show(ConsoleSession s, ConsoleCommand command)
    {
        s.Reply.Row();
        s.Reply.Cell("name", command.Name, 13);
        if (s.Reply.Json)
        {
            s.Reply.Cell("arguments", command.Hint);
        }

        s.Reply.Cell("help", command.Help);
        s.Reply.EndRow();
    }

    /// <summary>One line for all commands with the same first word, so that the whole fits a terminal of 24 rows.</summary>
    private void Overview(ConsoleSession s, int index)
    {
        string group = GroupOf(_table[index]);
        if (index > 0 && GroupOf(_table[index - 1]) == group)
        {
            return;
        }

        string text = _table[index].NameWords == 1 ? _table[index].Help : "";
        for (int i = index; i < _table.Count && GroupOf(_table[i]) == group; i++)
        {
            string rest = _table[i].NameWords == 1 ? "" : _table[i].Name.Substring(group.Length + 1);
            text += rest.Length > 0 && text.Length > 0 ? " | " + rest : rest;
        }

        s.Reply.Row();
        s.Reply.Cell("name", group, 13);
        s.Reply.Cell("help", text);
        s.Reply.EndRow();
    }

    private static string GroupOf(ConsoleCommand command)
    {
        int blank = command.Name.IndexOf(' ');
        return blank < 0 ? command.Name : command.Name.Substring(0, blank);
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
