namespace Sealcam.Tests;

/// <summary>A whole agent on a <see cref="TalkLink"/>: polls and health reports on, as on a real board.</summary>
public sealed class Talk
{
    public readonly FakeClock Clock = new FakeClock();
    public readonly FakeStore Store = new FakeStore();
    public readonly FakeEntropy Entropy = new FakeEntropy();
    public readonly CollectingLog Log = new CollectingLog();
    public readonly Settings Settings = new Settings
    {
        Host = "ingest.test", HealthPath = null, OutboxBytes = 3 * Limits.LeafBytes,
    };

    public readonly FakeCamera Camera;
    public readonly TalkLink Link;
    public IBoardInfo Info;
    public Agent Agent;

    /// <summary>Stills of some 1,200 bytes, one each interval (ms; 0: only when asked).</summary>
    public Talk(int intervalMs)
    {
        Camera = new FakeCamera(Clock, 1200);
        Link = new TalkLink(Clock);
        Settings.IntervalMs = intervalMs;
        TestIdentity.Put(Store, OrderBook.NewName, TestIdentity.Record(0));
    }

    public Counters Counters => Agent.Counters;

    public Talk Start() => Start(WallClock.Network);

    /// <summary>Power on with a time of this quality, or none.</summary>
    public Talk Start(int quality)
    {
        Parts parts = new Parts
        {
            Camera = Camera, Link = Link, Store = Store, Clock = Clock, Entropy = Entropy, Mac = new ManagedMac(),
            Log = Log, Info = Info,
        };
        Agent = null;  // two at once are more than the emulator's heap holds
        Agent = new Agent(parts, Settings);
        Agent.Clock.Offer(1790000000, quality);
        return this;
    }

    /// <summary>Steps as a board's loop does, for so long (ms).</summary>
    public void Run(long ms)
    {
        long end = Clock.UptimeMs + ms;
        while (Clock.UptimeMs < end)
        {
            int wait = Agent.Step();
            long left = end - Clock.UptimeMs;
            Clock.UptimeMs += wait < left ? wait : left;
        }
    }
}
