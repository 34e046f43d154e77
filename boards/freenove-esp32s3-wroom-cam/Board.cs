using Sealcam.Dvp;
using Sealcam.Esp32;
using Sealcam.Esp32.Dvp;

namespace Sealcam.Boards;

/// <summary>
/// Freenove ESP32-S3-WROOM CAM: ESP32-S3-WROOM-1 N8R8, 8 MB flash, 8 MB octal PSRAM, OV2640 on the DVP bus, SD card.
/// </summary>
/// <remarks>
/// Sensor's pins: Freenove/Freenove_ESP32_S3_WROOM_Board:C/Sketches/Sketch_07.1_CameraWebServer/camera_pins.h and espressif/
/// arduino-esp32:libraries/ESP32/examples/Camera/CameraWebServer/camera_pins.h, both under ESP32S3_EYE, whose wiring Freenove
/// took over. GPIO2 is the blue LED, GPIO48 the RGB LED, GPIO38 to 40 the SD card
/// (Sketch_04.1_SDMMC_Test: command 38, clock 39, D0 40), GPIO43 and 44 the USB-to-serial chip, GPIO19
/// and 20 the other USB socket, GPIO35 to 37 the PSRAM, GPIO0, 3, 45 and 46 strapping (Freenove's pinout; ESP32-S3-WROOM-1
/// datasheet, table 3).
/// </remarks>
internal static class Board
{
    public const string Name = "freenove-esp32s3-wroom-cam";

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
            Name = Name, ConsoleTx = 41, ConsoleRx = 42, StatusLed = 2, Trigger = 14, OutboxBytes = OutboxBytes,
            PartitionBytes = PartitionBytes, SdBus = SdBus.OneBit, SdClock = 39, SdCommand = 38, SdData = 40,
        });
        var dvp = new NativeDvp();
        device.Use(new DvpCamera(dvp, Sensor(), Look(), device.Clock), DvpCamera.FirmwareFault(dvp));
        return device;
    }

    private static DvpPins Sensor() => new DvpPins
    {
        Xclk = 15, Siod = 4, Sioc = 5, D0 = 11, D1 = 9, D2 = 8, D3 = 10, D4 = 12, D5 = 18, D6 = 17, D7 = 16,
        Vsync = 6, Href = 7, Pclk = 13,
    };

    private static DvpSettings Look() => new DvpSettings { Width = Width, Height = Height, Flip = true };
}
