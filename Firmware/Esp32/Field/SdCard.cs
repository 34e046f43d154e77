using System;
using nanoFramework.System.IO.FileSystem;

namespace Sealcam.Esp32;

/// <summary>The SD card, drive D:, in one-bit mode.</summary>
/// <remarks>
/// One-bit, because D1 to D3 are wanted elsewhere on camera boards (ESP32-CAM: the lamp, and GPIO12, which decides the flash
/// voltage at boot). On classic ESP32 the pins are fixed: CLK 14, CMD 15, D0 2; on ESP32-S3 they are set first. The firmware
/// mounts FAT (FatFs) and never formats. Mounting stops the board for up to a second, and longer with a broken card.
/// </remarks>
public static class SdCard
{
    public const string Root = "D:\\";

    /// <summary>Null if the card is mounted, else why not. Never throws.</summary>
    public static string Mount()
    {
        try
        {
            var card = new SDCard(new SDCardMmcParameters { slotIndex = 0, dataWidth = SDCard.SDDataWidth._1_bit });
            if (!card.IsMounted)
            {
                card.Mount();
            }

            return null;
        }
        catch (Exception e)
        {
            return "no SD card: " + e.Message + "; stills are kept in RAM";
        }
    }
}
