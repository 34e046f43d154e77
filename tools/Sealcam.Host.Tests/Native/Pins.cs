using System;
using System.Collections.Generic;

namespace System.Device.Gpio
{
    internal enum PinMode
    {
        Input,
        InputPullDown,
        InputPullUp,
        Output,
    }

    internal enum PinValue
    {
        Low,
        High,
    }

    internal sealed class PinValueChangedEventArgs : EventArgs;

    internal delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);

    internal sealed class GpioController
    {
        /// <summary>Levels of all pins, from outside or from the program.</summary>
        public static Dictionary<int, PinValue> Levels { get; } = [];

        public static Dictionary<int, GpioPin> Open { get; } = [];

        public GpioPin OpenPin(int number, PinMode mode)
        {
            Open.Add(number, new GpioPin(number));
            Levels[number] = mode == PinMode.InputPullUp ? PinValue.High : PinValue.Low;
            return Open[number];
        }
    }

    internal sealed class GpioPin(int number)
    {
        public event PinValueChangedEventHandler ValueChanged;

        public PinValue Read() => GpioController.Levels[number];

        public void Write(PinValue value) => GpioController.Levels[number] = value;

        /// <summary>From outside; the platform's event thread runs at once.</summary>
        public void Drive(PinValue value)
        {
            Write(value);
            ValueChanged?.Invoke(this, new PinValueChangedEventArgs());
        }
    }
}

namespace nanoFramework.Hardware.Esp32
{
    /// <summary>The program does not go on behind the call that throws this.</summary>
    internal sealed class GoneException(string how) : Exception(how);

    internal enum EspNativeError
    {
        OK,
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

        public static EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level)
        {
            Pin = (ulong)pin;
            PinLevel = level;
            return EspNativeError.OK;
        }

        public static void StartDeepSleep() => throw new GoneException("asleep");
    }

    internal static class NativeMemory
    {
        public enum MemoryType
        {
            All,
            Internal,
            SpiRam,
        }

        public static uint Free { get; set; }

        public static void GetMemoryInfo(MemoryType type, out uint total, out uint free, out uint block)
        {
            total = type == MemoryType.SpiRam ? 0 : 300000u;
            free = type == MemoryType.SpiRam ? 0 : Free;
            block = free / 2;
        }
    }
}

namespace nanoFramework.Runtime.Native
{
    internal static class GC
    {
        public static uint Run(bool compact) => compact ? 60000u : 50000u;
    }

    internal static class Power
    {
        public static void RebootDevice() => throw new Hardware.Esp32.GoneException("restarted");
    }
}
