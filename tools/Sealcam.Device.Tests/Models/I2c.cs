using nanoFramework.Hardware.Esp32;
using Sealcam.Esp32;
using Sealcam.Sensors;

namespace System.Device.I2c;

using Configuration = nanoFramework.Hardware.Esp32.Configuration;

internal enum I2cBusSpeed
{
    StandardMode,
    FastMode,
    FastModePlus,
}

internal enum I2cTransferStatus
{
    UnknownError,
    FullTransfer,
    ClockStretchTimeout,
    PartialTransfer,
    SlaveAddressNotAcknowledged,
}

internal sealed class I2cTransferResult(I2cTransferStatus status, int bytes)
{
    public I2cTransferStatus Status { get; } = status;

    public uint BytesTransferred { get; } = (uint)bytes;
}

internal sealed class I2cConnectionSettings(int busId, int deviceAddress, I2cBusSpeed busSpeed)
{
    public int BusId { get; } = busId;

    public int DeviceAddress { get; } = deviceAddress;

    public I2cBusSpeed BusSpeed { get; } = busSpeed;
}

/// <summary>A sensor on the two-wire bus.</summary>
internal sealed record I2cPart(ISccb Part, int Data, int Clock, int Address);

/// <summary>
/// nanoFramework's I2C on ESP32 (nf-interpreter:targets/ESP32/_nanoCLR/System.Device.I2c/
/// sys_dev_i2c_native_System_Device_I2c_I2cDevice.cpp): a byte that is not acknowledged, wherever, is SlaveAddressNotAcknowledged
/// with 0 bytes, a line held low is ClockStretchTimeout after a second in which nothing managed runs; but no memory for the copy, and
/// a driver that is not there, throw. A device whose constructor threw has a finalizer all the same (System.Device.I2c:I2cDevice.cs), and
/// it counts the bus down.
/// </summary>
internal sealed class I2cDevice
{
    /// <summary>NativeInit counts up, NativeDispose counts down; at 0 and below the driver is deleted.</summary>
    private static int s_users;

    private readonly I2cConnectionSettings _settings;
    private readonly int _data, _clock;

    private I2cDevice(I2cConnectionSettings settings)
    {
        _settings = settings;
        bool first = settings.BusId == 1;
        _data = Configuration.GetFunctionPin(first ? DeviceFunction.I2C1_DATA : DeviceFunction.I2C2_DATA);
        _clock = Configuration.GetFunctionPin(first ? DeviceFunction.I2C1_CLOCK : DeviceFunction.I2C2_CLOCK);
        Sealcam.Esp32.Cpu.Finalizers.Add(Dispose);  // from now on, whatever the constructor throws
        if (OpenFault != null)
        {
            throw OpenFault;
        }

        if (!Chip.HasPin(_data) || !Chip.HasPin(_clock) || Gpio.Pins.Reserved.Contains(_data) || Gpio.Pins.Reserved.Contains(_clock))
        {
            throw new InvalidOperationException("CLR_E_FAIL");
        }

        Sealcam.Esp32.Cpu.Finalizers.Remove(Dispose);  // it is held on to
        s_users++;
    }

    /// <summary>The part at the bus, or null.</summary>
    public static I2cPart Part { get; set; }

    /// <summary>The data line is held low.</summary>
    public static bool IsStuck { get; set; }

    /// <summary>What transfers throw, or null; and what making a device throws.</summary>
    public static Exception Fault { get; set; }

    public static Exception OpenFault { get; set; }

    public static void Clear() => s_users = 0;

    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    public I2cTransferResult Write(SpanByte data) => Answer(data.Length, part => part.Write(data.Array, data.Start, data.Length));

    public I2cTransferResult Read(SpanByte data) => Answer(data.Length, part => part.Read(data.Array, data.Start, data.Length));

    private I2cTransferResult Answer(int bytes, Func<ISccb, bool> transfer)
    {
        if (Fault != null)
        {
            throw Fault;
        }

        if (s_users == 0)
        {
            throw new InvalidOperationException("CLR_E_INVALID_OPERATION");
        }

        if (IsStuck)
        {
            Sealcam.Esp32.Device.Pass(1000);
            return new I2cTransferResult(I2cTransferStatus.ClockStretchTimeout, 0);
        }

        bool isThere = Part != null && Part.Data == _data && Part.Clock == _clock && Part.Address == _settings.DeviceAddress
            && _settings.BusSpeed == I2cBusSpeed.StandardMode;
        return isThere && transfer(Part.Part)
            ? new I2cTransferResult(I2cTransferStatus.FullTransfer, bytes)
            : new I2cTransferResult(I2cTransferStatus.SlaveAddressNotAcknowledged, 0);
    }

    private static void Dispose() => s_users = Math.Max(s_users - 1, 0);
}
