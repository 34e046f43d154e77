namespace Sealcam.Tests.Models;

/// <summary>Simulated time. It moves when a test moves it and while a model's bus transfers bytes.</summary>
public sealed class SimClock : IClock
{
    /// <summary>Microseconds since this boot.</summary>
    public long Us { get; private set; }

    public long UptimeMs => Us / 1000;

    public void Set(long unixSeconds)
    {
    }

    public void Advance(int ms) => Us += ms * 1000L;

    public void AdvanceUs(long us) => Us += us;
}
