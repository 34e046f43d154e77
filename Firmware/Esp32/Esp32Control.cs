using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace Sealcam.Esp32;

/// <summary>The board as its console sees it.</summary>
public sealed class Esp32Control : IBoardControl
{
    public Esp32Control(string board)
    {
        Name = board;
        var version = typeof(Esp32Control).Assembly.GetName().Version;
        Version = version.Major + "." + version.Minor + "." + version.Build;
    }

    public string Name { get; }

    /// <summary>The firmware's target, which names the chip: "ESP32_S3_OCTAL".</summary>
    public string Chip => SystemInfo.TargetName;

    public string Version { get; }

    /// <summary>Free memory of the platform, PSRAM included; the managed heap is a part of what is not free.</summary>
    public long FreeBytes
    {
        get
        {
            NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.All, out _, out uint free, out _);
            return free;
        }
    }

    public string DeviceCertificateFile => DeviceCredentials.DeviceName;

    public string AuthorityFile => DeviceCredentials.CaName;

    // In full: the signer has a Power of its own.
    public void Restart() => nanoFramework.Runtime.Native.Power.RebootDevice();
}
