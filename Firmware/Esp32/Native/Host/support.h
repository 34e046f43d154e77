// A configuration that is right in every place, and the two ways to wait.
#pragma once
#include <vector>

#include "dvp_core.h"
#include "mock/mock_camera.h"

inline std::vector<int> GoodConfig()
{
    std::vector<int> config = {
        sealcam::LayoutOne, 32, -1, 0, 26, 27, 5, 18, 19, 21, 36, 39, 34, 35, 25, 23, 22,
        20000000, 1600, 1200, 12, 1, 0, 0, 0, 0};
    return config;
}

inline int Open(sealcam::DvpCore &dvp, const std::vector<int> &config)
{
    return dvp.Open(config.data(), (int)config.size());
}

// Polls as the agent does, every 5 ms, until there is a still, a fault, or the time is over.
inline int PollUntil(sealcam::DvpCore &dvp, int64_t us)
{
    int result = dvp.Poll();
    for (int64_t waited = 0; result == 0 && waited < us; waited += 5000)
    {
        mock::Advance(5000);
        result = dvp.Poll();
    }

    return result;
}
