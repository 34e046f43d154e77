using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace Sealcam.Esp32;

/// <summary>Memory as it is now: the managed heap, and what is left to TLS, Wi-Fi and the sensor outside it.</summary>
/// <remarks>
/// The managed heap is one block, taken at boot (with PSRAM: all of it but the firmware's reserve), so they do not mix.
/// </remarks>
public sealed class BoardMemory
{
    /// <summary>Bytes.</summary>
    public int ManagedFree, InternalFree, InternalBlock, PsramFree;

    /// <summary>Takes some ms: it counts the managed heap, without compacting it.</summary>
    public static BoardMemory Now()
    {
        var memory = new BoardMemory { ManagedFree = (int)GC.Run(false) };
        NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out uint _, out uint free, out uint block);
        memory.InternalFree = (int)free;
        memory.InternalBlock = (int)block;
        NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.SpiRam, out uint _, out uint psram, out uint _);
        memory.PsramFree = (int)psram;
        return memory;
    }

    public override string ToString() =>
        "free: managed " + ManagedFree + ", internal " + InternalFree + " (block " + InternalBlock + "), PSRAM " + PsramFree;
}
