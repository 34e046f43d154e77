// From the managed stack to C++ and back: argument 0 is the object itself, so the parameters begin at 1. Not to be edited by
// hand: README.md, "When the methods change".
#include "Sealcam_Esp32_Dvp.h"
#include "Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp.h"

using namespace Sealcam_Esp32_Dvp::Sealcam_Esp32_Dvp;

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Open___I4__SZARRAY_I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        CLR_RT_TypedArray_INT32 param0;
        NANOCLR_CHECK_HRESULT(Interop_Marshal_INT32_ARRAY(stack, 1, param0));

        signed int retValue = NativeDvp::Open(param0, hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Trigger___I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        signed int param0;
        NANOCLR_CHECK_HRESULT(Interop_Marshal_INT32(stack, 1, param0));

        signed int retValue = NativeDvp::Trigger(param0, hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Poll___I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        signed int retValue = NativeDvp::Poll(hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::AgeMs___I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        signed int retValue = NativeDvp::AgeMs(hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Read___I4__I4__SZARRAY_U1__I4__I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        signed int param0;
        NANOCLR_CHECK_HRESULT(Interop_Marshal_INT32(stack, 1, param0));

        CLR_RT_TypedArray_UINT8 param1;
        NANOCLR_CHECK_HRESULT(Interop_Marshal_UINT8_ARRAY(stack, 2, param1));

        signed int param2;
        NANOCLR_CHECK_HRESULT(Interop_Marshal_INT32(stack, 3, param2));

        signed int param3;
        NANOCLR_CHECK_HRESULT(Interop_Marshal_INT32(stack, 4, param3));

        signed int retValue = NativeDvp::Read(param0, param1, param2, param3, hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Release___I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        signed int retValue = NativeDvp::Release(hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Close___I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        signed int retValue = NativeDvp::Close(hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::Detail___I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        signed int retValue = NativeDvp::Detail(hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}

HRESULT Library_Sealcam_Esp32_Dvp_Sealcam_Esp32_Dvp_NativeDvp::SensorId___I4(CLR_RT_StackFrame &stack)
{
    NANOCLR_HEADER();
    hr = S_OK;
    {
        signed int retValue = NativeDvp::SensorId(hr);
        NANOCLR_CHECK_HRESULT(hr);
        SetResult_INT32(stack, retValue);
    }

    NANOCLR_NOCLEANUP();
}
