namespace Sealcam;

/// <summary>
/// Where stills go if not to a Sealcam receiver: it says how one is sent there and what the answers mean. An assembly of its own
/// has the one there is (Stores/), so that a board without it does not carry it.
/// </summary>
public abstract class StillTarget
{
    /// <summary>The exchange that the uplink uses for every still.</summary>
    public abstract StillExchange Exchange(Parts parts, WallClock wall, IOutbox outbox, Counters counters, RetryGate retry);
}
