using Sealcam.Esp32;
using Sealcam.Sensors;

namespace Sealcam.Boards;

/// <summary>ESP32-S3-DevKitC-1 (N8R8: 8 MB flash, 8 MB octal PSRAM) with an ArduCAM Mega 3 MP or 5 MP on SPI.</summary>
/// <remarks>
/// Free pins: ESP32-S3-DevKitC-1 user guide, J1 and J3, less GPIO0, 3, 45, 46 (strapping), 19 and 20 (USB), 35 to 37 (octal
/// PSRAM), 43 and 44 (USB-to-serial chip) and 48 or 38 (RGB LED). GPIO10 to 13 are SPI2's own pins (ESP32-S3 datasheet, IO
/// MUX), which the firmware's bus 1 reaches through the matrix all the same. The Mega's SPI: mode 0, at most 8 MHz (ArduCAM
/// Mega hardware guide).
/// </remarks>
internal static class Board
{
    public const string Name = "esp32s3-arducam-mega";

    /// <summary>Pixels of a still.</summary>
    public const int Width = 2048, Height = 1536;

    /// <summary>Bytes of PSRAM that the chip maps.</summary>
    public const int PsramBytes = 8 * 1024 * 1024;

    /// <summary>Bytes for kept stills.</summary>
    public const int OutboxBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of drive I: (partitions_nanoclr_8mb.csv of esp32s3).</summary>
    public const int PartitionBytes = 2 * 1024 * 1024;

    public static Esp32Device Make()
    {
        var device = new Esp32Device(new BoardPins
        {
            Name = Name, ConsoleTx = 17, ConsoleRx = 18, Trigger = 4, OutboxBytes = OutboxBytes, PartitionBytes = PartitionBytes,
        });
        var look = new SensorSettings { Width = Width, Height = Height };
        var spi = new SpiBus(1, 12, 11, 13, 10, 8000000);
        device.Use(new ArducamMega(spi, device.Clock, look), null);
        return device;
    }
}
