using Sealcam.Esp32;

namespace Sealcam.Boards;

/// <summary>
/// Seeed Studio XIAO ESP32S3 Sense: ESP32-S3R8, 8 MB flash, 8 MB octal PSRAM, OV2640 (newer ones OV3660) on the DVP bus.
/// </summary>
/// <remarks>
/// Pins of the header: espressif/arduino-esp32:variants/XIAO_ESP32S3/pins_arduino.h. Not to be used for the console: D6 and D7
/// (GPIO43 and 44), which the debugger takes when no USB host is there at boot; D8 to D10 (GPIO7 to 9), the SD card; GPIO21,
/// the user LED and SD card select; GPIO41 and 42, the microphone; GPIO10 to 18, 38 to 40, 47 and 48, the camera.
/// </remarks>
internal static class Board
{
    public const string Name = "xiao-esp32s3-sense";

    /// <summary>D0: to RX of the adapter.</summary>
    public const int ConsoleTx = 1;

    /// <summary>D1: from TX of the adapter.</summary>
    public const int ConsoleRx = 2;

    /// <summary>The sensor hangs on the DVP bus, which stock firmware cannot read.</summary>
    public const string CameraFault = "no driver for the DVP sensor in this version; nothing is captured";

    public static Esp32Device Make() => new Esp32Device(Name, ConsoleTx, ConsoleRx, null, CameraFault);
}
