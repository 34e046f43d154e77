namespace Sealcam;

/// <summary>What a command works with.</summary>
public sealed class ConsoleSession
{
    public readonly Agent Agent;
    public readonly Parts Parts;
    public readonly ConsoleParts Console;
    public readonly ConfigFile Config;
    public readonly ConsoleLog Log;
    public readonly ConsoleLock Lock;
    public readonly OutputRing Out;
    public readonly Reply Reply;
    public readonly Words Words;
    private int _nameWords;

    public ConsoleSession(Agent agent, Parts parts, ConsoleParts console, ConfigFile config, ConsoleLog log)
    {
        Agent = agent;
        Parts = parts;
        Console = console;
        Config = config;
        Log = log;
        Lock = new ConsoleLock(parts);
        Out = new OutputRing();
        Reply = new Reply(Out);
        Words = new Words();
    }

    /// <summary>Nothing is echoed and no prompt is drawn: a program types.</summary>
    public bool IsSilent;

    /// <summary>The terminal understands escape codes, somebody said so.</summary>
    public bool IsAnsi;

    /// <summary>Columns of the terminal.</summary>
    public int Columns = ConsoleLimits.TerminalColumns;

    /// <summary>New lines of the log are shown as they come.</summary>
    public bool IsLive;

    /// <summary>What a command asks with <see cref="ConsoleCommand.Ask"/>.</summary>
    public string Question;

    /// <summary>What was answered.</summary>
    public string Answer;

    /// <summary>Why a slice failed.</summary>
    public string ErrorCode, ErrorSentence;

    /// <summary>Uptime (ms) at which the command began.</summary>
    public long StartedMs;

    /// <summary>A number that a command may keep from slice to slice; 0 at its start.</summary>
    public int Count;

    /// <summary>Who scans or joins: a command, or Improv on the same port; null for nobody.</summary>
    private object _radioUser;

    /// <summary>Takes the radio, which does one thing at a time. False if somebody else has it.</summary>
    public bool TakeRadio(object user)
    {
        _radioUser = _radioUser ?? user;
        return _radioUser == user;
    }

    /// <summary>Gives the radio back, if this one has it.</summary>
    public void LeaveRadio(object user) => _radioUser = _radioUser == user ? null : _radioUser;

    /// <summary>After this command the board starts anew.</summary>
    public bool RestartWanted;

    /// <summary>The identity is gone: a clean stop must not write it back.</summary>
    public bool SkipsRecord;

    public long NowMs => Parts.Clock.UptimeMs;

    /// <summary>Number of arguments behind the command's name.</summary>
    public int ArgumentCount => Words.Count - _nameWords;

    /// <summary>An argument behind the command's name, or null.</summary>
    public string Argument(int index) => Words[_nameWords + index];

    /// <summary>The settings may be changed: unlocked, or there is no passphrase and nothing to protect yet.</summary>
    public bool MayProvision => Lock.IsOpen(NowMs) || !HasNetwork;

    /// <summary>The device has a network of its own: settings name one, or the firmware has joined one.</summary>
    public bool HasNetwork => Config.Current[SettingTable.WifiSsid].Length > 0 || Console.Wifi != null && Console.Wifi.IsUp;

    /// <summary>Name of the camera as people know it.</summary>
    public string CameraName =>
        Config.Current[SettingTable.Name].Length > 0 ? Config.Current[SettingTable.Name]
        : Agent.DeviceId == null ? "Sealcam" : "Sealcam " + DeviceId.Fingerprint(Agent.DeviceId);

    /// <summary>The first lines after a start: who it is, and whether its settings are those that somebody meant.</summary>
    public void Greet()
    {
        string id = Agent.DeviceId;
        var board = Console.Board;
        Out.NewLine();
        Out.Put("Sealcam " + (board == null ? "" : board.Version + " on " + board.Name)
            + (id == null ? "" : ", device " + DeviceId.Fingerprint(id)) + "; 'help' lists the commands");
        Out.NewLine();
        if (Config.Fault != null || Config.BadFile != null)
        {
            Out.Put("settings: " + (Config.Fault != null ? Config.Fault + "; the defaults are in force"
                : Config.BadFile + "; the ones before are in force"));
            Out.NewLine();
        }
    }

    public void Begin(ConsoleCommand command)
    {
        _nameWords = Limits.Least(Words.Count, command.NameWords);  // 'net' alone may stand for 'net test'
        StartedMs = NowMs;
        Count = 0;
        Answer = null;
        Reply.Begin(Words.Json);
    }

    public int Fail(string code, string sentence)
    {
        ErrorCode = code;
        ErrorSentence = sentence;
        return ConsoleCommand.Failed;
    }

    /// <summary>Fails for want of a part of the board.</summary>
    public int FailAbsent(string part) => Fail(ConsoleError.Absent, "this board has no " + part);

    /// <summary>The same slice again, or a failure if the command has run for that long already.</summary>
    public int WaitAtMost(int ms, string what) =>
        NowMs - StartedMs < ms ? ConsoleCommand.Wait : Fail(ConsoleError.Timeout, what + " took longer than " + ms / 1000 + " s");
}
