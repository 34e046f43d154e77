namespace Sealcam.Host.Tests;

/// <summary>Time that stands still until a test moves it.</summary>
internal sealed class FakeClock : IClock
{
    public long UptimeMs { get; set; }

    public void Set(long unixSeconds)
    {
    }
}
