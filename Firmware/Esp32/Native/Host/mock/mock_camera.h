// A sensor and esp32-camera's frame queue in simulated time. Each frame carries the moment at which its first row began to be
// exposed.
#pragma once
#include <stdint.h>

#include "esp_camera.h"

namespace mock
{

// What the world is like; tests set it before Open.
struct World
{
    int64_t periodUs = 66000;       // from VSYNC to VSYNC
    int64_t exposureUs = 60000;     // of one row, before its read-out
    int frameBytes = 30000;
    int psramBytes = 2000000;       // for frame buffers
    uint16_t sensor = 0x26;         // 0: none answers
    framesize_t largest = FRAMESIZE_UXGA;
    bool stalled = false;           // VSYNC never comes
    esp_err_t refuse = ESP_OK;      // what esp_camera_init answers
    int refusedSetting = 0;         // 1 brightness, 2 mirror, 3 flip, 4 white balance
};

extern World world;

// Forgets everything and sets the time to 1 s.
void Reset();

// Lets time pass, frames being read out meanwhile.
void Advance(int64_t us);

int64_t Now();

// Frame buffers that the caller has and has not given back.
int Lent();

// esp_camera_init without esp_camera_deinit before it, and the like: what must never happen.
int Violations();

// Frames handed out so far.
int Handed();

bool IsOpen();

// The sensor draws next to nothing: told so by its register, its power-down line at that level (-1: the board has none or did not
// set it).
bool InStandby();
int PowerDownLine();

const camera_config_t &Config();

const sensor_t &Sensor();

// The moment at which the first row of a frame began to be exposed, out of its bytes.
int64_t ExposedFrom(const uint8_t *frame);

} // namespace mock
