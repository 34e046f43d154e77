using System;

namespace Sealcam.Esp32;

/// <summary>Chooses where kept stills outlive a power cut: the SD card, else the internal littlefs, else nowhere.</summary>
/// <remarks>
/// Decided once, at boot: a card that goes later is a storage fault like any other, and stills stay in RAM meanwhile. What lies
/// on the place that was not chosen stays there until a boot that chooses it.
/// </remarks>
public static class StillStorage
{
    private const string Folder = "stills";

    /// <summary>Null: stills are kept in RAM only. Bounds the settings by what the board has; never throws.</summary>
    public static IStillFiles Open(BoardPins pins, Settings settings, ILog log)
    {
        var files = OnCard(pins, log) ?? Inside(pins, settings, log);
        if (files == null && settings.Keep != Keeping.Ram)
        {
            log.Write(LogLevel.Info, "storage", "none for stills: they are kept in RAM, and power off loses them");
        }

        return files;
    }

    private static IStillFiles OnCard(BoardPins pins, ILog log)
    {
        if (pins.SdBus == SdBus.None)
        {
            return null;
        }

        string fault = SdCard.Mount(pins);
        if (fault != null)
        {
            log.Write(LogLevel.Warning, "storage", fault);
            return null;
        }

        var files = Make(SdCard.Root + Folder, log);
        if (files != null && pins.StatusLed == pins.SdSelect)
        {
            pins.StatusLed = -1;  // the card's select line
        }

        return files;
    }

    private static IStillFiles Inside(BoardPins pins, Settings settings, ILog log)
    {
        if (StorageRoom.Of(pins.PartitionBytes, 1) == 0)
        {
            return null;
        }

        string bound = StorageRoom.Fit(settings, pins.PartitionBytes);
        if (bound != null)
        {
            log.Write(LogLevel.Warning, "storage", bound);
        }

        return Make(FlashStore.Root + Folder, log);
    }

    private static IStillFiles Make(string folder, ILog log)
    {
        try
        {
            var files = new StillFolder(folder);
            log.Write(LogLevel.Info, "storage", "stills may be kept in " + folder);
            return files;
        }
        catch (Exception e)
        {
            log.Write(LogLevel.Error, "storage", folder + " cannot be used: " + e.Message);
            return null;
        }
    }
}
