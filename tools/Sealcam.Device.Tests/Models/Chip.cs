using System;
using Sealcam.Esp32;

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>The chip: classic ESP32, or ESP32-S3, both with PSRAM.</summary>
    internal static class Chip
    {
        public static bool IsS3 { get; set; }

        /// <summary>The ESP32-S3's PSRAM is an octal one, which takes more pins.</summary>
        public static bool IsOctal { get; set; }

        public static void PowerOn()
        {
            Configuration.Clear();
            NativeMemory.Free = 200000;
            Runtime.Native.GC.Free = 3000000;
            Aes.Room = -1;
            Sleep.Cause = Sleep.WakeupCause.Undefined;
            Sleep.Timer = TimeSpan.Zero;
            Sleep.Pin = 0;
            Sealcam.Esp32.Thread.FailsToStart = false;
        }

        /// <summary>ESP-IDF, soc_caps.h, SOC_GPIO_VALID_GPIO_MASK.</summary>
        public static bool HasPin(int pin) =>
            pin >= 0 && (IsS3 ? pin <= 48 && pin is < 22 or > 25 : pin <= 39 && pin is not (24 or 28 or 29 or 30 or 31));

        /// <summary>The same, SOC_GPIO_VALID_OUTPUT_GPIO_MASK.</summary>
        public static bool IsOutput(int pin) => HasPin(pin) && (IsS3 || pin < 34);

        /// <summary>Reserved by the firmware where there is PSRAM (nf-interpreter:.../cpu_gpio.cpp, CPU_GPIO_Initialize).</summary>
        public static bool IsFlash(int pin) => IsS3 ? pin is >= 26 and <= 32 : pin is >= 6 and <= 11;

        /// <summary>Of flash or PSRAM, reserved or not: WROVER has GPIO16 and 17 on the PSRAM, octal ESP32-S3 GPIO33 to 37.</summary>
        public static bool IsMemory(int pin) => IsFlash(pin) || (IsS3 ? IsOctal && pin is >= 33 and <= 37 : pin is 16 or 17);

        /// <summary>Can wake from deep sleep: RTC pins (ESP-IDF, rtc_io_periph.c of each chip).</summary>
        public static bool CanWake(int pin) =>
            IsS3 ? pin <= 21 : pin is 0 or 2 or 4 or (>= 12 and <= 15) or (>= 25 and <= 27) or (>= 32 and <= 39);
    }

    internal enum EspNativeError
    {
        OK,
        InvalidArgument = 0x102,
    }

    internal static class Sleep
    {
        public enum WakeupCause
        {
            Undefined = 0,
            Ext0 = 2,
            Ext1 = 3,
            Timer = 4,
            Gpio = 7,
        }

        public enum WakeupGpioPin : ulong
        {
        }

        public static WakeupCause Cause { get; set; }

        public static TimeSpan Timer { get; set; }

        public static ulong Pin { get; set; }

        public static int PinLevel { get; set; }

        public static WakeupCause GetWakeupCause() => Cause;

        public static EspNativeError EnableWakeupByTimer(TimeSpan time)
        {
            Timer = time;
            return EspNativeError.OK;
        }

        /// <summary>esp_sleep_enable_ext0_wakeup refuses a pin that is none of the RTC's.</summary>
        public static EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level)
        {
            if (!Chip.CanWake(global::System.Numerics.BitOperations.Log2((ulong)pin)))
            {
                return EspNativeError.InvalidArgument;
            }

            Pin = (ulong)pin;
            PinLevel = level;
            return EspNativeError.OK;
        }

        /// <summary>Waits for ever behind the native call (nanoFramework.Hardware.Esp32:Sleep.cs): nothing is run any more.</summary>
        public static void StartDeepSleep()
        {
            Device.Goes("asleep");
            throw new GoneException("asleep");
        }
    }

    internal static class NativeMemory
    {
        public enum MemoryType
        {
            All,
            Internal,
            SpiRam,
        }

        public static uint Free { get; set; } = 200000;

        public static void GetMemoryInfo(MemoryType type, out uint total, out uint free, out uint block)
        {
            total = type == MemoryType.SpiRam ? 0 : 300000u;
            free = type == MemoryType.SpiRam ? 0 : Free;
            block = free / 2;
        }
    }

    internal static class HighResTimer
    {
        public static ulong GetCurrent() => (ulong)Device.Time.Us;
    }
}

namespace nanoFramework.Runtime.Native
{
    internal static class GC
    {
        /// <summary>Bytes that are free in the managed heap.</summary>
        public static uint Free { get; set; } = 3000000;

        public static uint Run(bool compact)
        {
            Cpu.Collect();
            return compact ? Free + 10000 : Free;
        }
    }

    internal static class Power
    {
        /// <summary>Sets a flag and returns; see <see cref="Cpu"/>.</summary>
        public static void RebootDevice() => Device.Goes("restarted");
    }

    internal static class SystemInfo
    {
        public static string TargetName => Hardware.Esp32.Chip.IsS3 ? "ESP32_S3_OCTAL" : "ESP32_PSRAM_REV3";
    }

    internal static class Rtc
    {
        public static void SetSystemTime(global::System.DateTime time) => Device.Rtc = time;
    }
}
