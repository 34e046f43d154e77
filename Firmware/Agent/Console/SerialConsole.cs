using System;

namespace Sealcam;

/// <summary>
/// The technician's console on a serial port, and Improv on the same port. The board's loop calls <see cref="Step"/> beside
/// <see cref="Agent.Step"/>; it never waits, for a key no more than for a slow terminal: the agent goes on capturing.
/// </summary>
public sealed partial class SerialConsole
{
    private readonly IConsolePort _port;
    private readonly ConsoleSession _session;
    private readonly OutputRing _out;
    private readonly LineEditor _editor;
    private readonly CommandRunner _runner;
    private readonly Completion _completion;
    private readonly ImprovServer _improv;
    private readonly LogFollower _follower;
    private readonly History _history = new History();
    private readonly ImprovScanner _scanner = new ImprovScanner();
    private readonly byte[] _read = new byte[ConsoleLimits.ReadBytes];
    private readonly byte[] _ahead = new byte[ConsoleLimits.AheadBytes];
    private int _aheadStart, _aheadCount;
    private int _readAt, _readCount;  // what was read behind an Improv frame waits until that is answered
    private bool _wasOpen, _afterFrame, _prompted;
    private bool _deaf;  // after a bad frame, until it is quiet: the rest of it may hold a password
    private long _heardMs;

    /// <summary><paramref name="log"/> is the log that the agent writes to.</summary>
    public SerialConsole(Agent agent, Parts parts, ConsoleParts console, ConfigFile config, ConsoleLog log)
    {
        _port = console.Port;
        _session = new ConsoleSession(agent, parts, console, config, log);
        _out = _session.Out;
        _editor = new LineEditor(_out, _history);
        var table = new CommandTable();
        _runner = new CommandRunner(table, _session);
        _completion = new Completion(table, _session, _editor);
        _improv = new ImprovServer(_session);
        _follower = new LogFollower(_session, _editor);
        SettingEffect.Apply(_session);
        _session.Greet();
    }

    /// <summary>
    /// A command wants the board to start anew; the board's loop does it once <see cref="IsQuiet"/>, or after a while.
    /// </summary>
    public bool RestartWanted => _session.RestartWanted;

    /// <summary>Key and count were destroyed: the agent must not write its record at the stop.</summary>
    public bool SkipsRecord => _session.SkipsRecord;

    /// <summary>All output has gone to the port.</summary>
    public bool IsQuiet => _out.Room == ConsoleLimits.OutputBytes;

    /// <summary>Bytes of output that were lost for want of room. Not 0 is a bug.</summary>
    public int LostOutput => _out.Lost;

    /// <summary>One slice of work. Returns ms until the next is wanted; earlier calls do no harm.</summary>
    public int Step()
    {
        _out.Flush(_port);
        int got = Receive();
        int wait = ConsoleLimits.IdleMs;
        if (_improv.Step() && !_session.IsSilent && (_runner.IsIdle || _runner.IsAsking))
        {
            _editor.Draw();
        }

        wait = Limits.Least(wait, _runner.Step());
        Type();
        _follower.Step(_runner.IsIdle);
        _out.Flush(_port);
        return got == _read.Length || _aheadCount > 0 && _runner.IsIdle ? 0 : wait;
    }

    /// <summary>Takes what has arrived, as far as it can be kept, and sorts Improv frames from typing.</summary>
    private int Receive()
    {
        // Held bytes of a would-be frame may come on top of what is read now.
        if (_improv.IsBusy || _ahead.Length - _aheadCount < _read.Length + ImprovScanner.HeaderBytes)
        {
            return 0;
        }

        int got = _readCount - _readAt;
        if (got == 0)
        {
            got = _port.Read(_read, 0, _read.Length);
            _readCount = got > 0 ? got : 0;
            _readAt = 0;
        }

        long now = _session.NowMs;
        while (_readAt < _readCount && !_improv.IsBusy)
        {
            int value = _read[_readAt];
            _read[_readAt++] = 0;
            Sort(value);
        }

        _deaf &= got > 0 || now - _heardMs <= ConsoleLimits.HeldMs;
        if (got > 0)
        {
            _heardMs = now;
        }
        else if (_scanner.IsHeader && now - _heardMs > (_scanner.IsLikely ? ConsoleLimits.FrameMs : ConsoleLimits.HeldMs))
        {
            Release();
        }
        else if (_scanner.IsFrame && now - _heardMs > ConsoleLimits.FrameMs)
        {
            _scanner.Clear();
        }

        return got;
    }

    private void Sort(int value)
    {
        int result = _deaf ? ImprovScanner.Pending : _scanner.Feed(value);
        if (result == ImprovScanner.Mismatch)
        {
            Release();
            result = _scanner.Feed(value);
        }

        if (result == ImprovScanner.Typing)
        {
            bool frameEnd = _afterFrame && (value == '\n' || value == '\r');
            _afterFrame = false;
            if (!frameEnd)
            {
                Queue(value);
            }
        }
        else if (result != ImprovScanner.Pending)
        {
            _improv.Take(_scanner, result == ImprovScanner.Good);
            _scanner.Clear();
            _afterFrame = true;
            _deaf = result == ImprovScanner.Bad;
        }
    }

    /// <summary>What looked like the beginning of a frame was typing.</summary>
    private void Release()
    {
        for (int i = 0; i < _scanner.Count; i++)
        {
            Queue(_scanner.Frame[i]);
        }

        _scanner.Clear();
    }

    private void Queue(int value)
    {
        if (value == 3)
        {
            // Ctrl-C ends what runs, and what was typed ahead of it goes too.
            _aheadCount = 0;
            Array.Clear(_ahead, 0, _ahead.Length);
            if (!_runner.IsIdle)
            {
                _editor.Feed(value);  // ends a private key too
                _editor.Wipe();
                if (!_session.IsSilent && _runner.IsAsking)
                {
                    _out.NewLine();
                }

                _runner.Cancel(ConsoleError.Cancelled, "cancelled");
                return;
            }
        }

        if (_aheadCount < _ahead.Length)
        {
            _ahead[(_aheadStart + _aheadCount++) % _ahead.Length] = (byte)value;
        }
    }

    /// <summary>Feeds the editor as long as nothing runs and there is room for what it draws.</summary>
    private void Type()
    {
        Prompt();
        while (_aheadCount > 0 && (_runner.IsIdle || _runner.IsAsking) && _out.Room >= ConsoleLimits.KeyRoomBytes
            && !_session.RestartWanted)
        {
            Prompt();
            int value = _ahead[_aheadStart];
            _ahead[_aheadStart] = 0;
            _aheadStart = (_aheadStart + 1) % _ahead.Length;
            _aheadCount--;
            Act(_editor.Feed(value));
            Prompt();
        }
    }

    private void Act(int what)
    {
        switch (what)
        {
            case LineEditor.Enter:
                Enter();
                break;
            case LineEditor.Tab:
                if (!_runner.IsAsking)
                {
                    _completion.Complete();
                }

                break;
            case LineEditor.Interrupt:
                if (!_session.IsSilent)
                {
                    _out.Put("^C");
                    _out.NewLine();
                }

                _editor.Start();
                break;
            case LineEditor.ClearScreen:
                if (_session.IsAnsi)
                {
                    _out.PutCode("[2J");
                    _out.PutCode("[H");
                }
                else if (!_session.IsSilent)
                {
                    _out.NewLine();
                }

                _editor.Draw();
                break;
        }
    }

    private void Enter()
    {
        _prompted = false;
        if (_runner.IsAsking)
        {
            _runner.Answer(_editor.IsOverlong ? null : Utf8.Text(_editor.Line, 0, _editor.Length));
        }
        else if (_editor.IsOverlong)
        {
            _session.Reply.Begin(false);
            _session.Reply.Error(ConsoleError.Input, "a line has at most " + ConsoleLimits.LineBytes
                + " bytes; nothing was done");
        }
        else
        {
            _runner.Start(_editor.Line, _editor.Length);
        }

        _editor.Wipe();
    }
}
