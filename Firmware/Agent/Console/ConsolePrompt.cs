namespace Sealcam;

/// <content>What stands before the line.</content>
public sealed partial class SerialConsole
{
    /// <summary>Columns that an answer needs beside its question; a longer question stands on a row of its own.</summary>
    private const int QuestionColumns = 16;

    /// <summary>Draws the prompt once for each line, when nothing runs.</summary>
    private void Prompt()
    {
        bool asking = _runner.IsAsking;
        bool open = _session.Lock.IsOpen(_session.NowMs);
        if (!_runner.IsIdle && !asking)
        {
            _prompted = false;
            return;
        }

        if (_prompted && _wasOpen == open && _editor.IsAnswer == asking)
        {
            return;
        }

        if (_prompted && !asking && _wasOpen != open)
        {
            _editor.Erase();  // the lock closed by itself: the prompt says so
        }

        if (_wasOpen && !open)
        {
            _history.Clear();  // it names networks and servers
        }

        bool again = _prompted && _editor.IsAnswer == asking;
        bool apart = asking && _session.Question.Length > _session.Columns - QuestionColumns;
        _wasOpen = open;
        _prompted = true;
        _editor.IsSilent = _session.IsSilent;
        _editor.IsAnswer = asking;
        _editor.IsSecret = asking && _runner.IsSecret;
        _editor.Columns = _session.Columns;
        _editor.Prompt = apart ? "> " : asking ? _session.Question : open ? "sealcam# " : "sealcam> ";
        if (apart && !_session.IsSilent)
        {
            _out.Put(_session.Question);
            _out.NewLine();
        }

        if (again)
        {
            _editor.Draw();
        }
        else
        {
            _editor.Start();
        }
    }
}
