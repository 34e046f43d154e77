using System;

namespace Sealcam;

/// <summary>
/// Carries out a line: one command after the other, each slice by slice, until the line ends or a command fails.
/// </summary>
public sealed class CommandRunner
{
    private const int Idle = 0, Running = 1, Asking = 2;

    private readonly CommandTable _table;
    private readonly ConsoleSession _session;
    private readonly byte[] _line = new byte[ConsoleLimits.LineBytes];
    private int _length, _position, _commands;
    private ConsoleCommand _command;
    private int _state, _slice;
    private long _askedMs;

    public CommandRunner(CommandTable table, ConsoleSession session)
    {
        _table = table;
        _session = session;
    }

    /// <summary>Nothing is carried out: the next line may come.</summary>
    public bool IsIdle => _state == Idle;

    /// <summary>A command has asked something: the next line is its answer.</summary>
    public bool IsAsking => _state == Asking;

    /// <summary>What it has asked is a secret.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>Begins with a line. The bytes are copied.</summary>
    public void Start(byte[] line, int length)
    {
        Array.Copy(line, 0, _line, 0, length);
        _length = length;
        _position = _commands = 0;
        _session.Lock.Touch(_session.NowMs);
        Next();
    }

    /// <summary>The answer to what was asked; null if it was too long or not UTF-8.</summary>
    public void Answer(string text)
    {
        _session.Answer = text;
        _session.Lock.Touch(_session.NowMs);
        _slice++;
        _state = Running;
    }

    /// <summary>Ends what is carried out, with an error, and the rest of the line with it.</summary>
    public void Cancel(string code, string sentence)
    {
        if (_state != Idle)
        {
            _session.Fail(code, sentence);
            Finish(ConsoleCommand.Failed);
        }
    }

    /// <summary>One slice, if there is room for its output. Returns ms until the next is wanted.</summary>
    public int Step()
    {
        if (_state == Asking && _session.NowMs - _askedMs > ConsoleLimits.AnswerMs)
        {
            GiveUp(ConsoleError.Timeout, "no answer within " + ConsoleLimits.AnswerMs / 1000 + " s");
        }

        if (_state == Asking && !_command.IsOpen && !_session.Lock.IsOpen(_session.NowMs))
        {
            GiveUp(ConsoleError.Locked, "the console has locked itself; nothing was done");
        }

        if (_state != Running)
        {
            return int.MaxValue;
        }

        if (_session.Out.Room < ConsoleLimits.SliceBytes)
        {
            return ConsoleLimits.IdleMs;
        }

        int result;
        try
        {
            result = _command.Step(_session, _slice);
        }
        catch (Exception e)
        {
            result = _session.Fail(ConsoleError.Failed, e.Message ?? "an error without a message");
        }

        return Take(result);
    }

    /// <summary>Ends a question that nobody answers; the error stands below it.</summary>
    private void GiveUp(string code, string sentence)
    {
        if (!_session.IsSilent)
        {
            _session.Out.NewLine();
        }

        Cancel(code, sentence);
    }

    private int Take(int result)
    {
        switch (result)
        {
            case ConsoleCommand.More:
                _slice++;
                return 0;
            case ConsoleCommand.Wait:
                return 1;
            case ConsoleCommand.Ask:
            case ConsoleCommand.AskSecret:
                IsSecret = result == ConsoleCommand.AskSecret;
                _askedMs = _session.NowMs;
                _state = Asking;
                return 0;
            default:
                Finish(result);
                return 0;
        }
    }

    private void Finish(int result)
    {
        _state = Idle;
        var ended = _command;
        _command = null;
        if (ended != null)
        {
            ended.End(_session);
        }

        _session.Words.Clear();
        _session.Answer = null;
        IsSecret = false;
        if (result == ConsoleCommand.Done)
        {
            _session.Reply.Ok();
            Next();
        }
        else
        {
            _session.Reply.Error(_session.ErrorCode, _session.ErrorSentence);
            Wipe();
        }
    }

    /// <summary>Finds the line's next command and gets it going; empty ones are passed over.</summary>
    private void Next()
    {
        do
        {
            if (_session.RestartWanted || !_session.Words.Next(_line, _length, ref _position))
            {
                Wipe();
                return;
            }
        }
        while (_session.Words.Count == 0 && !_session.Words.Help && !_session.Words.Json && _session.Words.Fault == null);

        _slice = 0;
        string hint = null;
        var command = Find(out hint);
        _session.Reply.Begin(_session.Words.Json);
        if (!MayRun(command, hint))
        {
            Finish(ConsoleCommand.Failed);
        }
        else if (_session.Words.Help)
        {
            HelpCommand.Explain(_session, command);
            Finish(ConsoleCommand.Done);
        }
        else
        {
            _command = command;
            _state = Running;
            _session.Begin(command);
        }
    }

    /// <summary>Programs spell commands out: a beginning that is one command's today may be two's in the next version.</summary>
    private ConsoleCommand Find(out string hint)
    {
        hint = null;
        var words = _session.Words;
        var command = _table.Find(words);
        if (command == null && words.Help && words.Count == 1 && _table.IsGroup(words[0]))
        {
            words.AskHelp(HelpCommand.Word);
            command = _table.Find(words);
        }

        return command ?? (_session.IsSilent ? null : _table.FindShort(words, out hint));
    }

    private bool MayRun(ConsoleCommand command, string hint)
    {
        var words = _session.Words;
        if (words.Fault != null || ++_commands > ConsoleLimits.Batch)
        {
            _session.Fail(ConsoleError.Input, words.Fault ?? "a line has at most " + ConsoleLimits.Batch + " commands");
            return false;
        }

        if (command == null)
        {
            // What was typed is not repeated: it may be a passphrase in the wrong place.
            string near = words.Count == 0 || hint != null ? null
                : _table.Nearest(words.Count > 1 ? words[0] + " " + words[1] : words[0]);
            _session.Fail(ConsoleError.Unknown, hint ?? (near == null ? "no such command: 'help' lists them"
                : "no such command; the nearest is '" + near + "'"));
            return false;
        }

        int arguments = words.Count - Limits.Least(words.Count, command.NameWords);
        if (!words.Help && (arguments < command.Least || arguments > command.Most))
        {
            _session.Fail(ConsoleError.Usage, "usage: " + command.Name + (command.Hint.Length == 0
                ? " takes no arguments" : " " + command.Hint));
            return false;
        }

        if (!words.Help && !command.IsOpen && !_session.Lock.IsOpen(_session.NowMs))
        {
            _session.Fail(ConsoleError.Locked, "the console is locked: 'unlock' first");
            return false;
        }

        return true;
    }

    private void Wipe()
    {
        Array.Clear(_line, 0, _line.Length);
        _length = 0;
        _session.Words.Clear();
    }
}
