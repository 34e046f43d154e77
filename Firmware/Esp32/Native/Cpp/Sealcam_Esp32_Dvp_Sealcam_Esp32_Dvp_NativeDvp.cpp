// Between the marshalling code and the driver's logic: nothing is decided here.
#include "Sealcam_Esp32_Dvp.h"
#include "Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp.h"

#include "dvp_core.h"

// Outlives a restart of the CLR alone, as the driver underneath does.
static sealcam::DvpCore s_dvp;

namespace Sealcam_Esp32_Dvp
{
namespace Sealcam_Esp32_Dvp
{

signed int NativeDvp::Open(CLR_RT_TypedArray_INT32 config, HRESULT &hr)
{
    (void)hr;
    return s_dvp.Open(config.GetBuffer(), (int)config.GetSize());
}

signed int NativeDvp::Trigger(signed int settle, HRESULT &hr)
{
    (void)hr;
    return s_dvp.Trigger(settle);
}

signed int NativeDvp::Poll(HRESULT &hr)
{
    (void)hr;
    return s_dvp.Poll();
}

signed int NativeDvp::AgeMs(HRESULT &hr)
{
    (void)hr;
    return s_dvp.AgeMs();
}

signed int NativeDvp::Read(
    signed int position, CLR_RT_TypedArray_UINT8 buffer, signed int offset, signed int count, HRESULT &hr)
{
    (void)hr;
    return s_dvp.Read(position, buffer.GetBuffer(), (int)buffer.GetSize(), offset, count);
}

signed int NativeDvp::Release(HRESULT &hr)
{
    (void)hr;
    return s_dvp.Release();
}

signed int NativeDvp::Close(HRESULT &hr)
{
    (void)hr;
    return s_dvp.Close();
}

signed int NativeDvp::Detail(HRESULT &hr)
{
    (void)hr;
    return s_dvp.Detail();
}

signed int NativeDvp::SensorId(HRESULT &hr)
{
    (void)hr;
    return s_dvp.SensorId();
}

} // namespace Sealcam_Esp32_Dvp
} // namespace Sealcam_Esp32_Dvp
