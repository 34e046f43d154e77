using System;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;
using Sealcam.Sensors;

namespace Sealcam.Esp32;

/// <summary>One device on SCCB, over I2C.</summary>
/// <remarks>
/// Errors come as a status, not as an exception. WriteRead would send a repeated START, which SCCB does not have. 100 kHz,
/// because the cables to these modules are long and OV5642 gives up above it.
/// </remarks>
public sealed class SccbBus : ISccb
{
    private readonly I2cDevice _device;

    /// <summary>Bus 1 or 2 on the given pins; the device's 7-bit address.</summary>
    public SccbBus(int bus, int dataPin, int clockPin, int address)
    {
        bool first = bus == 1;
        Configuration.SetPinFunction(dataPin, first ? DeviceFunction.I2C1_DATA : DeviceFunction.I2C2_DATA);
        Configuration.SetPinFunction(clockPin, first ? DeviceFunction.I2C1_CLOCK : DeviceFunction.I2C2_CLOCK);
        _device = I2cDevice.Create(new I2cConnectionSettings(bus, address, I2cBusSpeed.StandardMode));
    }

    public bool Write(byte[] buffer, int offset, int count) => IsFull(_device.Write(new SpanByte(buffer, offset, count)));

    public bool Read(byte[] buffer, int offset, int count) => IsFull(_device.Read(new SpanByte(buffer, offset, count)));

    private static bool IsFull(I2cTransferResult result) => result.Status == I2cTransferStatus.FullTransfer;
}
