using System;
using System.Collections.Generic;

namespace Sealcam.Esp32
{
    /// <summary>
    /// The device under the adapters: its timer, its clock, and what would have ended it. The models beside this file are those of
    /// nanoFramework's classes that the adapters use, with the ways of their native parts (nf-interpreter, System.Net,
    /// System.IO.FileSystem at the commits that the adapters name). One device a process: tests with it do not run side by side.
    /// </summary>
    internal static class Device
    {
        private static long s_us;

        /// <summary>Null pointers followed, waits without an end, native code that spins: no exception would tell of them.</summary>
        public static List<string> Deaths { get; } = [];

        public static long UptimeMs => s_us / 1000;

        /// <summary>The platform's clock, as SNTP or a program last set it.</summary>
        public static System.DateTime Rtc { get; set; }

        public static void PowerOn()
        {
            s_us = 5000;
            Rtc = System.DateTime.UnixEpoch;
            Deaths.Clear();
            Network.Clear();
        }

        public static void Pass(long ms)
        {
            s_us += ms * 1000;
            Rtc = Rtc.AddMilliseconds(ms);
        }

        public static InvalidOperationException Dies(string how)
        {
            Deaths.Add(how);
            return new InvalidOperationException(how);
        }
    }

    /// <summary>The platform's DateTime as far as the adapters use it.</summary>
    internal static class DateTime
    {
        public static System.DateTime UtcNow => Device.Rtc;

        public static System.DateTime FromUnixTimeSeconds(long seconds) => System.DateTime.UnixEpoch.AddSeconds(seconds);

        public static long ToUnixTimeSeconds(this System.DateTime time) => (long)(time - System.DateTime.UnixEpoch).TotalSeconds;
    }
}

namespace nanoFramework.Hardware.Esp32
{
    internal static class HighResTimer
    {
        public static ulong GetCurrent() => (ulong)Sealcam.Esp32.Device.UptimeMs * 1000;
    }
}

namespace nanoFramework.Runtime.Native
{
    internal static class Rtc
    {
        public static void SetSystemTime(DateTime time) => Sealcam.Esp32.Device.Rtc = time;
    }
}
