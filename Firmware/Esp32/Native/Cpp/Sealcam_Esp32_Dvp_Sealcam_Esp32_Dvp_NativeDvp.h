// What the marshalling code calls. Shape and names are the metadata processor's: README.md, "When the methods change".
#ifndef SEALCAM_ESP32_DVP_NATIVEDVP_H
#define SEALCAM_ESP32_DVP_NATIVEDVP_H

namespace Sealcam_Esp32_Dvp
{
namespace Sealcam_Esp32_Dvp
{

struct NativeDvp
{
    static signed int Open(CLR_RT_TypedArray_INT32 param0, HRESULT &hr);
    static signed int Trigger(signed int param0, HRESULT &hr);
    static signed int Poll(HRESULT &hr);
    static signed int AgeMs(HRESULT &hr);
    static signed int Read(
        signed int param0, CLR_RT_TypedArray_UINT8 param1, signed int param2, signed int param3, HRESULT &hr);
    static signed int Release(HRESULT &hr);
    static signed int Close(HRESULT &hr);
    static signed int Detail(HRESULT &hr);
    static signed int SensorId(HRESULT &hr);
};

} // namespace Sealcam_Esp32_Dvp
} // namespace Sealcam_Esp32_Dvp

#endif
