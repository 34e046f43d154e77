// The DVP sensor over espressif/esp32-camera, without a word of nanoCLR: compiles for the firmware and for the host test.
#ifndef SEALCAM_DVP_CORE_H
#define SEALCAM_DVP_CORE_H

#include <stddef.h>
#include <stdint.h>

#include "esp_camera.h"

namespace sealcam
{

// Failures, as Camera/DvpFault.cs names and words them.
enum DvpFault
{
    FaultConfig = -1,       // detail: index of the value
    FaultSize = -2,         // detail: width << 16 | height of the sensor's largest
    FaultNoMemory = -3,     // detail: bytes of one frame buffer
    FaultNotFound = -4,     // detail: esp_err_t
    FaultStart = -5,        // detail: esp_err_t
    FaultSet = -6,          // detail: index of the value
    FaultClosed = -7,
    FaultBusy = -8,
    FaultNotTriggered = -9,
    FaultNoFrame = -10,     // detail: frames seen since the trigger
    FaultBounds = -11,
};

// Places in the array that Open takes, as in Camera/DvpConfig.cs.
enum DvpConfig
{
    ConfigLayout = 0,
    ConfigPowerDown = 1,
    ConfigReset = 2,
    ConfigXclk = 3,
    ConfigSiod = 4,
    ConfigSioc = 5,
    ConfigData = 6,         // eight places
    ConfigVsync = 14,
    ConfigHref = 15,
    ConfigPclk = 16,
    ConfigXclkHz = 17,
    ConfigWidth = 18,
    ConfigHeight = 19,
    ConfigQuality = 20,
    ConfigBuffers = 21,
    ConfigBrightness = 22,
    ConfigMirror = 23,
    ConfigFlip = 24,
    ConfigWhiteBalance = 25,
    ConfigCount = 26,
};

const int LayoutOne = 1;
const int SettleMost = 30;

// Microseconds without a frame that count as failed: 30 frames of a sensor that has slowed to 5 a second in the dark.
const int64_t FrameTimeoutUs = 6000000;

// One sensor, one still at a time. Not thread safe: nanoCLR calls from its one task.
class DvpCore
{
  public:
    // Each returns 0 or more, or a DvpFault.
    int Open(const int *config, int count);
    int Trigger(int settle);
    int Poll();
    int AgeMs();
    int Read(int position, uint8_t *buffer, int size, int offset, int count);
    int Release();
    int Close();

    int Detail() const { return _detail; }
    int SensorId() const;

  private:
    enum State { Closed, Idle, Exposing, Leased };

    int Fail(int fault, int detail);
    int CheckRanges(const int *config);
    int Start(const int *config, framesize_t size);
    int Apply(const int *config);
    void Rest();
    void DropQueued();
    bool IsFresh(const camera_fb_t *frame);

    State _state = Closed;
    camera_fb_t *_frame = nullptr;
    int64_t _triggeredUs = 0;   // esp_timer_get_time() at the trigger
    int _settle = 0;            // whole frames still to be thrown away
    int _seen = 0;              // frames since the trigger
    int _buffers = 0;
    int _detail = 0;
    int _powerDown = -1;        // GPIO, -1 if the board has none
};

} // namespace sealcam

#endif
