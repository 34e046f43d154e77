namespace Sealcam;

/// <summary>All commands, in the order of the help.</summary>
public sealed class CommandTable
{
    /// <summary>
    /// What a person may shorten: all that changes nothing for good, and 'unlock', which asks. The others are spelled out, so
    /// that no slip of a glove restarts or erases.
    /// </summary>
    private static readonly string[] MayShorten =
    {
        "help", "version", "id", "status", "unlock", "lock", "wifi scan", "net test", "time", "camera probe", "camera test",
        "camera snap", "still last", "outbox list", "outbox flush", "uplink show", "config list", "config get", "config export",
        "cert show", "log tail", "log live", "selftest",
    };

    private readonly ConsoleCommand[] _all;

    public CommandTable()
    {
        _all = new ConsoleCommand[]
        {
            new HelpCommand(this), new VersionCommand(), new IdCommand(), new StatusCommand(),
            new UnlockCommand(), new LockCommand(), new EchoCommand(), new TermCommand(),
            new WifiScanCommand(), new WifiJoinCommand(keeps: true), new WifiJoinCommand(keeps: false), new WifiClearCommand(),
            new NetTestCommand(), new TimeCommand(), new TimeSetCommand(),
            new CameraProbeCommand(), new CameraSetCommand(), new CameraTestCommand(), new CameraSnapCommand(),
                new StillLastCommand(),
            new OutboxListCommand(), new OutboxFlushCommand(), new OutboxDropCommand(),
            new UplinkShowCommand(), new UplinkSetCommand(),
            new ConfigListCommand(asFile: false), new ConfigChangeCommand(ConfigChangeCommand.Get),
            new ConfigChangeCommand(ConfigChangeCommand.Set), new ConfigChangeCommand(ConfigChangeCommand.Reset),
            new ConfigListCommand(asFile: true), new ConfigImportCommand(),
            new CertShowCommand(), new CertImportCommand(), new LogTailCommand(), new LogLevelCommand(), new LogLiveCommand(),
            new SelftestCommand(), new PassphraseCommand(), new RebootCommand(), new FactoryResetCommand(),
        };
    }

    public int Count => _all.Length;

    public ConsoleCommand this[int index] => _all[index];

    /// <summary>By its whole name; null if there is none such.</summary>
    public ConsoleCommand Find(string name)
    {
        for (int i = 0; i < _all.Length; i++)
        {
            if (_all[i].Name == name)
            {
                return _all[i];
            }
        }

        return null;
    }

    /// <summary>By the first words of a line, two-word names first; null if there is none such.</summary>
    public ConsoleCommand Find(Words words)
    {
        if (words.Count == 0)
        {
            return null;
        }

        string first = words[0].ToLower();
        var two = words.Count > 1 ? Find(first + " " + words[1].ToLower()) : null;
        return two ?? (first.IndexOf(' ') < 0 ? Find(first) : null);  // 'wifi set' in quotes is one word
    }

    /// <summary>
    /// By beginnings of the words of its name, if only one command has them. Null if there is none, if there are several, or if
    /// it must be spelled out; then <paramref name="hint"/> says which, or is null for none.
    /// </summary>
    public ConsoleCommand FindShort(Words words, out string hint)
    {
        ConsoleCommand found = null;
        string names = null;
        bool many = false;
        for (int i = 0; i < _all.Length && words.Count > 0; i++)
        {
            if (Fits(_all[i], words))
            {
                // A word alone is the command of one word, though others begin with it too: 'time', not 'time set'.
                bool same = found != null && words.Count == 1 && found.NameWords == 1
                    && Begins(_all[i].Name, 0, found.Name + " ");
                many |= found != null && !same;
                names = found == null ? _all[i].Name : names + ", " + _all[i].Name;
                found = found ?? _all[i];
            }
        }

        bool whole = found != null && !many && !IsAmong(found.Name, MayShorten);
        hint = many ? "that may be " + names : whole ? "to be spelled out: '" + found.Name + "'" : null;
        return many || whole ? null : found;
    }

    /// <summary>There are commands of two words that begin with this one.</summary>
    public bool IsGroup(string word)
    {
        bool any = false;
        for (int i = 0; i < _all.Length; i++)
        {
            any |= Begins(_all[i].Name, 0, word + " ");
        }

        return any;
    }

    private static bool Fits(ConsoleCommand command, Words words)
    {
        string name = command.Name, typed = words[0].ToLower();
        int blank = name.IndexOf(' ');
        if (blank < 0)
        {
            return words.Count - 1 <= command.Most && Begins(name, 0, typed);
        }

        return Begins(name.Substring(0, blank), 0, typed)
            && (words.Count == 1 || Begins(name, blank + 1, words[1].ToLower()));
    }

    /// <summary>By characters: on a desktop StartsWith goes by culture and passes over some.</summary>
    private static bool Begins(string name, int at, string typed)
    {
        bool same = typed.Length > 0 && typed.Length <= name.Length - at;
        for (int i = 0; same && i < typed.Length; i++)
        {
            same = name[at + i] == typed[i];
        }

        return same;
    }

    private static bool IsAmong(string name, string[] names)
    {
        bool among = false;
        for (int i = 0; i < names.Length; i++)
        {
            among |= names[i] == name;
        }

        return among;
    }

    /// <summary>The name that a mistyped one is nearest to, or null if none is near.</summary>
    public string Nearest(string name)
    {
        string best = null;
        int least = Limits.Least(3, name.Length);  // a word of one letter is near to nothing
        for (int i = 0; i < _all.Length; i++)
        {
            int distance = EditDistance.Of(name, _all[i].Name);
            if (distance < least || best == null && _all[i].Name.StartsWith(name + " "))
            {
                least = Limits.Least(distance, least);
                best = _all[i].Name;
            }
        }

        return best;
    }
}
