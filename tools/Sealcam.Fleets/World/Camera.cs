using System.Buffers.Binary;
using Sealcam.Fleets.Storm;
using Sealcam.Host;

namespace Sealcam.Fleets.World;

/// <summary>One camera of the fleet: the real agent on small parts.</summary>
internal sealed class Camera
{
    /// <summary>How long it is watched after it is back: one that loses its connection again must not go unseen.</summary>
    private const int WatchMs = 3000;

    /// <summary>A still waits in an outage, and no more of them than there is room for.</summary>
    private const int IntervalMs = 400_000, OutboxBlocks = 4;

    private const int MostStepsAtOnce = 100_000;
    private readonly Scenario _scenario;
    private readonly CameraClock _clock;
    private readonly SimulatedLink _link;
    private readonly Agent _agent;

    /// <summary>The camera of this number in the fleet: its key follows from that and the seed.</summary>
    public Camera(Scenario scenario, Reception reception, Attempts attempts, IEntropy entropy, int number, int seed, int bootMs)
    {
        _scenario = scenario;
        BootMs = bootMs;
        _clock = new CameraClock(bootMs) { NowMs = bootMs };
        _link = new SimulatedLink(scenario, reception, attempts, _clock);
        var store = new MemoryStore();
        Identities.Deploy(store, Identity(number, seed));
        var parts = new Parts
        {
            Camera = new SmallCamera(_clock), Link = _link, Store = store, Clock = _clock, Entropy = entropy,
            Mac = new HostMac(), Log = new NoLog(), Info = new HostInfo(),
        };
        _agent = new Agent(parts, new Settings
        {
            Host = "ingest.test", IntervalMs = IntervalMs, OutboxBytes = OutboxBlocks * Limits.LeafBytes,
        });
        _agent.Clock.Offer(Answers.Now(bootMs), WallClock.Network);
    }

    public int BootMs { get; }

    /// <summary>
    /// ms of the run when the server, back again, took a request of this camera; -1 if it has not, or the camera has lost
    /// that connection or does not find it good.
    /// </summary>
    public long BackMs => _agent.Uplink.IsHealthy ? _link.TakenMs : -1;

    /// <summary>It had a connection at the moment of the loss.</summary>
    public bool WasConnected { get; private set; }

    /// <summary>Stills that are neither delivered nor kept, or not delivered yet, and a health report that is due.</summary>
    public int Owed => (int)(_agent.Counters.Captured - _agent.Counters.Receipted) + (_agent.OwesReport ? 1 : 0);

    public int Stills => (int)_agent.Counters.Receipted;

    /// <summary>
    /// Lets the agent work at this moment. Returns when it wants to work again (ms of the run), or -1: it need not any
    /// more.
    /// </summary>
    public long Run(long nowMs)
    {
        _clock.NowMs = nowMs;
        WasConnected = nowMs < _scenario.LossMs ? _link.OpenedMs >= 0 && _agent.Uplink.IsHealthy : WasConnected;
        for (int steps = 0; steps < MostStepsAtOnce; steps++)
        {
            int wait = _agent.Step();
            if (BackMs >= 0 && Owed == 0 && _clock.NowMs >= BackMs + WatchMs)
            {
                return -1;
            }

            if (wait > 0 || _clock.NowMs != nowMs)
            {
                return _clock.NowMs + wait;
            }
        }

        throw new InvalidOperationException("an agent does not come to rest");
    }

    private static OrderRecord Identity(int number, int seed)
    {
        var record = new OrderRecord { Last = 0, Simulated = true };
        BinaryPrimitives.WriteInt32BigEndian(record.Key, number + 1);
        BinaryPrimitives.WriteInt32BigEndian(record.Key.AsSpan(4), seed);
        record.Key[31] = 1;
        P256Key.EvenY(record.Key, record.Id);
        return record;
    }
}
