using Spectre.Console;

namespace Sealcam.Tool.Run;

/// <summary>The views for people: a table that lives in place on a terminal, a line every few seconds elsewhere.</summary>
internal static class RunViews
{
    public static IRunView ForConsole() => AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
        ? new LiveView()
        : new LineView();

    internal static void Greet(Uri? gallery, RunOptions options)
    {
        string end = options.Stills > 0 ? $"{options.Stills} stills each" : options.For is { } time ? $"for {time}" : "Ctrl-C ends it";
        if (gallery != null)
        {
            AnsiConsole.MarkupInterpolated($"Gallery: [link]{gallery}[/]   ");
        }

        AnsiConsole.MarkupLineInterpolated(
            $"{options.Cameras} simulated cameras, a still every {options.Interval.TotalSeconds:0.###} s, {end}.");
    }

    internal static Table NewTable() => new Table().RoundedBorder()
        .AddColumns("camera", "device", "captured", "receipted", "waiting", "refused", "dropped", "retried", "handshakes", "ms to receipt");

    internal static void AddRow(Table table, CameraSummary camera, int waiting) => table.AddRow(
        Markup.Escape(camera.Name),
        camera.Id is null ? "-" : DeviceId.Fingerprint(camera.Id),
        camera.Captured.ToString(),
        camera.Receipted.ToString(),
        waiting.ToString(),
        (camera.RefusedByAgent + camera.RefusedByServer).ToString(),
        camera.Dropped.ToString(),
        camera.Retried.ToString(),
        camera.Handshakes.ToString(),
        camera.CaptureToReceiptMs.Median?.ToString() ?? "-");

    internal static void Conclude(Summary summary, IReadOnlyList<string> faults)
    {
        Table table = NewTable();
        foreach (CameraSummary camera in summary.Cameras)
        {
            AddRow(table, camera, camera.Captured + camera.Recovered - camera.Receipted - camera.Dropped - camera.RefusedByServer);
        }

        AnsiConsole.Write(table);
        foreach (string fault in faults)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{fault}[/]");
        }

        AnsiConsole.MarkupLineInterpolated(summary.Stored is null
            ? (FormattableString)$"{summary.Seconds} s. What arrived is the server's to say: verify its folder."
            : $"{summary.Stored} stored, {summary.Verified} verified, {summary.Seconds} s.");
        if (summary.Faults is { } faultsMet)
        {
            AnsiConsole.MarkupLineInterpolated($"{faultsMet.Met} faults met by {faultsMet.Connections} connections.");
        }

        if (summary.Heap is { } heap)
        {
            AnsiConsole.WriteLine($"Managed heap of the cameras after a full collection: {Kb(heap.Start)} KB at start, "
                + $"{Kb(heap.Peak)} KB at most, {Kb(heap.End)} KB at the end; first tenth {Kb(heap.FirstTenth)} KB, last tenth "
                + $"{Kb(heap.LastTenth)} KB of {heap.Samples.Count} samples.");
        }

        string arrived = summary.Stored is null ? "receipted" : "receipted and verified";
        AnsiConsole.MarkupLine(summary.IsWhole
            ? $"[green]Every captured still was {arrived}.[/]"
            : $"[red]Not every captured still was {arrived}.[/]");

        static long Kb(long bytes) => bytes / 1024;
    }
}

/// <summary>A line every five seconds, for output that is not a terminal.</summary>
internal sealed class LineView : IRunView
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private DateTime _next;

    public void Started(Uri? gallery, RunOptions options) => RunViews.Greet(gallery, options);

    public void Show(IReadOnlyList<SimulatedCamera> cameras, string server)
    {
        if (DateTime.UtcNow < _next)
        {
            return;
        }

        _next = DateTime.UtcNow + Every;
        Console.WriteLine($"captured {cameras.Sum(camera => camera.Counters.Captured)}, receipted "
            + $"{cameras.Sum(camera => camera.Counters.Receipted)}, waiting {cameras.Sum(camera => camera.Waiting)}; {server}");
    }

    public void Ended(Summary summary, IReadOnlyList<string> faults) => RunViews.Conclude(summary, faults);
}
