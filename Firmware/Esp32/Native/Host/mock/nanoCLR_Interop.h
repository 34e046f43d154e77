// As much of the runtime as the marshalling code needs, so that it compiles and runs on the host: arguments in a stack frame,
// results in it. The real header is nf-interpreter:src/CLR/Include/nanoCLR_Interop.h.
#pragma once
#include <stddef.h>
#include <stdint.h>

#include <vector>

typedef int HRESULT;
#define S_OK 0
#define CLR_E_WRONG_TYPE ((HRESULT)0xa1000000)
#define FAILED(hr) ((hr) < 0)

struct CLR_RT_StackFrame
{
    struct Value
    {
        int number;
        std::vector<uint8_t> *bytes;
        std::vector<int> *numbers;
    };

    std::vector<Value> arguments;
    int result = 0;
};

template <class T> class CLR_RT_TypedArray
{
  public:
    T *data = nullptr;
    unsigned int count = 0;
    T *GetBuffer() { return data; }
    unsigned int GetSize() { return count; }
};

typedef CLR_RT_TypedArray<unsigned char> CLR_RT_TypedArray_UINT8;
typedef CLR_RT_TypedArray<signed int> CLR_RT_TypedArray_INT32;

typedef HRESULT (*CLR_RT_MethodHandler)(CLR_RT_StackFrame &stack);

struct CLR_RECORD_VERSION
{
    uint16_t iMajorVersion, iMinorVersion, iBuildNumber, iRevisionNumber;
};

struct CLR_RT_NativeAssemblyData
{
    const char *m_szAssemblyName;
    unsigned int m_checkSum;
    const void *m_pNativeMethods;
    CLR_RECORD_VERSION m_Version;
};

#define NANOCLR_NATIVE_DECLARE(method) static HRESULT method(CLR_RT_StackFrame &stack)
#define NANOCLR_HEADER() HRESULT hr
#define NANOCLR_CHECK_HRESULT(expression) \
    {                                     \
        if (FAILED(hr = (expression)))    \
            goto nanoCLR_Cleanup;         \
    }
#define NANOCLR_NOCLEANUP() \
    hr = S_OK;              \
    nanoCLR_Cleanup:        \
    return hr

HRESULT Interop_Marshal_INT32(const CLR_RT_StackFrame &stack, unsigned int index, signed int &value);
HRESULT Interop_Marshal_UINT8_ARRAY(const CLR_RT_StackFrame &stack, unsigned int index, CLR_RT_TypedArray_UINT8 &array);
HRESULT Interop_Marshal_INT32_ARRAY(const CLR_RT_StackFrame &stack, unsigned int index, CLR_RT_TypedArray_INT32 &array);
void SetResult_INT32(CLR_RT_StackFrame &stack, signed int value);
