// A test is a function that registers itself; a failed check throws, so that the rest of the test does not run on.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

struct Test
{
    const char *name;
    void (*body)();
};

std::vector<Test> &Tests();

struct Registered
{
    Registered(const char *name, void (*body)()) { Tests().push_back(Test{name, body}); }
};

#define TEST(name)                              \
    static void name();                         \
    static Registered s_##name(#name, name);    \
    static void name()

inline void CheckEqual(long long expected, long long actual, const char *what, int line)
{
    if (expected != actual)
    {
        throw std::runtime_error(
            "line " + std::to_string(line) + ": " + what + " is " + std::to_string(actual) + ", not " + std::to_string(expected));
    }
}

#define EQUAL(expected, actual) CheckEqual((long long)(expected), (long long)(actual), #actual, __LINE__)
#define TRUE(condition) CheckEqual(1, (condition) ? 1 : 0, #condition, __LINE__)
