using Sealcam.Dvp;
using Sealcam.Esp32;
using Sealcam.Esp32.Dvp;

namespace Sealcam.Boards;

/// <summary>
/// Seeed Studio XIAO ESP32S3 Sense: ESP32-S3R8, 8 MB flash, 8 MB octal PSRAM, OV2640 (newer ones OV3660) on the DVP bus.
/// </summary>
/// <remarks>
/// Sensor's pins: espressif/arduino-esp32:libraries/ESP32/examples/Camera/CameraWebServer/camera_pins.h (XIAO_ESP32S3) and
/// espressif/esp32-camera pull request 811 (BOARD_ESP32S3_XIAO). Pins of the header:
/// espressif/arduino-esp32:variants/XIAO_ESP32S3/ pins_arduino.h. Not to be used for the console: D6 and D7 (GPIO43 and 44),
/// which the debugger takes when no USB host is there at boot; D8 to D10 (GPIO7 to 9: clock, from the card, to
/// the card), the SD card; GPIO21, the user LED (lit
/// low) and SD card select; GPIO41 and 42, the microphone. D2 (GPIO3) decides on JTAG at boot; the trigger is D3 (GPIO4).
/// </remarks>
internal static class Board
{
    public const string Name = "xiao-esp32s3-sense";

    /// <summary>Pixels of a still.</summary>
    public const int Width = 1600, Height = 1200;

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
            Name = Name, ConsoleTx = 1, ConsoleRx = 2, StatusLed = 21, StatusOnLow = true, Trigger = 4, OutboxBytes = OutboxBytes,
            PartitionBytes = PartitionBytes, SdBus = SdBus.Spi, SdClock = 7, SdCommand = 9, SdData = 8, SdSelect = 21,
        });
        var dvp = new NativeDvp();
        device.Use(new DvpCamera(dvp, Sensor(), Look(), device.Clock), DvpCamera.FirmwareFault(dvp));
        return device;
    }

    private static DvpPins Sensor() => new DvpPins
    {
        Xclk = 10, Siod = 40, Sioc = 39, D0 = 15, D1 = 17, D2 = 18, D3 = 16, D4 = 14, D5 = 12, D6 = 11, D7 = 48,
        Vsync = 38, Href = 47, Pclk = 13,
    };

    private static DvpSettings Look() => new DvpSettings { Width = Width, Height = Height };
}
