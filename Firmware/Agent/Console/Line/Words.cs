namespace Sealcam;

/// <summary>
/// Cuts a command line into commands, at semicolons, and a command into words, at blanks. Quotes of both kinds keep blanks and
/// semicolons; within double quotes and outside of quotes a backslash keeps the character behind it.
/// </summary>
public sealed class Words
{
    private readonly byte[] _word = new byte[ConsoleLimits.LineBytes];
    private readonly string[] _words = new string[ConsoleLimits.Words];

    public int Count { get; private set; }

    /// <summary>A word that was taken out counts as not there.</summary>
    public string this[int index] => index < Count ? _words[index] : null;

    /// <summary>--json was among them; it is not counted as a word.</summary>
    public bool Json { get; private set; }

    /// <summary>-h or --help was among them; it is not counted as a word.</summary>
    public bool Help { get; private set; }

    /// <summary>What is wrong with the command, in a sentence; null if nothing is.</summary>
    public string Fault { get; private set; }

    /// <summary>
    /// Reads the command that begins at <paramref name="position"/>, which is then behind it and its semicolon. False at the end.
    /// </summary>
    public bool Next(byte[] line, int count, ref int position)
    {
        Clear();
        if (position >= count)
        {
            return false;
        }

        while (position < count && line[position] != ';')
        {
            if (line[position] == ' ')
            {
                position++;
            }
            else
            {
                TakeWord(line, count, ref position);
            }
        }

        position++;
        return true;
    }

    /// <summary>Forgets the words, one of which may be a secret.</summary>
    public void Clear()
    {
        for (int i = 0; i < _words.Length; i++)
        {
            _words[i] = null;
        }

        Count = 0;
        Json = Help = false;
        Fault = null;
    }

    /// <summary>"wifi -h" becomes "help wifi".</summary>
    public void AskHelp(string help)
    {
        _words[1] = _words[0];
        _words[0] = help;
        Count = 2;
        Help = false;
    }

    private void TakeWord(byte[] line, int count, ref int position)
    {
        int length = 0, quote = 0;
        bool quoted = false;
        while (position < count && (quote != 0 || line[position] != ' ' && line[position] != ';'))
        {
            int c = line[position++];
            if (c == '\\' && quote != '\'' && position < count)
            {
                _word[length++] = line[position++];
            }
            else if (c == quote)
            {
                quote = 0;
            }
            else if (quote == 0 && (c == '"' || c == '\''))
            {
                quote = c;
                quoted = true;
            }
            else
            {
                _word[length++] = (byte)c;
            }
        }

        string word = Utf8.Text(_word, 0, length);
        System.Array.Clear(_word, 0, length);
        if (quote != 0 || word == null)
        {
            Fault = Fault ?? (quote != 0 ? "a quote is not closed" : "the line is not UTF-8");
        }
        else
        {
            Keep(word, quoted);
        }
    }

    private void Keep(string word, bool quoted)
    {
        if (!quoted && word == "--json")
        {
            Json = true;
        }
        else if (!quoted && (word == "-h" || word == "--help"))
        {
            Help = true;
        }
        else if (Count == _words.Length)
        {
            Fault = Fault ?? "a command has at most " + _words.Length + " words";
        }
        else
        {
            _words[Count++] = word;
        }
    }
}
