namespace Sealcam;

/// <summary>All commands, in the order of the help.</summary>
public sealed class CommandTable
{
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
        return two ?? Find(first);
    }

    /// <summary>The name that a mistyped one is nearest to, or null if none is near.</summary>
    public string Nearest(string name)
    {
        string best = null;
        int least = 3;
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
