using System;
using System.Device.Gpio;
using System.Device.Spi;
using nanoFramework.Hardware.Esp32;
using Sealcam.Sensors;

namespace Sealcam.Esp32;

/// <summary>One SPI device with its chip select driven by hand.</summary>
/// <remarks>
/// The driver's own chip select rises after each call, which ends a FIFO burst, hence chipSelectLine -1 and a pin of ours. Each
/// transfer allocates two DMA buffers of its size in internal RAM (nf-interpreter:.../sys_dev_spi_native_..._SpiDevice.cpp),
/// which TLS needs too: 4,096 bytes a transfer, not more. Above 26 MHz the GPIO matrix garbles what comes in.
/// </remarks>
public sealed class SpiBus : ISpi
{
    private readonly int _bus, _clockPin, _mosiPin, _misoPin, _selectPin, _clockHz;
    private SpiDevice _device;
    private GpioPin _select;

    /// <summary>Bus 1 or 2 on the given pins, mode 0, with a select pin; the speed in Hz, at most 26 MHz.</summary>
    public SpiBus(int bus, int clockPin, int mosiPin, int misoPin, int selectPin, int clockHz)
    {
        _bus = bus;
        _clockPin = clockPin;
        _mosiPin = mosiPin;
        _misoPin = misoPin;
        _selectPin = selectPin;
        _clockHz = clockHz;
        try
        {
            Open();
        }
        catch (Exception)
        {
            // The first use tries again, and then it is a fault of the camera's: out of here it would end the program.
        }
    }

    public int ChunkBytes => 4096;

    public void Select()
    {
        if (_device == null)
        {
            Open();
        }

        _select.Write(PinValue.Low);
    }

    public void Deselect() => _select?.Write(PinValue.High);

    public void Write(byte[] buffer, int offset, int count) => _device.Write(new SpanByte(buffer, offset, count));

    public void Read(byte[] buffer, int offset, int count) => _device.Read(new SpanByte(buffer, offset, count));

    private void Open()
    {
        bool first = _bus == 1;
        Configuration.SetPinFunction(_clockPin, first ? DeviceFunction.SPI1_CLOCK : DeviceFunction.SPI2_CLOCK);
        Configuration.SetPinFunction(_mosiPin, first ? DeviceFunction.SPI1_MOSI : DeviceFunction.SPI2_MOSI);
        Configuration.SetPinFunction(_misoPin, first ? DeviceFunction.SPI1_MISO : DeviceFunction.SPI2_MISO);
        _select = _select ?? new GpioController().OpenPin(_selectPin, PinMode.Output);
        _select.Write(PinValue.High);
        _device = SpiDevice.Create(new SpiConnectionSettings(_bus, -1) { Mode = SpiMode.Mode0, ClockFrequency = _clockHz });
    }
}
