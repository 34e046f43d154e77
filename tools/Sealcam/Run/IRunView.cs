namespace Sealcam.Tool.Run;

/// <summary>What a person, or a script, sees of a run.</summary>
internal interface IRunView
{
    void Started(Uri? gallery, RunOptions options);

    /// <summary>Called ten times a second.</summary>
    void Show(IReadOnlyList<SimulatedCamera> cameras, string server);

    void Ended(Summary summary, IReadOnlyList<string> faults);
}

/// <summary>For scripts: one JSON object on standard output at the end, faults on standard error.</summary>
internal sealed class SilentView : IRunView
{
    public void Started(Uri? gallery, RunOptions options)
    {
    }

    public void Show(IReadOnlyList<SimulatedCamera> cameras, string server)
    {
    }

    public void Ended(Summary summary, IReadOnlyList<string> faults)
    {
        foreach (string fault in faults)
        {
            Console.Error.WriteLine($"sealcam: {fault}");
        }

        Console.Out.WriteLine(summary.ToJson());
    }
}
