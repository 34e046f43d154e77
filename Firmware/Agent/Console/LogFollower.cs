namespace Sealcam;

/// <summary>Shows new lines of the log above the prompt, if somebody asked for that and the console is open.</summary>
public sealed class LogFollower
{
    private readonly ConsoleSession _session;
    private readonly LineEditor _editor;
    private int _seen;

    public LogFollower(ConsoleSession session, LineEditor editor)
    {
        _session = session;
        _editor = editor;
    }

    /// <summary>One line at most. <paramref name="idle"/>: a prompt stands there and no command writes.</summary>
    public void Step(bool idle)
    {
        var log = _session.Log;
        if (!idle || !_session.IsLive || !_session.Lock.IsOpen(_session.NowMs))
        {
            _seen = idle ? log.Written : _seen;
            return;
        }

        int gone = log.Written - log.Lines;
        _seen = _seen < gone ? gone : _seen;
        string line = _session.Out.Room < ConsoleLimits.SliceBytes ? null : log.Line(_seen - gone);
        if (line != null)
        {
            _seen++;
            _editor.Erase();
            _session.Out.Put(line);
            _session.Out.NewLine();
            _editor.Draw();
        }
    }
}
