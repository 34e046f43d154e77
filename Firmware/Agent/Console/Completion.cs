namespace Sealcam;

/// <summary>
/// The Tab key: completes commands and arguments, lists what is possible, and shows the usage when nothing can be completed.
/// </summary>
public sealed class Completion
{
    private readonly CommandTable _table;
    private readonly ConsoleSession _session;
    private readonly LineEditor _editor;
    private int _start;        // of the command in the line
    private int _wordStart;    // of the word to complete; for a command's name the whole command
    private int _typedStart;   // behind a quote that is still open
    private ConsoleCommand _command;  // whose argument is completed; null while it is the name
    private int _argument;

    public Completion(CommandTable table, ConsoleSession session, LineEditor editor)
    {
        _table = table;
        _session = session;
        _editor = editor;
    }

    public void Complete()
    {
        FindPlace();
        string first = null;
        int count = 0, common = 0;
        for (int i = 0; ; i++)
        {
            string candidate = At(i);
            if (candidate == null)
            {
                break;
            }

            if (Matches(candidate))
            {
                common = count == 0 ? candidate.Length : Common(first, candidate, common);
                first = first ?? candidate;
                count++;
            }
        }

        bool opened = _typedStart > _wordStart, more = common > _editor.Cursor - _typedStart;
        bool quotes = count > 0 && (opened || NeedsQuotes(first.Substring(0, common)));
        if (count == 0 || count > 1 && (!more || quotes && !opened) || quotes && !CanQuote(first))
        {
            Show(count);
        }
        else
        {
            // In the place of what was typed, not behind it: a network's name is one in its own capitals alone.
            string end = count > 1 ? "" : quotes ? "\" " : " ";
            _editor.Replace(_wordStart, (quotes ? "\"" : "") + first.Substring(0, common) + end);
        }
    }

    private void FindPlace()
    {
        var line = _editor.Line;
        int word = FindWord(line, out bool opened);
        while (_start < _editor.Cursor && line[_start] == ' ')
        {
            _start++;
        }

        int position = _start;
        _session.Words.Next(line, _editor.Cursor, ref position);
        _command = _table.Find(_session.Words) ?? _table.FindShort(_session.Words, out _);
        _wordStart = _typedStart = _start;
        bool blank = word < 0;
        int nameWords = _command == null ? 0 : _command.NameWords, words = _session.Words.Count + (opened ? 1 : 0);
        if (_command == null || words < nameWords || words == nameWords && !blank)
        {
            _command = null;
            return;
        }

        _session.Begin(_command);
        _argument = words - nameWords - (blank ? 0 : 1);
        _wordStart = blank ? _editor.Cursor : word;
        _typedStart = _wordStart + (opened && (line[_wordStart] == '"' || line[_wordStart] == '\'') ? 1 : 0);
    }

    /// <summary>
    /// Start of the word that ends at the cursor, -1 for none. <paramref name="opened"/>: within a quote, where <see cref="Words"/> leaves it out.
    /// </summary>
    private int FindWord(byte[] line, out bool opened)
    {
        int quote = 0, word = -1;
        _start = 0;
        for (int i = 0; i < _editor.Cursor; i++)
        {
            int c = line[i];
            if (quote == 0 && (c == ' ' || c == ';'))
            {
                _start = c == ';' ? i + 1 : _start;
                word = -1;
                continue;
            }

            word = word < 0 ? i : word;
            bool mark = c == quote || quote == 0 && (c == '"' || c == '\'');
            quote = !mark ? quote : quote == 0 ? c : 0;
            i += c == '\\' && quote != '\'' ? 1 : 0;
        }

        opened = quote != 0;
        return word;
    }

    /// <summary>While it is locked no arguments: they would name the networks of the last scan.</summary>
    private string At(int index) =>
        _command == null ? index < _table.Count ? _table[index].Name : null
        : _command.IsOpen || _session.Lock.IsOpen(_session.NowMs) ? _command.Choice(_session, _argument, index) : null;

    private bool Matches(string candidate)
    {
        int typed = _editor.Cursor - _typedStart;
        bool same = typed <= candidate.Length;
        for (int i = 0; same && i < typed; i++)
        {
            same = (_editor.Line[_typedStart + i] | 0x20) == (candidate[i] | 0x20);
        }

        return same;
    }

    private static int Common(string a, string b, int most)
    {
        int common = 0;
        while (common < most && common < b.Length && a[common] == b[common])
        {
            common++;
        }

        return common;
    }

    /// <summary>An argument with blanks or the like, such as the name of a network.</summary>
    private bool NeedsQuotes(string candidate)
    {
        bool plain = true;
        for (int i = 0; _command != null && i < candidate.Length; i++)
        {
            char c = candidate[i];
            plain &= c > ' ' && c < 0x7F && c != ';' && c != '"' && c != '\\' && c != '\'';
        }

        return !plain;
    }

    /// <summary>A name with blanks is typed in quotes, unless it has a quote or a backslash or is not ASCII.</summary>
    private static bool CanQuote(string candidate) =>
        candidate.IndexOf('"') < 0 && candidate.IndexOf('\\') < 0 && Utf8.Count(candidate) == candidate.Length;

    private void Show(int count)
    {
        if (_session.IsSilent)
        {
            return;
        }

        var output = _session.Out;
        output.NewLine();
        if (count == 0)
        {
            output.Put(_command == null ? "no such command; 'help' lists them" : "usage: " + _command.Name + " " + _command.Hint);
        }

        for (int i = 0, column = 0; count > 0; i++)
        {
            string candidate = At(i);
            if (Matches(candidate))
            {
                bool full = column > 0 && column + candidate.Length > ConsoleLimits.RowChars;
                if (full)
                {
                    output.NewLine();
                }

                column = (full ? 0 : column) + candidate.Length + 2;
                output.Put(candidate);
                output.Repeat(' ', --count > 0 ? 2 : 0);
            }

            if (output.Room < ConsoleLimits.LineRoomBytes)
            {
                output.Put("...");
                break;
            }
        }

        output.NewLine();
        _editor.Draw();
    }
}
