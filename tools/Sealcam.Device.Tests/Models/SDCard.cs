using System;
using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;
using Sealcam.Esp32;

namespace nanoFramework.System.IO.FileSystem;

internal sealed class SDCardMmcParameters
{
    public uint slotIndex;
    public SDCard.SDDataWidth dataWidth;
}

internal sealed class SDCardSpiParameters
{
    public uint slotIndex, spiBus, chipSelectPin;
}

/// <summary>
/// nanoFramework's SD card (System.IO.FileSystem:System.IO.FileSystem/nanoFramework/SDCard.cs; nf-interpreter:targets/ESP32/_nanoCLR/
/// System.IO.FileSystem/nf_sys_io_filesystem_nanoFramework_System_IO_FileSystem_SDCard.cpp).
/// </summary>
/// <remarks>
/// A slot has one object, which is in the list before its pins are asked for; one that nobody holds unmounts the card from its
/// finalizer; the SD host's pins are reserved, those of SPI are not; a mount that fails is IOException.
/// </remarks>
internal sealed class SDCard : IDisposable
{
    private static SDCard s_registered;
    private readonly int[] _pins = [];
    private readonly int _select = -1;
    private bool _disposed;

    public SDCard(SDCardMmcParameters mmc)
    {
        Register();
        int[] pins = [Pin(DeviceFunction.SDMMC1_CLOCK), Pin(DeviceFunction.SDMMC1_COMMAND), Pin(DeviceFunction.SDMMC1_D0)];
        if (mmc.dataWidth != SDDataWidth._1_bit || !Array.TrueForAll(pins, Pins.Reserve))
        {
            throw new InvalidOperationException("CLR_E_PIN_UNAVAILABLE");
        }

        _pins = pins;
    }

    public SDCard(SDCardSpiParameters spi)
    {
        Register();
        _select = (int)spi.chipSelectPin;
    }

    public enum SDDataWidth
    {
        _1_bit = 1,
        _4_bit = 2,
    }

    /// <summary>A card is in the slot, and formatted with FAT.</summary>
    public static bool IsThere { get; set; }

    public static bool IsMounted { get; private set; }

    public static int Mounts { get; private set; }

    public static void Clear()
    {
        s_registered = null;
        IsMounted = false;
        Mounts = 0;
    }

    public void Mount()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Mounts++;
        Device.Pass(IsThere ? 200 : 1000);
        IsMounted = IsThere ? true : throw new global::System.IO.IOException("CLR_E_VOLUME_NOT_FOUND");
        if (_select >= 0)
        {
            Pins.Use(_select, "SD select");
        }
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            s_registered = null;
            IsMounted = false;
            Array.ForEach(_pins, pin => Pins.Reserved.Remove(pin));
        }
    }

    private static int Pin(DeviceFunction function) => Configuration.GetFunctionPin(function);

    private void Register()
    {
        if (s_registered != null)
        {
            throw new ArgumentException(null);
        }

        s_registered = this;
    }
}
