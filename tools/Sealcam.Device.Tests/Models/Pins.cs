using System;
using System.Collections.Generic;
using System.Linq;
using nanoFramework.Hardware.Esp32;
using Sealcam.Esp32;

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

    /// <summary>What each pin is used for, and its level.</summary>
    internal static class Pins
    {
        /// <summary>Levels of all pins, from outside or from the program.</summary>
        public static Dictionary<int, PinValue> Levels { get; } = [];

        public static Dictionary<int, GpioPin> Open { get; } = [];

        /// <summary>Pins that the firmware's own table of reservations has (cpu_gpio.cpp, CPU_GPIO_ReservePin).</summary>
        public static HashSet<int> Reserved { get; } = [];

        /// <summary>What the program made of each pin, whether or not the firmware would have minded.</summary>
        public static Dictionary<int, List<string>> Uses { get; } = [];

        /// <summary>Told of each write of the program.</summary>
        public static Dictionary<int, Action<PinValue>> Watchers { get; } = [];

        /// <summary>What reading a pin throws, or null.</summary>
        public static Exception Fault { get; set; }

        public static void Clear()
        {
            Fault = null;
            Levels.Clear();
            Open.Clear();
            Reserved.Clear();
            Uses.Clear();
            Watchers.Clear();
        }

        public static void Use(int pin, string what)
        {
            if (!Uses.TryGetValue(pin, out List<string> uses))
            {
                Uses[pin] = uses = [];
            }

            uses.Add(what);
        }

        /// <summary>Pins with more than one use, and those of flash and PSRAM: what a data sheet would have told.</summary>
        public static string Conflicts() => string.Join("; ", Uses.Where(u => u.Value.Distinct().Count() > 1 || Chip.IsMemory(u.Key))
            .Select(u => u.Key + ": " + string.Join(", ", u.Value)));

        /// <summary>False: somebody has it, or there is none such.</summary>
        public static bool Reserve(int pin) => Chip.HasPin(pin) && !Chip.IsFlash(pin) && Reserved.Add(pin);
    }

    /// <summary>Opening takes the pin's place in the table; a pin that is taken throws (System.Device.Gpio, InternalOpenPin).</summary>
    internal sealed class GpioController
    {
        public GpioPin OpenPin(int number, PinMode mode)
        {
            if (!Pins.Reserve(number))
            {
                throw new InvalidOperationException();
            }

            if (mode == PinMode.Output && !Chip.IsOutput(number))
            {
                throw new ArgumentException(null);
            }

            Pins.Use(number, "GPIO");
            Pins.Open.Add(number, new GpioPin(number));
            Pins.Levels.TryAdd(number, mode == PinMode.InputPullUp ? PinValue.High : PinValue.Low);
            return Pins.Open[number];
        }
    }

    internal sealed class GpioPin(int number)
    {
        public event PinValueChangedEventHandler ValueChanged;

        public PinValue Read() => Pins.Fault == null ? Pins.Levels[number] : throw Pins.Fault;

        public void Write(PinValue value)
        {
            Pins.Levels[number] = value;
            if (Pins.Watchers.TryGetValue(number, out Action<PinValue> watcher))
            {
                watcher(value);
            }
        }

        /// <summary>From outside; the platform's event thread runs at once.</summary>
        public void Drive(PinValue value)
        {
            Pins.Levels[number] = value;
            ValueChanged?.Invoke(this, new PinValueChangedEventArgs());
        }
    }
}

namespace nanoFramework.Hardware.Esp32
{
    internal enum DeviceFunction
    {
        SPI1_CLOCK,
        SPI1_MOSI,
        SPI1_MISO,
        SPI2_CLOCK,
        SPI2_MOSI,
        SPI2_MISO,
        I2C1_DATA,
        I2C1_CLOCK,
        I2C2_DATA,
        I2C2_CLOCK,
        COM2_TX,
        COM2_RX,
        COM3_TX,
        COM3_RX,
        SDMMC1_CLOCK,
        SDMMC1_COMMAND,
        SDMMC1_D0,
    }

    /// <summary>
    /// The map of functions to pins: outputs must be able to put out, and the pins of SDMMC can be set on ESP32-S3 alone
    /// (nf-interpreter:targets/ESP32/_common/DeviceMapping_common.cpp, Esp32_SetMappedDevicePins).
    /// </summary>
    internal static class Configuration
    {
        private static readonly Dictionary<DeviceFunction, int> s_map = [];

        public static void Clear()
        {
            s_map.Clear();

            // ESP32_DeviceMapping.cpp, ESP32_S3_DeviceMapping.cpp: what is there before a program sets anything.
            s_map[DeviceFunction.SDMMC1_CLOCK] = Chip.IsS3 ? 36 : 14;
            s_map[DeviceFunction.SDMMC1_COMMAND] = Chip.IsS3 ? 35 : 15;
            s_map[DeviceFunction.SDMMC1_D0] = Chip.IsS3 ? 37 : 2;
        }

        public static void SetPinFunction(int pin, DeviceFunction function)
        {
            bool reads = function is DeviceFunction.SPI1_MISO or DeviceFunction.SPI2_MISO
                or DeviceFunction.COM2_RX or DeviceFunction.COM3_RX;
            bool fixedPins = function >= DeviceFunction.SDMMC1_CLOCK && !Chip.IsS3;
            if (fixedPins || !Chip.HasPin(pin) || (!reads && !Chip.IsOutput(pin)))
            {
                throw new ArgumentException(null);
            }

            s_map[function] = pin;
            global::System.Device.Gpio.Pins.Use(pin, function.ToString());
        }

        /// <summary>-1 for none.</summary>
        public static int GetFunctionPin(DeviceFunction function) => s_map.GetValueOrDefault(function, -1);
    }
}
