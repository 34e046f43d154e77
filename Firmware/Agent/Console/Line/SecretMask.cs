namespace Sealcam;

/// <summary>
/// Finds where in a line a secret begins, while it is typed: from there on the echo is stars, and the line does not go into the
/// history. Errs on the side of hiding: shortened words and mistyped settings count too, and all behind the first secret is hidden.
/// </summary>
public sealed class SecretMask
{
    private readonly byte[] _word = new byte[20];  // small letters, without quotes; a longer word than any name may lose its end
    private byte[] _line;
    private int _count, _at, _length;

    /// <summary>Index of the first byte to hide; <paramref name="count"/> if there is none.</summary>
    public int From(byte[] line, int count)
    {
        _line = line;
        _count = count;
        _at = 0;
        int secret = FromQuery(0, anywhere: false);
        while (_at < count)
        {
            secret = Limits.Least(secret, Limits.Least(FromLabel(), InCommand()));
            _at++;  // over the semicolon
        }

        return secret;
    }

    /// <summary>The query of an address gives access to a store: it is hidden wherever it is typed, in a mistyped command too.</summary>
    private int FromQuery(int at, bool anywhere)
    {
        int marks = anywhere ? 3 : 0;  // of "://", through quotes
        for (; at < _count; at++)
        {
            int c = _line[at];
            if (marks == 3 && c == '?')
            {
                return at + 1;
            }

            bool next = marks == 0 ? c == ':' : c == '/';
            marks += marks < 3 && next ? 1 : 0;
            marks = marks == 3 || next || c == '"' || c == '\'' || c == '\\' ? marks : c == ':' ? 1 : 0;
        }

        return _count;
    }

    /// <summary>
    /// Reads one command up to its semicolon or the end. Returns where its secret begins, or the line's length. Words go by their first
    /// letters, because a glove's "unlok" and "wfi set" are followed by the same secrets as the right ones.
    /// </summary>
    private int InCommand()
    {
        NextWord();
        bool uplink = Begins("uplink", 2), wifi = First == 'w' && !(IsBeforeEquals() && IsSetting(secret: false));
        bool unlock = First == 'p' || First == 'u' && _length > 1 && !uplink;
        bool config = First == 'c' && !Begins("camera", 2) && !Begins("cert", 2), remark = First == '#';
        if (unlock || IsSetting(secret: true) || IsBeforeEquals() && !IsSetting(secret: false))
        {
            return Rest();  // the last two are lines of config import
        }

        NextWord();
        config &= First == 's';
        if (remark && IsBeforeEquals())
        {
            return Rest();
        }

        if (wifi || config)
        {
            NextWord();
            uplink |= config && Begins("uplink", 2);
            if (wifi || _length > 0 && !IsSetting(secret: false))
            {
                return Rest();
            }
        }

        int query = uplink ? FromQuery(_at, anywhere: true) : _count;
        while (NextWord())
        {
        }

        return query;
    }

    /// <summary>
    /// A passphrase without its 'unlock', from its first dash on: four of its letters and a dash are the beginning of no command,
    /// and of settings only as far as their names go.
    /// </summary>
    private int FromLabel()
    {
        Start();
        int start = _at, dash = _at;
        while (dash < _count && Passphrase.IsLetter(_line[dash]))
        {
            dash++;
        }

        if (dash != start + 4 || dash == _count || _line[dash] != '-')
        {
            return _count;
        }

        bool setting = false;
        NextWord();
        for (int i = 0; i < SettingTable.Count; i++)
        {
            setting |= Begins(SettingTable.Names[i], 1);
        }

        _at = start;
        return setting ? _count : dash;
    }

    /// <summary>
    /// Takes the next word that is no switch, as <see cref="Words"/> reads it, but ending at '=' too. False at the semicolon or the end.
    /// </summary>
    private bool NextWord()
    {
        do
        {
            Start();
            _length = 0;
            for (int quote = 0; _at < _count; _at++)
            {
                int c = _line[_at];
                if (quote == 0 && (c == ' ' || c == ';' || c == '='))
                {
                    break;
                }

                bool mark = c == quote || quote == 0 && (c == '"' || c == '\'');
                quote = !mark ? quote : quote == 0 ? c : 0;
                bool kept = c == '\\' && quote != '\'' && _at + 1 < _count;
                c = kept ? _line[++_at] : c;
                if (kept || !mark)
                {
                    Keep(c);
                }
            }
        }
        while (Is("--json") || Is("-h") || Is("--help"));
        return _length > 0 || _at < _count && _line[_at] != ';';
    }

    private int First => _length > 0 ? _word[0] : 0;

    private void Keep(int c)
    {
        if (_length < _word.Length)
        {
            _word[_length++] = (byte)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
    }

    private void Start()
    {
        while (_at < _count && (_line[_at] == ' ' || _line[_at] == '='))
        {
            _at++;
        }
    }

    /// <summary>Where the rest of the command begins, if there is any; else the line's length.</summary>
    private int Rest()
    {
        Start();
        return _at < _count && _line[_at] != ';' ? _at : _count;
    }

    private bool IsBeforeEquals()
    {
        int at = _at;
        while (at < _count && _line[at] == ' ')
        {
            at++;
        }

        return _length > 0 && at < _count && _line[at] == '=';
    }

    private bool IsSetting(bool secret)
    {
        for (int i = 0; i < SettingTable.Count; i++)
        {
            if (SettingTable.IsSecret(i) == secret && Is(SettingTable.Names[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Is(string word) => _length == word.Length && Begins(word, _length);

    /// <summary>The word read is the beginning of this one, in so many letters or more.</summary>
    private bool Begins(string word, int least)
    {
        bool same = _length >= least && _length <= word.Length && _length > 0;
        for (int i = 0; same && i < _length; i++)
        {
            same = _word[i] == word[i];
        }

        return same;
    }
}
