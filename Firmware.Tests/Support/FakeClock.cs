namespace Sealcam.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock : IClock
{
    public long UptimeMs { get; set; }

    /// <summary>What the agent set the board's clock to (Unix seconds), 0 if never.</summary>
    public long SetTo;

    public int Sets;

    public void Set(long unixSeconds)
    {
        SetTo = unixSeconds;
        Sets++;
    }
}
