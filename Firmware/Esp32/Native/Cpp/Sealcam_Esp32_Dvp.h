// The native methods of assembly Sealcam.Esp32.Dvp, as the metadata processor declares them. Not to be edited by hand: README.md,
// "When the methods change".
#ifndef SEALCAM_ESP32_DVP_H
#define SEALCAM_ESP32_DVP_H

#include <nanoCLR_Interop.h>
#include <nanoCLR_Runtime.h>
#include <nanoPackStruct.h>

struct Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp
{
    NANOCLR_NATIVE_DECLARE(Open___I4__SZARRAY_I4);
    NANOCLR_NATIVE_DECLARE(Trigger___I4__I4);
    NANOCLR_NATIVE_DECLARE(Poll___I4);
    NANOCLR_NATIVE_DECLARE(AgeMs___I4);
    NANOCLR_NATIVE_DECLARE(Read___I4__I4__SZARRAY_U1__I4__I4);
    NANOCLR_NATIVE_DECLARE(Release___I4);
    NANOCLR_NATIVE_DECLARE(Close___I4);
    NANOCLR_NATIVE_DECLARE(Detail___I4);
    NANOCLR_NATIVE_DECLARE(SensorId___I4);
};

extern const CLR_RT_NativeAssemblyData g_CLR_AssemblyNative_Sealcam_Esp32_Dvp;

#endif
