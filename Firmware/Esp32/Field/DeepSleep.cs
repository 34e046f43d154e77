using System;
using nanoFramework.Hardware.Esp32;

namespace Sealcam.Esp32;

/// <summary>Deep sleep, and what woke the board from it.</summary>
/// <remarks>
/// Waking is a boot: RAM is lost, the order record takes a new boot count. The pin wakes by level (ext0), so one that is active
/// when the board goes to sleep wakes it at once; it must be an RTC pin (ESP32: 0, 2, 4, 12 to 15, 25 to 27, 32 to 39;
/// ESP32-S3: 0 to 21). Light sleep is not used: it refuses while Wi-Fi runs, and has hung (Home#1165). Stock firmware has no
/// reset reason: of a boot that no timer or pin caused nobody can say whether it was power, a crash or the watchdog chip.
/// </remarks>
public static class DeepSleep
{
    private const long TicksPerMs = 10000;

    /// <summary>The cause as text: timer, pin, or power or reset.</summary>
    public static string Cause()
    {
        switch ((int)Sleep.GetWakeupCause())
        {
            case (int)Sleep.WakeupCause.Timer:
                return "timer";
            case (int)Sleep.WakeupCause.Ext0:
            case (int)Sleep.WakeupCause.Ext1:
            case (int)Sleep.WakeupCause.Gpio:
                return "pin";
            default:
                return "power or reset";
        }
    }

    /// <summary>The board woke from deep sleep, so nobody switched it on.</summary>
    public static bool WokenByItself => (int)Sleep.GetWakeupCause() != (int)Sleep.WakeupCause.Undefined;

    /// <summary>
    /// Does not return. <paramref name="ms"/> 0: no timer; <paramref name="pin"/> -1: no pin. One of the two is needed: a board
    /// with neither would sleep until its power is cut, so it restarts instead.
    /// </summary>
    public static void Go(long ms, int pin, bool activeHigh)
    {
        bool wakes = ms > 0 && Sleep.EnableWakeupByTimer(new TimeSpan(ms * TicksPerMs)) == 0;
        if (pin >= 0)
        {
            wakes |= Sleep.EnableWakeupByPin((Sleep.WakeupGpioPin)(1UL << pin), activeHigh ? 1 : 0) == 0;
        }

        if (wakes)
        {
            Sleep.StartDeepSleep();
        }

        nanoFramework.Runtime.Native.Power.RebootDevice();
    }
}
