using System.Diagnostics;

namespace Sealcam.Tool.Flashing;

/// <summary>
/// Progress for people: steps with their number, what programs say, and the seconds that a quiet one has taken.
/// </summary>
internal sealed class FlashView : IDisposable
{
    private readonly TextWriter _output;
    private readonly bool _live;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private long _started;
    private bool _counting, _shown;

    /// <param name="output">Where to.</param>
    /// <param name="live">It is a terminal: seconds may be written over.</param>
    public FlashView(TextWriter output, bool live)
    {
        _output = output;
        _live = live;
        _timer = new Timer(_ => Tick(), null, 1000, 1000);
    }

    public void Begin(int number, int count, FlashStep step)
    {
        lock (_gate)
        {
            Clear();
            _output.WriteLine($"[{number}/{count}] {step.Title}");
            if (step.Command.Count > 0)
            {
                _output.WriteLine($"      $ {ShellText.Of(step.Command)}");
            }

            _started = Stopwatch.GetTimestamp();
            _counting = step.Command.Count > 0;
        }
    }

    public void Say(string text)
    {
        lock (_gate)
        {
            Clear();
            if (!string.IsNullOrWhiteSpace(text))
            {
                _output.WriteLine("      " + text.TrimEnd());
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            Clear();
            _counting = false;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        lock (_gate)
        {
            if (_live && _counting)
            {
                _output.Write($"\r      {Stopwatch.GetElapsedTime(_started).TotalSeconds:0} s ");
                _shown = true;
            }
        }
    }

    private void Clear()
    {
        if (_shown)
        {
            _output.Write("\r" + new string(' ', 20) + "\r");
            _shown = false;
        }
    }
}
