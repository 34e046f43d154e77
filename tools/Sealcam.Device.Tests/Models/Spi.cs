using System.Collections.Generic;
using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using Sealcam.Esp32;
using Sealcam.Sensors;

namespace System.Device.Spi;

using Configuration = nanoFramework.Hardware.Esp32.Configuration;

internal enum SpiMode
{
    Mode0,
    Mode1,
    Mode2,
    Mode3,
}

internal sealed class SpiConnectionSettings(int busId, int chipSelectLine)
{
    public int BusId { get; } = busId;

    public int ChipSelectLine { get; } = chipSelectLine;

    public SpiMode Mode { get; set; }

    public int ClockFrequency { get; set; }
}

/// <summary>A sensor on the SPI bus, with the pin that selects it.</summary>
internal sealed record SpiPart(ISpi Part, int Clock, int Mosi, int Miso, int Select, int MostHz);

/// <summary>
/// nanoFramework's SPI on ESP32 (nf-interpreter:targets/ESP32/_nanoCLR/System.Device.Spi/cpu_spi.cpp): pins must be mapped before;
/// a read takes two buffers of its size in internal RAM; more than max_transfer_sz, or a bounce buffer that finds no memory, is
/// ArgumentException.
/// </summary>
internal sealed class SpiDevice
{
    private const int TransferMost = 16384;

    private readonly SpiConnectionSettings _settings;
    private bool _selected;

    private SpiDevice(SpiConnectionSettings settings) => _settings = settings;

    /// <summary>The part at the bus, or null.</summary>
    public static SpiPart Part { get; set; }

    /// <summary>What the next transfers throw, or null; and what making a device throws.</summary>
    public static Exception Fault { get; set; }

    public static Exception OpenFault { get; set; }

    /// <summary>Bytes of the largest transfer.</summary>
    public static int Largest { get; private set; }

    public static SpiDevice Create(SpiConnectionSettings settings)
    {
        Largest = 0;
        if (OpenFault != null)
        {
            throw OpenFault;
        }

        if (Function(settings, 0) < 0 || Function(settings, 1) < 0 || Function(settings, 2) < 0)
        {
            throw new ArgumentException(null);
        }

        var device = new SpiDevice(settings);
        if (Part != null && Function(settings, 0) == Part.Clock && Function(settings, 1) == Part.Mosi && Function(settings, 2) == Part.Miso
            && settings.Mode == SpiMode.Mode0 && settings.ClockFrequency <= Part.MostHz && settings.ChipSelectLine < 0)
        {
            Pins.Watchers[Part.Select] = device.Select;
            if (Pins.Levels.GetValueOrDefault(Part.Select) == PinValue.Low)
            {
                Sealcam.Esp32.Device.Deaths.Add("the part listens to what is not for it");
            }
        }

        return device;
    }

    public void Write(SpanByte data)
    {
        Demand(data.Length, 0);
        if (_selected)
        {
            Part.Part.Write(data.Array, data.Start, data.Length);
        }
    }

    /// <summary>A line that nobody drives reads as high.</summary>
    public void Read(SpanByte data)
    {
        Demand(data.Length, 2 * data.Length);
        Array.Fill(data.Array, (byte)0xFF, data.Start, data.Length);
        if (_selected)
        {
            Part.Part.Read(data.Array, data.Start, data.Length);
        }
    }

    private static int Function(SpiConnectionSettings settings, int which) => Configuration.GetFunctionPin(
        (settings.BusId == 1 ? DeviceFunction.SPI1_CLOCK : DeviceFunction.SPI2_CLOCK) + which);

    private static void Demand(int bytes, int memory)
    {
        if (Fault != null)
        {
            throw Fault;
        }

        Largest = Math.Max(Largest, bytes);
        if (bytes > TransferMost)
        {
            throw new ArgumentException(null);
        }

        if (NativeMemory.Free < memory)
        {
            throw new OutOfMemoryException();
        }
    }

    private void Select(PinValue value)
    {
        if (_selected == (value == PinValue.Low))
        {
            return;
        }

        _selected = !_selected;
        if (_selected)
        {
            Part.Part.Select();
        }
        else
        {
            Part.Part.Deselect();
        }
    }
}
