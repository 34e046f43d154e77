namespace Sealcam.Esp32;

/// <summary>What an ESP32 board has beside its sensor: GPIO numbers, -1 for what it has not.</summary>
public sealed class BoardPins
{
    /// <summary>Name as in boards/README.md.</summary>
    public string Name;

    /// <summary>The console's output and input (COM2).</summary>
    public int ConsoleTx, ConsoleRx;

    /// <summary>Illumination for the exposure, lit by a high level.</summary>
    public int Lamp = -1;

    public int StatusLed = -1;

    /// <summary>The status LED lies between its pin and 3.3 V.</summary>
    public bool StatusOnLow;

    /// <summary>PIR, contact or button that asks for a still, and wakes the board if it is an RTC pin.</summary>
    public int Trigger = -1;

    public bool TriggerHigh = true;

    /// <summary>
    /// Held high from the first moment on: a board whose battery switch it is goes off without it. Such a board does not sleep
    /// (<see cref="Esp32Device"/>).
    /// </summary>
    public int PowerHold = -1;

    /// <summary>Toggled at each turn of the loop, for an external watchdog chip.</summary>
    public int Watchdog = -1;

    /// <summary>How the SD slot is wired: one of <see cref="SdBus"/>.</summary>
    public int SdBus = Esp32.SdBus.None;

    /// <summary>
    /// The SD card's lines: clock; command, or data to the card on SPI; D0, or data from the card. On classic ESP32 those of
    /// SDMMC are fixed in the chip.
    /// </summary>
    public int SdClock = -1, SdCommand = -1, SdData = -1;

    /// <summary>Chip select, for SPI. A status LED on the same pin gives way to a card that is there.</summary>
    public int SdSelect = -1;

    /// <summary>
    /// Bytes of the littlefs partition, drive I: (nf-interpreter:targets/ESP32/_IDF/*/partitions_nanoclr_*.csv, "config"). What
    /// of it kept stills get, <see cref="StorageRoom"/> says.
    /// </summary>
    public int PartitionBytes;

    /// <summary>Bytes of the managed heap that kept stills may take; the README's table of the board counts with it.</summary>
    public int OutboxBytes = 512 * 1024;

    /// <summary>
    /// Bytes of internal RAM, in all and in one piece, below which the board restarts in order. Without PSRAM a TLS connection
    /// needs two pieces of 17 KB there; with PSRAM the firmware's malloc puts them there, and Wi-Fi's needs remain.
    /// </summary>
    public int InternalFloor = 20000, InternalBlockFloor = 8000;
}

/// <summary>Wirings of an SD slot.</summary>
public static class SdBus
{
    public const int None = 0;

    /// <summary>The chip's SD host, with one data line.</summary>
    public const int OneBit = 1;

    /// <summary>SPI bus 1, which then no sensor may use.</summary>
    public const int Spi = 2;
}
