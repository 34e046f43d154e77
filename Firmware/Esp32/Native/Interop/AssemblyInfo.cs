using System.Reflection;

// The native side carries the same four numbers (Cpp/Sealcam_Esp32_Dvp.cpp). Raise both when a method of NativeDvp is added,
// removed, or changes its parameters; see README.md, "When the methods change".
[assembly: AssemblyNativeVersion("100.1.0.0")]
