using System;
using System.Device.I2c;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using Sealcam.Sensors;

namespace Sealcam.Esp32;

/// <summary>One device on SCCB, over I2C.</summary>
/// <remarks>
/// What is not acknowledged, and a line that is held low, come as a status; no memory for the driver's copy comes as an
/// exception. A line held low costs a second in which nothing managed runs. WriteRead would send a repeated START, which SCCB
/// does not have. 100 kHz,
/// because the cables to these modules are long and OV5642 gives up above it.
/// </remarks>
public sealed class SccbBus : ISccb
{
    /// <summary>ms in which the finalizers' thread, which waits for nothing, has its turn.</summary>
    private const int FinalizersMs = 50;

    private readonly int _bus, _dataPin, _clockPin, _address;
    private I2cDevice _device;
    private bool _tried;

    /// <summary>Bus 1 or 2 on the given pins; the device's 7-bit address.</summary>
    public SccbBus(int bus, int dataPin, int clockPin, int address)
    {
        _bus = bus;
        _dataPin = dataPin;
        _clockPin = clockPin;
        _address = address;
        try
        {
            Open();
        }
        catch (Exception)
        {
            // As with SpiBus.
        }
    }

    public bool Write(byte[] buffer, int offset, int count) => IsFull(Open().Write(new SpanByte(buffer, offset, count)));

    public bool Read(byte[] buffer, int offset, int count) => IsFull(Open().Read(new SpanByte(buffer, offset, count)));

    private static bool IsFull(I2cTransferResult result) => result.Status == I2cTransferStatus.FullTransfer;

    private I2cDevice Open()
    {
        if (_device == null)
        {
            if (_tried)
            {
                // A device whose constructor threw has a finalizer all the same, and it counts the bus down: behind the opening that
                // succeeds it would delete the driver (nf-interpreter:.../sys_dev_i2c_native_..._I2cDevice.cpp, NativeDispose).
                nanoFramework.Runtime.Native.GC.Run(false);
                Thread.Sleep(FinalizersMs);
            }

            _tried = true;
            bool first = _bus == 1;
            Configuration.SetPinFunction(_dataPin, first ? DeviceFunction.I2C1_DATA : DeviceFunction.I2C2_DATA);
            Configuration.SetPinFunction(_clockPin, first ? DeviceFunction.I2C1_CLOCK : DeviceFunction.I2C2_CLOCK);
            _device = I2cDevice.Create(new I2cConnectionSettings(_bus, _address, I2cBusSpeed.StandardMode));
        }

        return _device;
    }
}
