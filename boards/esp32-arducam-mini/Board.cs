using Sealcam.Esp32;
using Sealcam.Sensors;

namespace Sealcam.Boards;

/// <summary>
/// ESP32-DevKitC with WROVER-E (4 MB flash, 8 MB PSRAM, 4 MB mapped) and an ArduCAM Mini 2MP Plus (OV2640) on SPI and SCCB.
/// </summary>
/// <remarks>
/// Free pins: ESP32-DevKitC V4 user guide, less GPIO0, 2, 5, 12, 15 (strapping), 1 and 3 (debugger), 6 to 11 (flash), 16 and 17
/// (PSRAM of the WROVER). GPIO18, 19, 23 and 21, 22 are where Arduino has SPI and I2C
/// (espressif/arduino-esp32:variants/esp32/pins_arduino.h), which is how the modules' guides draw them. ArduChip: SPI mode 0,
/// at most 8 MHz (ArduCAM Mini hardware application note); OV2640 is 0x30 on SCCB.
/// </remarks>
internal static class Board
{
    public const string Name = "esp32-arducam-mini";

    /// <summary>Pixels of a still.</summary>
    public const int Width = 1600, Height = 1200;

    /// <summary>Bytes of PSRAM that the chip maps.</summary>
    public const int PsramBytes = 4 * 1024 * 1024;

    /// <summary>Bytes for kept stills.</summary>
    public const int OutboxBytes = 1536 * 1024;

    /// <summary>Bytes of drive I: (partitions_nanoclr_4mb.csv of esp32).</summary>
    public const int PartitionBytes = 256 * 1024;

    public static Esp32Device Make()
    {
        var device = new Esp32Device(new BoardPins
        {
            Name = Name, ConsoleTx = 32, ConsoleRx = 33, Trigger = 27, OutboxBytes = OutboxBytes, PartitionBytes = PartitionBytes,
        });
        var look = new SensorSettings { Width = Width, Height = Height };
        var spi = new SpiBus(1, 18, 23, 19, 25, 4000000);
        var sccb = new SccbBus(1, 21, 22, 0x30);
        device.Use(new ArducamMini(spi, sccb, new Ov2640(), device.Clock, look), null);
        return device;
    }
}
