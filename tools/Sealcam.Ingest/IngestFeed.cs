using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Sealcam.Ingest;

/// <summary>What happens, told to whoever listens: the command line by events, browsers by streams.</summary>
internal sealed class IngestFeed(IngestCounters counters)
{
    /// <summary>Items: a browser further behind is cut off; it comes back and asks for everything anew.</summary>
    private const int Backlog = 256;

    private readonly ConcurrentDictionary<Channel<FeedItem>, bool> _streams = [];

    public event Action<StillRow, bool>? StillKept;

    public event Action<Refusal>? Refused;

    public event Action<Alarm>? AlarmRaised;

    public int Streams => _streams.Count;

    public void Keep(StillRow row, bool again)
    {
        if (again)
        {
            counters.CountAgain();
        }
        else
        {
            counters.CountStored();
            Publish(new FeedItem("still", row.Device));
        }

        StillKept?.Invoke(row, again);
    }

    public void Refuse(Refusal refusal)
    {
        counters.CountRefused(refusal.Code);
        Refused?.Invoke(refusal);
    }

    public void Raise(Alarm alarm)
    {
        counters.CountAlarm();
        Publish(new FeedItem("alarm", null));
        AlarmRaised?.Invoke(alarm);
    }

    public void KeepHealth(string device) => Publish(new FeedItem("health", device));

    /// <summary>A camera's mark or one of its stills changed.</summary>
    public void Change(string device) => Publish(new FeedItem("camera", device));

    public void Change(StillRow row) => Change(row.Device);

    public void AlarmsChanged() => Publish(new FeedItem("alarm", null));

    public Channel<FeedItem> Open()
    {
        Channel<FeedItem> stream = Channel.CreateBounded<FeedItem>(new BoundedChannelOptions(Backlog) { SingleReader = true });
        _streams[stream] = true;
        return stream;
    }

    public void Close(Channel<FeedItem> stream)
    {
        _streams.TryRemove(stream, out _);
        stream.Writer.TryComplete();
    }

    private void Publish(FeedItem item)
    {
        foreach (Channel<FeedItem> stream in _streams.Keys)
        {
            if (!stream.Writer.TryWrite(item))
            {
                Close(stream);
            }
        }
    }
}

/// <summary>A hint for browsers: which list changed. They ask for the content, which is then never out of step.</summary>
/// <param name="Name">still, health, camera or alarm.</param>
/// <param name="Device">Device ID as text, or null.</param>
internal sealed record FeedItem(string Name, string? Device);
