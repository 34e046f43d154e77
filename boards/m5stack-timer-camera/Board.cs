using Sealcam.Dvp;
using Sealcam.Esp32;
using Sealcam.Esp32.Dvp;

namespace Sealcam.Boards;

/// <summary>
/// M5Stack Timer Camera (U082, X and F): ESP32-D0WDQ6-V3, 4 MB flash, 8 MB PSRAM (4 MB mapped), OV3660 on the DVP bus, battery.
/// </summary>
/// <remarks>
/// Sensor's pins: m5stack/TimerCam-arduino:README.md, PinMap, and
/// espressif/arduino-esp32:libraries/ESP32/examples/Camera/CameraWebServer/ camera_pins.h (M5STACK_PSRAM). GPIO33 holds the
/// battery switch, GPIO38 measures the battery, GPIO12 and 14 are the clock chip's bus (BM8563), GPIO2 is the LED:
/// m5stack/TimerCam-arduino:src. The Grove socket (GPIO4 and 13) is all that is led out, so the console takes it and there is
/// no trigger pin. esp32-camera makes SCCB on I2C2; the clock chip is not used.
/// </remarks>
internal static class Board
{
    public const string Name = "m5stack-timer-camera";

    /// <summary>Pixels of a still.</summary>
    public const int Width = 2048, Height = 1536;

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
            Name = Name, ConsoleTx = 13, ConsoleRx = 4, StatusLed = 2, PowerHold = 33, OutboxBytes = OutboxBytes,
            PartitionBytes = PartitionBytes,
        });
        var dvp = new NativeDvp();
        device.Use(new DvpCamera(dvp, Sensor(), Look(), device.Clock), DvpCamera.FirmwareFault(dvp));
        return device;
    }

    private static DvpPins Sensor() => new DvpPins
    {
        Reset = 15, Xclk = 27, Siod = 25, Sioc = 23, D0 = 32, D1 = 35, D2 = 34, D3 = 5, D4 = 39, D5 = 18, D6 = 36, D7 = 19,
        Vsync = 22, Href = 26, Pclk = 21,
    };

    private static DvpSettings Look() => new DvpSettings { Width = Width, Height = Height, Flip = true };
}
