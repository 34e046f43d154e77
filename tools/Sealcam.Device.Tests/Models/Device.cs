using System;
using System.Collections.Generic;
using Sealcam.Tests.Models;

namespace Sealcam.Esp32
{
    /// <summary>
    /// The device under the adapters: its timer, its clock, and what would have ended it. The models beside this file are those of
    /// nanoFramework's classes that the adapters use, with the ways of their native parts (nf-interpreter, System.Net,
    /// System.IO.FileSystem at the commits that the adapters name). One device a process: tests with it do not run side by side.
    /// </summary>
    internal static class Device
    {
        private static long s_rtcUs;

        /// <summary>Null pointers followed, waits without an end, native code that spins: no exception would tell of them.</summary>
        public static List<string> Deaths { get; } = [];

        /// <summary>The timer; parts on the buses move it too.</summary>
        public static SimClock Time { get; private set; } = new();

        public static long UptimeMs => Time.UptimeMs;

        /// <summary>The platform's clock, as SNTP or a program last set it; it goes on over a restart.</summary>
        public static System.DateTime Rtc
        {
            get => System.DateTime.UnixEpoch.AddTicks((s_rtcUs + Time.Us) * 10);
            set => s_rtcUs = (value - System.DateTime.UnixEpoch).Ticks / 10 - Time.Us;
        }

        /// <summary>How the program ended, "restarted" or "asleep"; null while it runs.</summary>
        public static string Gone { get; private set; }

        public static void PowerOn()
        {
            s_rtcUs = -5000;
            Start();
            Random.Clear();
            nanoFramework.Hardware.Esp32.Chip.PowerOn();
        }

        /// <summary>A boot: RAM and what the drivers held are lost, files are what they were.</summary>
        public static void Start()
        {
            s_rtcUs += Time.Us - 5000;
            Time = new SimClock();
            Time.AdvanceUs(5000);
            Gone = null;
            Deaths.Clear();
            Cpu.Clear();
            Network.Clear();
            Air.Clear();
            Disk.CutPower();
            System.Device.Gpio.Pins.Clear();
            System.Device.I2c.I2cDevice.Clear();
            System.IO.Ports.SerialPort.Clear();
            nanoFramework.System.IO.FileSystem.SDCard.Clear();
        }

        public static void Pass(long ms) => Time.AdvanceUs(ms * 1000);

        public static InvalidOperationException Dies(string how)
        {
            Deaths.Add(how);
            return new InvalidOperationException(how);
        }

        public static void Goes(string how) => Gone ??= how;
    }

    /// <summary>The program does not go on behind the call that throws this.</summary>
    internal sealed class GoneException(string how) : Exception(how);

    /// <summary>The platform's DateTime as far as the adapters use it.</summary>
    internal static class DateTime
    {
        public static System.DateTime UtcNow => Device.Rtc;

        public static System.DateTime FromUnixTimeSeconds(long seconds) => System.DateTime.UnixEpoch.AddSeconds(seconds);

        public static long ToUnixTimeSeconds(this System.DateTime time) => (long)(time - System.DateTime.UnixEpoch).TotalSeconds;
    }

    /// <summary>The chip's generator, the same numbers in each run: a test that fails fails again.</summary>
    internal sealed class Random
    {
        private static System.Random s_numbers = new(38);

        public static void Clear() => s_numbers = new System.Random(38);

        public void NextBytes(byte[] buffer) => s_numbers.NextBytes(buffer);
    }

    /// <summary>A part of an array.</summary>
    internal readonly struct SpanByte
    {
        public SpanByte(byte[] array, int start, int length)
        {
            if (start < 0 || length < 0 || start + length > array.Length)
            {
                throw new ArgumentOutOfRangeException(null);
            }

            (Array, Start, Length) = (array, start, length);
        }

        public byte[] Array { get; }

        public int Start { get; }

        public int Length { get; }
    }
}
