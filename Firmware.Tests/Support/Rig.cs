namespace Sealcam.Tests;

/// <summary>A whole agent on fakes. Steps it as a board's loop does, in a time that only the test moves.</summary>
public sealed class Rig
{
    public readonly FakeClock Clock = new FakeClock();
    public readonly FakeStore Store = new FakeStore();

    /// <summary>Storage for kept stills; null until a test sets it.</summary>
    public FakeFiles Files;
    public readonly FakeEntropy Entropy = new FakeEntropy();
    public readonly CollectingLog Log = new CollectingLog();
    public readonly Settings Settings = new Settings { Host = "ingest.test", RequestPath = null, HealthPath = null };
    public readonly FakeCamera Camera;
    public readonly FakeLink Link;
    public Agent Agent;

    /// <summary>Steps so far, those that returned a negative wait, and the most freezing link calls that one Step made.</summary>
    public int Steps, Negative, MostFreezing;

    /// <summary>An outbox of so many blocks; stills of so many bytes, so many of them, one each interval (ms).</summary>
    public Rig(int blocks, int stillBytes, int stills, int intervalMs)
    {
        Camera = new FakeCamera(Clock, stillBytes);
        Link = new FakeLink(Clock);
        Settings.OutboxBytes = blocks * Limits.LeafBytes;
        Settings.StillLimit = stills;
        Settings.IntervalMs = intervalMs;
        TestIdentity.Put(Store, OrderBook.NewName, TestIdentity.Record(0));
    }

    public Counters Counters => Agent.Counters;

    /// <summary>Power on. The clock is set as SNTP would.</summary>
    public Rig Start()
    {
        StartWithoutTime();
        Agent.Clock.Offer(1790000000, WallClock.Network);
        return this;
    }

    public Rig StartWithoutTime()
    {
        Parts parts = new Parts
        {
            Camera = Camera, Link = Link, Store = Store, Stills = Files, Clock = Clock, Entropy = Entropy, Mac = new ManagedMac(), Log = Log,
        };
        Agent = new Agent(parts, Settings);
        return this;
    }

    /// <summary>One Step, and then the time that it asked for, at most <paramref name="mostMs"/>.</summary>
    public int Step(int mostMs)
    {
        Link.Freezing = 0;
        int wait = Agent.Step();
        Steps++;
        Negative += wait < 0 ? 1 : 0;
        MostFreezing = Link.Freezing > MostFreezing ? Link.Freezing : MostFreezing;
        Clock.UptimeMs += wait < mostMs ? wait : mostMs;
        return wait;
    }

    /// <summary>Steps until all stills are captured and none waits, at most this long. True if it came to that.</summary>
    public bool Drain(long ms)
    {
        long end = Clock.UptimeMs + ms;
        while (!Agent.IsDrained && Clock.UptimeMs < end)
        {
            Step(60000);
        }

        return Agent.IsDrained;
    }

    public void Run(long ms)
    {
        long end = Clock.UptimeMs + ms;
        while (Clock.UptimeMs < end)
        {
            Step((int)(end - Clock.UptimeMs));
        }
    }

    /// <summary>True if the server gave the right receipt for each sequence from 1 to <paramref name="last"/>.</summary>
    public bool AllReceipted(int last)
    {
        for (int i = 1; i <= last; i++)
        {
            if (Link.Server.Receipts[i] == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What happened, for the message of a failed assertion.</summary>
    public string Story() =>
        "captured " + Counters.Captured + ", receipted " + Counters.Receipted + ", retried " + Counters.Retried
        + ", steps " + Steps + ", " + Log.All();
}
