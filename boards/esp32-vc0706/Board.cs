using Sealcam.Esp32;
using Sealcam.Sensors;

namespace Sealcam.Boards;

/// <summary>
/// ESP32-DevKitC with WROVER-E (4 MB flash, 8 MB PSRAM, 4 MB mapped) and a serial camera with VC0706 (Adafruit 397 and the
/// like).
/// </summary>
/// <remarks>
/// Free pins as for esp32-arducam-mini (ESP32-DevKitC V4 user guide). GPIO25 and 26 have no part in booting. The camera's
/// levels are 3.3 V at its serial port whatever it is fed with (Adafruit, TTL Serial Camera; VC0706 datasheet, pad
/// description).
/// </remarks>
internal static class Board
{
    public const string Name = "esp32-vc0706";

    /// <summary>Pixels of a still.</summary>
    public const int Width = 640, Height = 480;

    /// <summary>Bytes of PSRAM that the chip maps.</summary>
    public const int PsramBytes = 4 * 1024 * 1024;

    /// <summary>Bytes for kept stills.</summary>
    public const int OutboxBytes = 1536 * 1024;

    /// <summary>bit/s: the speed that the camera starts with; the driver raises it.</summary>
    private const int Baud = 38400;

    /// <summary>Bytes of drive I: (partitions_nanoclr_4mb.csv of esp32).</summary>
    public const int PartitionBytes = 256 * 1024;

    public static Esp32Device Make()
    {
        var device = new Esp32Device(new BoardPins
        {
            Name = Name, ConsoleTx = 32, ConsoleRx = 33, Trigger = 27, OutboxBytes = OutboxBytes, PartitionBytes = PartitionBytes,
        });
        var look = new SensorSettings { Width = Width, Height = Height };
        var line = new UartLine(25, 26, Baud);
        device.Use(new Vc0706(line, device.Clock, look), null);
        return device;
    }
}
