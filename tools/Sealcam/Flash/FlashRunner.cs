using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Flashing;

/// <summary>What a run has at hand, so that tests can give it other hands.</summary>
internal sealed record FlashMeans
{
    /// <summary>Path of nanoff.</summary>
    public required string NanoffPath { get; init; }

    public required FlashView View { get; init; }

    /// <summary>Says what a person must do, and returns when it is done.</summary>
    public required Action<string> Hand { get; init; }

    /// <summary>The board's console, opened when it is called; null if there is none.</summary>
    public Func<ILine>? Console { get; init; }

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two tries to reach firmware that has just been reset.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(4);
}

/// <summary>Carries out a plan. The first step that fails ends it.</summary>
internal sealed class FlashRunner(FlashRequest request, FlashMeans means)
{
    private readonly IReadOnlyList<FlashStep> _steps = FlashPlan.Make(request);
    private string? _fault;
    private int _exit = ExitCode.Ok;

    /// <summary>Returns the process's exit code; <paramref name="fault"/> is the sentence if it is not 0.</summary>
    public int Run(out string? fault, CancellationToken cancel)
    {
        _exit = RunAsync(cancel).GetAwaiter().GetResult();
        fault = _fault;
        return _exit;
    }

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        using var work = new WorkFolder(request);
        int count = _steps.Count + (means.Console == null ? 0 : 1);
        ILine? console = null;
        try
        {
            for (int i = 0; i < _steps.Count && _fault == null; i++)
            {
                // Opened before the last step, the restart, or the line would be over when it is.
                console = i == _steps.Count - 1 ? means.Console?.Invoke() : null;
                means.View.Begin(i + 1, count, _steps[i]);
                await CarryOutAsync(_steps[i], work.Path, cancel);
                means.View.End();
            }

            if (_fault == null && console != null)
            {
                Listen(console, count, cancel);
            }
        }
        finally
        {
            means.View.End();
            console?.Dispose();
        }

        return _exit;
    }

    private async Task CarryOutAsync(FlashStep step, string folder, CancellationToken cancel)
    {
        if (step.Kind == StepKind.Hand)
        {
            means.Hand(step.Title);
            return;
        }

        if (step.Kind == StepKind.Files && !Note(identity => identity.Begin()))
        {
            return;
        }

        (int status, string said) = await TryAsync(step, folder, cancel);
        if (step.Kind == StepKind.Build)
        {
            Judge(status == 0 && File.Exists(request.Image) ? null : "The application does not build; the compiler's "
                + "lines above say why. "
                + "nanoFramework's packages must be reachable: 'dotnet nuget list source' should name a feed that has them.");
            return;
        }

        Judge(NanoffOutcome.Fault(step.Kind, status, said));
        if (_fault == null && step.Kind == StepKind.Version)
        {
            Judge(Nanoff.VersionFault(said));
        }
        else if (_fault == null && step.Kind == StepKind.Natives)
        {
            Judge(NativeCheck.Fault(said, Wanted()), ExitCode.Lost);
        }
        else if (_fault == null && step.Kind == StepKind.Files)
        {
            Note(identity => identity.End());
        }
    }

    /// <summary>Without the note the same identity could go onto a second board: false, and the run ends.</summary>
    private bool Note(Action<DeployedIdentity> write)
    {
        try
        {
            if (request.Identity != null)
            {
                write(request.Identity);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Judge($"The device's folder does not take the note that its identity is deployed: {e.Message}");
            return false;
        }
    }

    /// <summary>
    /// Firmware that has just been reset takes seconds to answer, and a port that the chip itself makes is gone meanwhile.
    /// </summary>
    private async Task<(int Status, string Said)> TryAsync(FlashStep step, string folder, CancellationToken cancel)
    {
        string program = step.IsNanoff ? means.NanoffPath : step.Command[0];
        for (int tries = step.Kind == StepKind.Natives ? 3 : 1; ; tries--)
        {
            (int Status, string Said) done = await ChildRun.RunAsync(program, step.Command.Skip(1), step.IsNanoff ? folder : null,
                means.View.Say, cancel);
            if (done.Status == 0 || tries == 1
                || NanoffOutcome.Code(done.Status, done.Said) is not (2000 or 2001 or 2002 or 6000))
            {
                return done;
            }

            means.View.Say("it does not answer yet; once more");
            await Task.Delay(means.Pause, cancel);
        }
    }

    private IEnumerable<NativeAssembly> Wanted() =>
        request.ClrFile == null ? FlashPins.Natives : FlashPins.Natives.Append(FlashPins.Dvp);

    private void Listen(ILine console, int count, CancellationToken cancel)
    {
        means.View.Begin(count, count, new FlashStep(StepKind.Restart, $"first line of the board on {console.Name}", []));
        var first = new FirstLine(console, request.Board.Name, means.View.Say);
        first.Wait(means.Patience, cancel);
        Judge(first.Fault, ExitCode.Lost);
    }

    private void Judge(string? fault, int exit = ExitCode.Environment)
    {
        if (fault != null)
        {
            _fault = fault;
            _exit = exit;
        }
    }
}
