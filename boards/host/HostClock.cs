using System;
using System.Diagnostics;
using System.Threading;

namespace Sealcam.Host;

/// <summary>
/// The host's monotonic timer, and a wall clock that starts as the machine's and can be set for this one board: the machine's
/// own clock is never touched, and twenty boards in one process may each be wrong in their own way.
/// </summary>
public sealed class HostClock : IClock
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _shiftTicks;

    public long UptimeMs => (long)Stopwatch.GetElapsedTime(_started).TotalMilliseconds;

    /// <summary>The board's wall clock, against which <see cref="SslLink"/> checks certificate dates.</summary>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow.AddTicks(Interlocked.Read(ref _shiftTicks));

    /// <summary>Within a second of the machine's time it stays the machine's, or whole seconds would make it jump.</summary>
    public void Set(long unixSeconds)
    {
        unixSeconds = Math.Clamp(unixSeconds, 0, uint.MaxValue);
        TimeSpan shift = DateTimeOffset.FromUnixTimeSeconds(unixSeconds) - DateTimeOffset.UtcNow;
        Interlocked.Exchange(ref _shiftTicks, shift.Duration() <= TimeSpan.FromSeconds(1) ? 0 : shift.Ticks);
    }
}
