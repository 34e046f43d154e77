using System;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace Sealcam.Esp32;

/// <summary>
/// The chip's microsecond timer as uptime, and the real-time clock that TLS checks certificate dates against.
/// </summary>
/// <remarks>
/// Uptime is not Environment.TickCount64: on ESP32 that is FreeRTOS' 32-bit tick count in steps of 10 ms, which goes back to 0
/// after 497 days (nf-interpreter:targets/ESP32/_include/targetHAL_Time.h). The timer behind HighResTimer counts 64 bits of
/// microseconds. The platform's clock keeps running over a restart and SNTP moves it, unauthenticated, whenever it likes. Here
/// only a time that the agent has chosen counts: the clock is cleared at boot, and put back to the agent's time before each
/// handshake.
/// </remarks>
public sealed class Esp32Clock : IClock
{
    // 1970-01-01, where ESP32 starts without a battery: for certificates as good as unset.
    private long _unixMsAtBoot;

    public Esp32Clock()
    {
        _unixMsAtBoot = -UptimeMs;
        Restore();
    }

    public long UptimeMs => (long)(HighResTimer.GetCurrent() / 1000);

    /// <summary>True once the agent has chosen a time in this boot.</summary>
    public bool IsSet { get; private set; }

    /// <summary>
    /// Unix seconds by the last time that was set, carried on by the timer; counts from 1970-01-01 while unset.
    /// </summary>
    public long UnixSeconds => (_unixMsAtBoot + UptimeMs) / 1000;

    public void Set(long unixSeconds)
    {
        _unixMsAtBoot = unixSeconds * 1000 - UptimeMs;
        IsSet = true;
        Restore();
    }

    /// <summary>
    /// Puts the platform's clock, whoever has moved it since, back to the time of the last <see cref="Set"/>.
    /// </summary>
    public void Restore() => Rtc.SetSystemTime(DateTime.FromUnixTimeSeconds(UnixSeconds));
}
