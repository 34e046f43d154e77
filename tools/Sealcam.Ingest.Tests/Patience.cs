using System.Diagnostics;

namespace Sealcam.Ingest.Tests;

/// <summary>Waiting for what must come. The bound is for a hang, not a measure: a busy machine may take long.</summary>
internal static class Patience
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<bool> reached, Func<string>? otherwise = null)
    {
        for (long start = Stopwatch.GetTimestamp(); !reached(); await Task.Delay(10))
        {
            if (Stopwatch.GetElapsedTime(start) > Bound)
            {
                Assert.Fail(otherwise?.Invoke() ?? $"not so within {Bound.TotalSeconds} s");
            }
        }
    }
}
