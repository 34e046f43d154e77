namespace Sealcam;

/// <summary>
/// The board's timer and its real-time clock. The agent decides how far to trust the time; see <c>WallClock</c>.
/// </summary>
public interface IClock
{
    /// <summary>Milliseconds since this boot; never goes back. The agent reads no other time to schedule.</summary>
    long UptimeMs { get; }

    /// <summary>Sets the clock against which the platform's TLS checks certificate dates (Unix seconds, UTC).</summary>
    void Set(long unixSeconds);
}
