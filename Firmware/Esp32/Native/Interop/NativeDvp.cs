using System.Runtime.CompilerServices;
using Sealcam.Dvp;

namespace Sealcam.Esp32.Dvp;

/// <summary>The DVP sensor through the firmware's esp32-camera. What each method does stands in <see cref="IDvp"/>.</summary>
/// <remarks>
/// The firmware looks a native method up by its place among ALL methods of this assembly, constructors and managed ones included,
/// and compares a checksum over their names. So this assembly holds this one class and nothing else: any method added here makes
/// every flashed image refuse it. In an image without the native side each call throws NotSupportedException (nf-interpreter:
/// src/CLR/Core/CLR_RT_StackFrame.cpp: no native table, no IL); in one with another checksum the runtime does not start the
/// program at all (src/CLR/Startup/CLRStartup.cpp, LoadAssembly).
/// </remarks>
public sealed class NativeDvp : IDvp
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Open(int[] config);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Trigger(int settle);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Poll();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int AgeMs();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Read(int position, byte[] buffer, int offset, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Release();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Close();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Detail();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int SensorId();
}
