// Opening: from the array of the managed side to a running sensor, or to the fault that says why not.
#include "dvp_core.h"

#include <string.h>

namespace sealcam
{

namespace
{

// The highest GPIO of the chips that esp32-camera knows (ESP32-S3).
const int GpioMost = 48;

// The numbers of framesize_t have moved between releases of esp32-camera; its table of widths and heights goes with them.
framesize_t FindSize(int width, int height)
{
    int size = 0;
    while (size < FRAMESIZE_INVALID && (resolution[size].width != width || resolution[size].height != height))
    {
        size++;
    }

    return (framesize_t)size;
}

// What cam_config allocates for a JPEG frame (cam_hal.c, CAMERA_JPEG_MODE_FRAME_SIZE_AUTO).
int FrameBytes(int width, int height)
{
    return width * height / 5;
}

camera_config_t Translate(const int *config, framesize_t size)
{
    camera_config_t camera;
    memset(&camera, 0, sizeof(camera));
    camera.pin_pwdn = config[ConfigPowerDown];
    camera.pin_reset = config[ConfigReset];
    camera.pin_xclk = config[ConfigXclk];
    camera.pin_sccb_sda = config[ConfigSiod];
    camera.pin_sccb_scl = config[ConfigSioc];
    camera.pin_d0 = config[ConfigData];
    camera.pin_d1 = config[ConfigData + 1];
    camera.pin_d2 = config[ConfigData + 2];
    camera.pin_d3 = config[ConfigData + 3];
    camera.pin_d4 = config[ConfigData + 4];
    camera.pin_d5 = config[ConfigData + 5];
    camera.pin_d6 = config[ConfigData + 6];
    camera.pin_d7 = config[ConfigData + 7];
    camera.pin_vsync = config[ConfigVsync];
    camera.pin_href = config[ConfigHref];
    camera.pin_pclk = config[ConfigPclk];
    camera.xclk_freq_hz = config[ConfigXclkHz];

    // The last of each, because nanoFramework's PWM hands them out from the first on. ESP32-S3 makes XCLK without them.
    camera.ledc_timer = LEDC_TIMER_3;
    camera.ledc_channel = LEDC_CHANNEL_7;
    camera.pixel_format = PIXFORMAT_JPEG;
    camera.frame_size = size;
    camera.jpeg_quality = config[ConfigQuality];
    camera.fb_count = (size_t)config[ConfigBuffers];
    camera.fb_location = CAMERA_FB_IN_PSRAM;

    // With one buffer the mode is of no account; with more, LATEST makes the queue drop the oldest instead of the newest.
    camera.grab_mode = CAMERA_GRAB_LATEST;
    return camera;
}

} // namespace

int DvpCore::CheckRanges(const int *config)
{
    if (config[ConfigLayout] != LayoutOne)
    {
        return Fail(FaultConfig, ConfigLayout);
    }

    for (int i = ConfigPowerDown; i <= ConfigPclk; i++)
    {
        // The first three may be absent on a board.
        if (config[i] < (i <= ConfigXclk ? -1 : 0) || config[i] > GpioMost)
        {
            return Fail(FaultConfig, i);
        }
    }

    struct Range { int place, low, high; };
    static const Range ranges[] = {
        {ConfigXclkHz, 5000000, 24000000},
        {ConfigQuality, 4, 63},
        {ConfigBuffers, 1, 2},
        {ConfigBrightness, -2, 2},
        {ConfigMirror, 0, 1},
        {ConfigFlip, 0, 1},
        {ConfigWhiteBalance, 0, 4},
    };
    for (const Range &range : ranges)
    {
        if (config[range.place] < range.low || config[range.place] > range.high)
        {
            return Fail(FaultConfig, range.place);
        }
    }

    return 0;
}

int DvpCore::Open(const int *config, int count)
{
    // A restart of the CLR alone leaves the driver as it was, and a second esp_camera_init would lose the first one's buffers.
    Close();
    if (config == nullptr || count != ConfigCount)
    {
        return Fail(FaultConfig, ConfigLayout);
    }

    int result = CheckRanges(config);
    if (result < 0)
    {
        return result;
    }

    framesize_t size = FindSize(config[ConfigWidth], config[ConfigHeight]);
    if (size == FRAMESIZE_INVALID)
    {
        return Fail(FaultConfig, ConfigWidth);
    }

    result = Start(config, size);
    if (result == 0)
    {
        _buffers = config[ConfigBuffers];
        _powerDown = config[ConfigPowerDown];
        _state = Idle;
        result = Apply(config);
    }

    if (result < 0)
    {
        int detail = _detail;
        Close();
        _detail = detail;
    }

    return result;
}

int DvpCore::Start(const int *config, framesize_t size)
{
    camera_config_t camera = Translate(config, size);
    esp_err_t error = esp_camera_init(&camera);
    if (error == ESP_OK)
    {
        return 0;
    }

    // cam_config answers every failed allocation with ESP_FAIL, and the probe a missing sensor with NOT_SUPPORTED.
    if (error == ESP_FAIL || error == ESP_ERR_NO_MEM)
    {
        return Fail(FaultNoMemory, FrameBytes(config[ConfigWidth], config[ConfigHeight]));
    }

    bool absent = error == ESP_ERR_NOT_SUPPORTED || error == ESP_ERR_NOT_FOUND || error == ESP_ERR_CAMERA_NOT_DETECTED ||
                  error == ESP_ERR_CAMERA_NOT_SUPPORTED;
    return Fail(absent ? FaultNotFound : FaultStart, error);
}

int DvpCore::Apply(const int *config)
{
    sensor_t *sensor = esp_camera_sensor_get();
    if (sensor == nullptr)
    {
        return Fail(FaultStart, ESP_ERR_INVALID_STATE);
    }

    // A size beyond the sensor's is not an error to esp32-camera: it takes the largest instead, with a line in a log that is off.
    framesize_t real = sensor->status.framesize;
    if (resolution[real].width != config[ConfigWidth] || resolution[real].height != config[ConfigHeight])
    {
        return Fail(FaultSize, resolution[real].width << 16 | resolution[real].height);
    }

    if (sensor->set_brightness(sensor, config[ConfigBrightness]) != 0)
    {
        return Fail(FaultSet, ConfigBrightness);
    }

    if (sensor->set_hmirror(sensor, config[ConfigMirror]) != 0)
    {
        return Fail(FaultSet, ConfigMirror);
    }

    if (sensor->set_vflip(sensor, config[ConfigFlip]) != 0)
    {
        return Fail(FaultSet, ConfigFlip);
    }

    return sensor->set_wb_mode(sensor, config[ConfigWhiteBalance]) != 0 ? Fail(FaultSet, ConfigWhiteBalance) : 0;
}

} // namespace sealcam
