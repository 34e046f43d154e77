using Spectre.Console;

namespace Sealcam.Tool.Run;

/// <summary>A table that is drawn over itself in place.</summary>
internal sealed class LiveView : IRunView
{
    private int _drawnLines;

    public void Started(Uri? gallery, RunOptions options) => RunViews.Greet(gallery, options);

    public void Show(IReadOnlyList<SimulatedCamera> cameras, string server)
    {
        Table table = RunViews.NewTable();
        foreach (SimulatedCamera camera in cameras)
        {
            RunViews.AddRow(table, camera.Summarise(), camera.Waiting);
        }

        Erase();
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"server: {server}");
        _drawnLines = cameras.Count + 5;
    }

    public void Ended(Summary summary, IReadOnlyList<string> faults)
    {
        Erase();
        RunViews.Conclude(summary, faults);
    }

    private void Erase()
    {
        if (_drawnLines > 0)
        {
            AnsiConsole.Cursor.MoveUp(_drawnLines);
            AnsiConsole.Write(new ControlCode("\u001b[0J"));
            _drawnLines = 0;
        }
    }
}
