using System;
using nanoFramework.Hardware.Esp32;
using nanoFramework.System.IO.FileSystem;

namespace Sealcam.Esp32;

/// <summary>The SD card, drive D:.</summary>
/// <remarks>
/// One data line, because D1 to D3 are wanted elsewhere on camera boards. The firmware mounts FAT and never formats
/// (nf-interpreter:targets/ESP32/_common/Target_System_IO_FileSystem.c, format_if_mount_failed is false). Mounting is one native call:
/// without a card it returns within about a second, a broken one may take longer. The finalizer of SDCard unmounts
/// (System.IO.FileSystem:System.IO.FileSystem/nanoFramework/SDCard.cs), so the object must be held on to for good; and a slot takes a
/// second object only after the first was disposed of.
/// </remarks>
public static class SdCard
{
    public const string Root = "D:\\";

    private static SDCard _card;

    /// <summary>Null if the card is mounted, else why not. Never throws.</summary>
    public static string Mount(BoardPins pins)
    {
        SDCard card = null;
        try
        {
            card = pins.SdBus == SdBus.Spi ? OnSpi(pins) : OnHost(pins);
            card.Mount();
            _card = card;
            return null;
        }
        catch (Exception e)
        {
            Drop(card);
            return "no SD card: " + e.Message;
        }
    }

    private static SDCard OnHost(BoardPins pins)
    {
        Map(pins.SdClock, DeviceFunction.SDMMC1_CLOCK);
        Map(pins.SdCommand, DeviceFunction.SDMMC1_COMMAND);
        Map(pins.SdData, DeviceFunction.SDMMC1_D0);
        return new SDCard(new SDCardMmcParameters { slotIndex = 0, dataWidth = SDCard.SDDataWidth._1_bit });
    }

    /// <summary>
    /// On ESP32-S3 the map must be set before the mount. On classic ESP32 it has the chip's fixed pins, and setting them throws
    /// (nf-interpreter:targets/ESP32/_common/DeviceMapping_common.cpp, Esp32_SetMappedDevicePins).
    /// </summary>
    private static void Map(int pin, DeviceFunction function)
    {
        if (Configuration.GetFunctionPin(function) != pin)
        {
            Configuration.SetPinFunction(pin, function);
        }
    }

    private static SDCard OnSpi(BoardPins pins)
    {
        Configuration.SetPinFunction(pins.SdClock, DeviceFunction.SPI1_CLOCK);
        Configuration.SetPinFunction(pins.SdCommand, DeviceFunction.SPI1_MOSI);
        Configuration.SetPinFunction(pins.SdData, DeviceFunction.SPI1_MISO);
        return new SDCard(new SDCardSpiParameters { slotIndex = 0, spiBus = 1, chipSelectPin = (uint)pins.SdSelect });
    }

    private static void Drop(SDCard card)
    {
        try
        {
            card?.Dispose();
        }
        catch (Exception)
        {
            // Its pins stay reserved: nothing else on the board wants them.
        }
    }
}
