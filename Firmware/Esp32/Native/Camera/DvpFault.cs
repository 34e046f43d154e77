namespace Sealcam.Dvp;

/// <summary>
/// Failures of <see cref="IDvp"/>: the numbers are those of Cpp/dvp_core.h, the sentences are for a technician.
/// </summary>
public static class DvpFault
{
    public const int Config = -1;       // detail: index of the value that is wrong
    public const int Size = -2;         // detail: width * 65536 + height of the sensor's largest
    public const int NoMemory = -3;     // detail: bytes of one frame buffer
    public const int NotFound = -4;     // detail: esp_err_t
    public const int Start = -5;        // detail: esp_err_t
    public const int Set = -6;          // detail: index of the value that the sensor did not take
    public const int Closed = -7;
    public const int Busy = -8;         // a still is leased
    public const int NotTriggered = -9;
    public const int NoFrame = -10;     // detail: frames seen since the trigger
    public const int Bounds = -11;

    /// <summary>The sentence of a failure: the step, what is wrong, and what to look at.</summary>
    public static string Text(string step, int fault, int detail)
    {
        switch (fault)
        {
            case Config:
                return step + ": value " + detail + " of the configuration is out of range";
            case Size:
                return step + ": the sensor makes at most " + (detail >> 16) + "x" + (detail & 0xFFFF);
            case NoMemory:
                return step + ": no PSRAM for a frame of " + detail + " bytes; is the firmware built with the reserve of this board?";
            case NotFound:
                return step + ": no sensor answers on SCCB (0x" + detail.ToString("X4") + "); is the ribbon seated?";
            case Start:
                return step + ": the bus does not start (0x" + detail.ToString("X4") + ")";
            case Set:
                return step + ": the sensor does not take value " + detail + " of the configuration";
            case Closed:
                return step + ": the sensor is closed";
            case Busy:
                return step + ": a still is leased";
            case NotTriggered:
                return step + ": nothing was triggered";
            case NoFrame:
                return step + ": no whole frame in time, " + detail + " seen; VSYNC, PCLK or a data pin, or PSRAM too slow";
            case Bounds:
                return step + ": outside the still or the buffer";
            default:
                return step + ": fault " + fault + ", detail " + detail;
        }
    }
}
