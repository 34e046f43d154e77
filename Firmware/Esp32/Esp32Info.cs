using System;
using nanoFramework.Hardware.Esp32;

namespace Sealcam.Esp32;

/// <summary>What an ESP32 knows about itself, for health reports.</summary>
/// <remarks>
/// The memory is the chip's internal RAM, which runs out first: TLS takes some 40 KB of it for a handshake, in blocks of up to 16
/// KB, while the managed heap has a fixed size and lies in PSRAM where there is some. The signal is not known: it comes with a
/// scan, and a scan takes the radio away from the connection.
/// </remarks>
public sealed class Esp32Info : IBoardInfo
{
    public Esp32Info(string cause)
    {
        WakeCause = cause == "timer" ? Sealcam.WakeCause.Timer
            : cause == "pin" ? Sealcam.WakeCause.Pin : Sealcam.WakeCause.Unknown;
    }

    public int WakeCause { get; }

    public int HeapFree => Internal(false);

    public int LargestBlock => Internal(true);

    public int SignalDbm => 0;

    private static int Internal(bool largest)
    {
        try
        {
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out uint total, out uint free, out uint block);
            return total == 0 ? BoardInfo.Unknown : (int)(largest ? block : free);
        }
        catch (Exception)
        {
            return BoardInfo.Unknown;
        }
    }
}
