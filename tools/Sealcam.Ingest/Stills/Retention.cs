using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest;

/// <summary>Prunes stills by age and by bytes, the oldest first and never the newest of a camera.</summary>
internal sealed class Retention(StillArchive archive, StillIndex index, RetentionOptions options, TimeProvider time, ILogger log)
{
    /// <summary>Rows at a time, so that a prune never holds the index for long.</summary>
    private const int Batch = 64;

    private readonly SemaphoreSlim _wanted = new(0, 1);

    /// <summary>Called after a still was stored: asks for a prune if the bytes are over the bound.</summary>
    public void Look()
    {
        if (archive.Bytes > options.Bytes && _wanted.CurrentCount == 0)
        {
            try
            {
                _wanted.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another still asked at the same moment.
            }
        }
    }

    /// <summary>Prunes whenever it is asked for, and at the stated interval, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                Prune();
                await _wanted.WaitAsync(options.Interval, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
            {
                log.LogError(fault, "Stills could not be pruned; it is tried again.");
                await Task.Delay(TimeSpan.FromSeconds(1), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Prunes what is due now; returns how many stills.</summary>
    public int Prune()
    {
        int pruned = 0;
        while (true)
        {
            List<StillRow> due = [];
            long bytes = archive.Bytes;
            foreach (StillRow row in index.Oldest(Batch))
            {
                if (bytes <= (options.Bytes ?? long.MaxValue) && !IsOld(row))
                {
                    break;
                }

                due.Add(row);
                bytes -= row.Bytes;
            }

            due.ForEach(archive.Prune);
            pruned += due.Count;
            if (due.Count < Batch)
            {
                break;
            }
        }

        if (pruned > 0)
        {
            log.LogInformation("Retention pruned {Count} stills.", pruned);
        }

        return pruned;
    }

    private bool IsOld(StillRow row) =>
        options.Age is { } age && time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(row.ReceivedMs) > age;
}
