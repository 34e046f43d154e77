// The table by which the runtime finds the native methods: one entry for each method of the assembly in the metadata's order,
// NULL for the constructor, which is managed. Name, checksum and version must be those of the managed assembly. Not to be edited
// by hand: README.md, "When the methods change".
#include "Sealcam_Esp32_Dvp.h"

// clang-format off

static const CLR_RT_MethodHandler method_lookup[] =
{
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Open___I4__SZARRAY_I4,
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Trigger___I4__I4,
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Poll___I4,
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::AgeMs___I4,
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Read___I4__I4__SZARRAY_U1__I4__I4,
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Release___I4,
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Close___I4,
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Detail___I4,
    Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::SensorId___I4,
    NULL,
};

const CLR_RT_NativeAssemblyData g_CLR_AssemblyNative_Sealcam_Esp32_Dvp =
{
    "Sealcam.Esp32.Dvp",
    0xF6C328F4,
    method_lookup,
    { 100, 1, 0, 0 }
};

// clang-format on
