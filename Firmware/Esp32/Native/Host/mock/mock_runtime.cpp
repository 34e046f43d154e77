#include "nanoCLR_Interop.h"

HRESULT Interop_Marshal_INT32(const CLR_RT_StackFrame &stack, unsigned int index, signed int &value)
{
    value = stack.arguments.at(index).number;
    return S_OK;
}

HRESULT Interop_Marshal_UINT8_ARRAY(const CLR_RT_StackFrame &stack, unsigned int index, CLR_RT_TypedArray_UINT8 &array)
{
    std::vector<uint8_t> *bytes = stack.arguments.at(index).bytes;
    if (bytes == nullptr)
    {
        return CLR_E_WRONG_TYPE;
    }

    array.data = bytes->data();
    array.count = (unsigned int)bytes->size();
    return S_OK;
}

HRESULT Interop_Marshal_INT32_ARRAY(const CLR_RT_StackFrame &stack, unsigned int index, CLR_RT_TypedArray_INT32 &array)
{
    std::vector<int> *numbers = stack.arguments.at(index).numbers;
    if (numbers == nullptr)
    {
        return CLR_E_WRONG_TYPE;
    }

    array.data = numbers->data();
    array.count = (unsigned int)numbers->size();
    return S_OK;
}

void SetResult_INT32(CLR_RT_StackFrame &stack, signed int value)
{
    stack.result = value;
}
