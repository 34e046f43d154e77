using Sealcam.Ingest;

namespace Sealcam.Tool.Run;

/// <summary>The ingest server of a run, wherever it lives.</summary>
internal interface IRunServer : IAsyncDisposable
{
    int DevicesPort { get; }

    /// <summary>Null if only its operator knows.</summary>
    Uri? Gallery { get; }

    /// <summary>What it did so far, in a few words. Asked ten times a second.</summary>
    string Progress { get; }

    /// <summary>Stills stored by this run, and those of them that are proved authentic. Null: it cannot be asked.</summary>
    Task<(long Stored, long Verified)?> CountAsync();

    /// <summary>
    /// Why it ended, once it has ended of itself. Never for one that can only end with this process, or with its operator.
    /// </summary>
    Task<string> Ended { get; }
}

/// <summary>Somebody else's: of what arrived there are the receipts to go by.</summary>
internal sealed class OtherServer(ServerAddress address) : IRunServer
{
    public int DevicesPort => address.Port;

    public Uri? Gallery => null;

    public Task<string> Ended { get; } = new TaskCompletionSource<string>().Task;

    public string Progress => $"{address.Host}:{address.Port}";

    public Task<(long Stored, long Verified)?> CountAsync() => Task.FromResult<(long, long)?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>In this process: nothing to start, and its counters at hand.</summary>
internal sealed class OwnServer(IngestServer server) : IRunServer
{
    public int DevicesPort => server.DevicesPort;

    public Uri? Gallery => server.GalleryAddress;

    public Task<string> Ended { get; } = new TaskCompletionSource<string>().Task;

    public string Progress => $"{server.Counters.Stored} stored, {server.Counters.Refused} refused, {server.Counters.Alarms} alarms";

    public Task<(long Stored, long Verified)?> CountAsync() =>
        Task.FromResult<(long, long)?>((server.Counters.Stored, server.Counters.Verified));

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
