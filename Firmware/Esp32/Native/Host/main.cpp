#include <stdio.h>

#include "test.h"

std::vector<Test> &Tests()
{
    static std::vector<Test> tests;
    return tests;
}

int main()
{
    int passed = 0, failed = 0;
    for (const Test &test : Tests())
    {
        try
        {
            test.body();
            passed++;
        }
        catch (const std::exception &e)
        {
            failed++;
            printf("FAILED %s: %s\n", test.name, e.what());
        }
    }

    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? 0 : 1;
}
