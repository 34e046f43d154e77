// The way in from the runtime: by place in the table, arguments on a stack whose first is the object.
#include <string.h>

#include "Sealcam_Esp32_Dvp.h"
#include "support.h"
#include "test.h"

using namespace sealcam;

enum Method { MethodOpen, MethodTrigger, MethodPoll, MethodAgeMs, MethodRead, MethodRelease, MethodClose, MethodDetail, MethodSensorId };

static int Call(int method, std::vector<CLR_RT_StackFrame::Value> arguments, HRESULT expected = S_OK)
{
    CLR_RT_StackFrame stack;
    stack.arguments.push_back(CLR_RT_StackFrame::Value{-99, nullptr, nullptr});
    for (const CLR_RT_StackFrame::Value &value : arguments)
    {
        stack.arguments.push_back(value);
    }

    const CLR_RT_MethodHandler *table = (const CLR_RT_MethodHandler *)g_CLR_AssemblyNative_Sealcam_Esp32_Dvp.m_pNativeMethods;
    EQUAL(expected, table[method](stack));
    return stack.result;
}

static CLR_RT_StackFrame::Value Number(int number)
{
    return CLR_RT_StackFrame::Value{number, nullptr, nullptr};
}

TEST(AStillComesThroughTheTable)
{
    mock::Reset();
    std::vector<int> config = GoodConfig();
    EQUAL(0, Call(MethodOpen, {CLR_RT_StackFrame::Value{0, nullptr, &config}}));
    EQUAL(0x26, Call(MethodSensorId, {}));
    EQUAL(0, Call(MethodTrigger, {Number(1)}));
    int length = 0;
    for (int i = 0; i < 200 && length == 0; i++)
    {
        mock::Advance(5000);
        length = Call(MethodPoll, {});
    }

    EQUAL(30000, length);
    TRUE(Call(MethodAgeMs, {}) >= 0);
    std::vector<uint8_t> buffer(100, 0);
    EQUAL(40, Call(MethodRead, {Number(29950), CLR_RT_StackFrame::Value{0, &buffer, nullptr}, Number(60), Number(40)}));
    EQUAL(0, buffer[59]);
    TRUE(buffer[60] != 0 || buffer[61] != 0);
    EQUAL(10, Call(MethodRead, {Number(29990), CLR_RT_StackFrame::Value{0, &buffer, nullptr}, Number(0), Number(40)}));
    EQUAL(FaultBounds, Call(MethodRead, {Number(0), CLR_RT_StackFrame::Value{0, &buffer, nullptr}, Number(61), Number(40)}));
    EQUAL(0, Call(MethodRelease, {}));
    EQUAL(0, mock::Lent());
    EQUAL(0, Call(MethodClose, {}));
    TRUE(!mock::IsOpen());
}

TEST(AWrongArgumentIsTheRuntimesError)
{
    Call(MethodOpen, {Number(0)}, CLR_E_WRONG_TYPE);
    Call(MethodRead, {Number(0), Number(0), Number(0), Number(0)}, CLR_E_WRONG_TYPE);
}

TEST(AFaultsDetailComesThroughTheTable)
{
    mock::Reset();
    std::vector<int> config = GoodConfig();
    config[ConfigQuality] = 99;
    EQUAL(FaultConfig, Call(MethodOpen, {CLR_RT_StackFrame::Value{0, nullptr, &config}}));
    EQUAL(ConfigQuality, Call(MethodDetail, {}));
}

TEST(TheTableBelongsToTheAssemblyByName)
{
    EQUAL(0, strcmp("Sealcam.Esp32.Dvp", g_CLR_AssemblyNative_Sealcam_Esp32_Dvp.m_szAssemblyName));
}
