#include "dvp_core.h"

#include <string.h>

#include "driver/gpio.h"
#include "esp_timer.h"

namespace sealcam
{

namespace
{

int64_t StartUs(const camera_fb_t *frame)
{
    return (int64_t)frame->timestamp.tv_sec * 1000000 + frame->timestamp.tv_usec;
}

} // namespace

int DvpCore::Fail(int fault, int detail)
{
    _detail = detail;
    return fault;
}

// At most one frame a buffer: the driver may queue the next while this runs, and that one is judged by its time.
void DvpCore::DropQueued()
{
    for (int i = 0; i < _buffers && esp_camera_available_frames(); i++)
    {
        camera_fb_t *frame = esp_camera_fb_get();
        if (frame == nullptr)
        {
            return;
        }

        esp_camera_fb_return(frame);
    }
}

int DvpCore::Trigger(int settle)
{
    if (_state == Closed)
    {
        return Fail(FaultClosed, 0);
    }

    if (_state == Leased)
    {
        return Fail(FaultBusy, 0);
    }

    if (settle < 1 || settle > SettleMost)
    {
        return Fail(FaultBounds, settle);
    }

    _triggeredUs = esp_timer_get_time();
    _settle = settle;
    _seen = 0;
    DropQueued();
    _state = Exposing;
    return 0;
}

// The driver fills a free buffer as soon as it has one, so what is queued may be as old as the last Release: only time tells. The
// time is that of VSYNC, when read-out begins; with a rolling shutter the first rows were exposed up to one frame before. So a
// frame is fresh only if a whole frame has begun after the trigger before it.
bool DvpCore::IsFresh(const camera_fb_t *frame)
{
    _seen++;
    return StartUs(frame) >= _triggeredUs && _settle-- <= 0;
}

int DvpCore::Poll()
{
    if (_state == Leased)
    {
        return (int)_frame->len;
    }

    if (_state != Exposing)
    {
        return Fail(_state == Closed ? FaultClosed : FaultNotTriggered, 0);
    }

    for (int i = 0; i <= _buffers && esp_camera_available_frames(); i++)
    {
        // Does not wait, unless the queued frame has lost its end: then up to 4 s for another (FB_GET_TIMEOUT).
        camera_fb_t *frame = esp_camera_fb_get();
        if (frame == nullptr)
        {
            break;
        }

        if (IsFresh(frame) && frame->buf != nullptr && frame->len > 0)
        {
            _frame = frame;
            _state = Leased;
            return (int)frame->len;
        }

        esp_camera_fb_return(frame);
    }

    if (esp_timer_get_time() - _triggeredUs <= FrameTimeoutUs)
    {
        return 0;
    }

    _state = Idle;
    return Fail(FaultNoFrame, _seen);
}

int DvpCore::AgeMs()
{
    if (_state != Leased)
    {
        return Fail(_state == Closed ? FaultClosed : FaultNotTriggered, 0);
    }

    int64_t age = (esp_timer_get_time() - StartUs(_frame)) / 1000;
    return age < 0 ? 0 : age > INT32_MAX ? INT32_MAX : (int)age;
}

int DvpCore::Read(int position, uint8_t *buffer, int size, int offset, int count)
{
    if (_state != Leased)
    {
        return Fail(_state == Closed ? FaultClosed : FaultNotTriggered, 0);
    }

    // Subtractions only: a sum of two values from managed code may overflow.
    int length = (int)_frame->len;
    bool inside = position >= 0 && position <= length && offset >= 0 && offset <= size && count >= 0 && count <= size - offset;
    if (buffer == nullptr || !inside)
    {
        return Fail(FaultBounds, position);
    }

    int wanted = count < length - position ? count : length - position;
    memcpy(buffer + offset, _frame->buf + position, (size_t)wanted);
    return wanted;
}

int DvpCore::Release()
{
    if (_state == Leased)
    {
        esp_camera_fb_return(_frame);
        _frame = nullptr;
        _state = Idle;
    }

    return 0;
}

// A sensor whose clock stops still draws some mA. Opening ends this: esp32-camera pulls the line down, and resets the sensor by
// SCCB, which goes on working.
void DvpCore::Rest()
{
    sensor_t *sensor = esp_camera_sensor_get();
    if (sensor != nullptr && sensor->id.PID == OV2640_PID)
    {
        // OV2640 datasheet, COM2 (bank 1, 0x09): bit 4 is standby. Bit 8 of the number names the bank (ov2640.c, set_reg).
        sensor->set_reg(sensor, 0x109, 0x10, 0x10);
    }
    else if (sensor != nullptr && (sensor->id.PID == OV3660_PID || sensor->id.PID == OV5640_PID))
    {
        // OV5640 datasheet, table 7-1: SYSTEM CTROL0, bit 6 is power down by software; the OV3660 has the same.
        sensor->set_reg(sensor, 0x3008, 0x40, 0x40);
    }
}

int DvpCore::Close()
{
    if (_state != Closed)
    {
        Release();
        Rest();
        esp_camera_deinit();
        if (_powerDown >= 0)
        {
            gpio_set_level((gpio_num_t)_powerDown, 1);
        }

        _state = Closed;
    }

    return 0;
}

int DvpCore::SensorId() const
{
    sensor_t *sensor = _state == Closed ? nullptr : esp_camera_sensor_get();
    return sensor == nullptr ? 0 : sensor->id.PID;
}

} // namespace sealcam
