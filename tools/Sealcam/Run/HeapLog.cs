using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Sealcam.Tool.Run;

/// <summary>
/// The managed bytes that are live after a full collection, looked at now and then. With the server in a process of its own they
/// are those of the agents, their host boards and, with faults, the proxy.
/// </summary>
internal sealed class HeapLog(TimeSpan warmUp)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<long> _samples = [];
    private TimeSpan _next = warmUp;

    /// <summary>Looks if it is time to.</summary>
    public void Look()
    {
        if (_watch.Elapsed >= _next)
        {
            _next = _watch.Elapsed + Every;
            Sample();
        }
    }

    /// <summary>Looks once more and says what it was.</summary>
    public HeapFigures Conclude()
    {
        Sample();
        int tail = Math.Max(1, _samples.Count / 10);
        return new HeapFigures(_samples[0], _samples.Max(), _samples[^1],
            (long)_samples.Take(tail).Average(), (long)_samples.TakeLast(tail).Average(), _samples);
    }

    private void Sample()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        _samples.Add(GC.GetTotalMemory(forceFullCollection: false));
    }
}

/// <summary>Bytes, each after a full collection.</summary>
/// <param name="Start">After the warm-up.</param>
/// <param name="Peak">The most.</param>
/// <param name="End">With everything shipped.</param>
/// <param name="FirstTenth">Average of the first tenth of the samples.</param>
/// <param name="LastTenth">Average of the last tenth.</param>
/// <param name="Samples">All of them, 10 s apart.</param>
internal sealed record HeapFigures(
    [property: JsonPropertyName("startBytes")] long Start,
    [property: JsonPropertyName("peakBytes")] long Peak,
    [property: JsonPropertyName("endBytes")] long End,
    [property: JsonPropertyName("firstTenthBytes")] long FirstTenth,
    [property: JsonPropertyName("lastTenthBytes")] long LastTenth,
    [property: JsonPropertyName("samples")] IReadOnlyList<long> Samples);
