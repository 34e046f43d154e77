namespace Sealcam;

/// <summary>
/// Finds where in a line a secret begins, while it is typed: from there on the echo is stars, and the line does not go into the
/// history. Errs on the side of hiding: everything behind the first secret is hidden too.
/// </summary>
public sealed class SecretMask
{
    private byte[] _line;
    private int _count, _at;

    /// <summary>Index of the first byte to hide; <paramref name="count"/> if there is none.</summary>
    public int From(byte[] line, int count)
    {
        return Limits.Least(FromCommands(line, count), FromQuery(line, count));
    }

    /// <summary>The query of an address gives access to a store: it is hidden wherever it is typed, in a mistyped command too.</summary>
    private static int FromQuery(byte[] line, int count)
    {
        bool address = false;
        for (int i = 2; i < count; i++)
        {
            address |= line[i - 2] == ':' && line[i - 1] == '/' && line[i] == '/';
            if (address && line[i] == '?')
            {
                return i + 1;
            }
        }

        return count;
    }

    private int FromCommands(byte[] line, int count)
    {
        _line = line;
        _count = count;
        _at = 0;
        while (_at < count)
        {
            int secret = InCommand();
            if (secret < count)
            {
                return secret;
            }

            _at++;  // over the semicolon
        }

        return count;
    }

    /// <summary>
    /// Reads one command up to its semicolon or the end. Returns where its secret begins, or the line's length.
    /// </summary>
    private int InCommand()
    {
        int first = NextWord();
        int firstEnd = _at;
        if (Is(first, firstEnd, "unlock", 2) || Is(first, firstEnd, "passphrase"))
        {
            return HasMore() ? Start() : _count;
        }

        if (IsSecretKey(first, firstEnd))
        {
            return _at < _count && _line[_at] != ';' ? _at : _count;  // a line of config import
        }

        int second = NextWord();
        int secondEnd = _at;
        bool wifi = Is(first, firstEnd, "wifi") && (Is(second, secondEnd, "set") || Is(second, secondEnd, "test"));
        bool config = Is(first, firstEnd, "config") && Is(second, secondEnd, "set");
        if (!wifi && !config)
        {
            while (NextWord() < _at)
            {
            }

            return _count;
        }

        int third = NextWord();
        int thirdEnd = _at;
        return HasMore() && (wifi || IsSecretKey(third, thirdEnd)) ? _at : _count;
    }

    /// <summary>Start of the next word; the position is then behind it. An empty word stands at a semicolon or the end.</summary>
    private int NextWord()
    {
        int start = Start();
        int quote = 0;
        while (_at < _count)
        {
            int c = _line[_at];
            if (quote == 0 && (c == ' ' || c == ';' || c == '='))
            {
                break;
            }

            quote = quote == c ? 0 : quote == 0 && (c == '"' || c == '\'') ? c : quote;
            _at += c == '\\' && quote != '\'' && _at + 1 < _count ? 2 : 1;
        }

        return start;
    }

    private int Start()
    {
        while (_at < _count && (_line[_at] == ' ' || _line[_at] == '='))
        {
            _at++;
        }

        return _at;
    }

    private bool HasMore() => Start() < _count && _line[_at] != ';';

    private bool IsSecretKey(int start, int end)
    {
        for (int i = 0; i < SettingTable.Count; i++)
        {
            if (SettingTable.IsSecret(i) && Is(start, end, SettingTable.Names[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word itself, or its first <paramref name="least"/> letters or more; 0 for all of it.</summary>
    private bool Is(int start, int end, string word, int least = 0)
    {
        if (start < end && (_line[start] == '"' || _line[start] == '\''))
        {
            start++;
            end--;
        }

        int count = end - start;
        bool same = count == word.Length || least > 0 && count >= least && count < word.Length;
        for (int i = 0; same && i < count; i++)
        {
            same = (_line[start + i] | 0x20) == word[i] || _line[start + i] == word[i];
        }

        return same;
    }
}
