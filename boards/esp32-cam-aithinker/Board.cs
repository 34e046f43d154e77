using Sealcam.Dvp;
using Sealcam.Esp32;
using Sealcam.Esp32.Dvp;

namespace Sealcam.Boards;

/// <summary>Ai-Thinker ESP32-CAM: ESP32-S, 4 MB flash, 4 MB PSRAM, OV2640 on the DVP bus, white LED, SD card.</summary>
/// <remarks>
/// Sensor's pins: espressif/arduino-esp32:libraries/ESP32/examples/Camera/CameraWebServer/camera_pins.h (AI_THINKER) and
/// espressif/esp32-camera:examples/camera_example/main/camera_pinout.h (BOARD_ESP32CAM_AITHINKER). GPIO4 is the white LED and
/// D1 of the SD card, GPIO33 the red LED (lit low), GPIO16 the PSRAM: Ai-Thinker's schematic of the ESP32-CAM. Of the header
/// that leaves 2, 12 to 15, all of the SD card: the console takes 14 and 13, so there is no SD card with it. GPIO12
/// high at boot sets the flash to 1.8 V and the board does not start; GPIO15, the trigger, low at boot only silences
/// the ROM. The card's lines have pull-ups of 47 kOhm on the board (the same schematic), so the trigger is active low: with
/// nothing at it the pin is high, and would be an active one for ever.
/// </remarks>
internal static class Board
{
    public const string Name = "esp32-cam-aithinker";

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
            Name = Name, ConsoleTx = 14, ConsoleRx = 13, Lamp = 4, StatusLed = 33, StatusOnLow = true, Trigger = 15,
            TriggerHigh = false, OutboxBytes = OutboxBytes, PartitionBytes = PartitionBytes,
        });
        var dvp = new NativeDvp();
        device.Use(new DvpCamera(dvp, Sensor(), Look(), device.Clock), DvpCamera.FirmwareFault(dvp));
        return device;
    }

    private static DvpPins Sensor() => new DvpPins
    {
        PowerDown = 32, Xclk = 0, Siod = 26, Sioc = 27, D0 = 5, D1 = 18, D2 = 19, D3 = 21, D4 = 36, D5 = 39, D6 = 34, D7 = 35,
        Vsync = 25, Href = 23, Pclk = 22,
    };

    private static DvpSettings Look() => new DvpSettings { Width = Width, Height = Height };
}
