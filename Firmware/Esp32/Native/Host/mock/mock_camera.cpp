#include "mock_camera.h"

#include <string.h>

#include "driver/gpio.h"

#include <deque>
#include <vector>

const resolution_info_t resolution[] = {{640, 480, 0}, {1600, 1200, 0}, {2048, 1536, 0}, {2560, 1920, 0}};

namespace mock
{

World world;

namespace
{

struct Buffer
{
    camera_fb_t frame;
    std::vector<uint8_t> bytes;
    bool free, lent;
};

int64_t s_now, s_nextVsync;
std::vector<Buffer> s_buffers;
std::deque<Buffer *> s_queue;
Buffer *s_filling;
size_t s_queueMost;
bool s_open, s_standby;
int s_powerDown;
int s_violations, s_handed;
camera_config_t s_config;
sensor_t s_sensor;

int Set(int place, uint8_t *target, int value)
{
    *target = (uint8_t)value;
    return world.refusedSetting == place ? -1 : 0;
}

int SetBrightness(sensor_t *sensor, int level) { return Set(1, (uint8_t *)&sensor->status.brightness, level); }
int SetMirror(sensor_t *sensor, int enable) { return Set(2, &sensor->status.hmirror, enable); }
int SetFlip(sensor_t *sensor, int enable) { return Set(3, &sensor->status.vflip, enable); }
// Where the sensors of the datasheets have their standby bit; the clock must run, or the registers do not answer.
int SetRegister(sensor_t *sensor, int reg, int mask, int value)
{
    bool standby = sensor->id.PID == 0x26 ? reg == 0x109 && mask == 0x10 : reg == 0x3008 && mask == 0x40;
    s_standby = standby && s_open && value == mask;
    return s_open ? 0 : -1;
}

int SetBalance(sensor_t *sensor, int mode) { return Set(4, &sensor->status.wb_mode, mode); }

void Begin(Buffer &buffer)
{
    buffer.free = false;
    buffer.frame.timestamp.tv_sec = s_now / 1000000;
    buffer.frame.timestamp.tv_usec = s_now % 1000000;
    int64_t exposed = s_now - world.exposureUs;
    buffer.bytes.resize((size_t)world.frameBytes);
    for (size_t i = 0; i < buffer.bytes.size(); i++)
    {
        buffer.bytes[i] = (uint8_t)(i * 31 + (size_t)s_handed);
    }

    memcpy(buffer.bytes.data(), &exposed, sizeof(exposed));
    buffer.frame.buf = buffer.bytes.data();
    buffer.frame.len = buffer.bytes.size();
    s_filling = &buffer;
}

// The rules of cam_hal.c: a frame ends at VSYNC and is queued, the oldest making room; the next begins in any free buffer at
// once, but with none free it begins only at a later VSYNC.
void Vsync()
{
    if (s_filling != nullptr)
    {
        if (s_queue.size() == s_queueMost)
        {
            s_queue.front()->free = true;
            s_queue.pop_front();
        }

        s_queue.push_back(s_filling);
        s_filling = nullptr;
    }

    for (Buffer &buffer : s_buffers)
    {
        if (buffer.free)
        {
            Begin(buffer);
            return;
        }
    }
}

} // namespace

void Reset()
{
    world = World();
    s_now = 1000000;
    s_buffers.clear();
    s_queue.clear();
    s_filling = nullptr;
    s_open = false;
    s_standby = false;
    s_powerDown = -1;
    s_violations = s_handed = 0;
}

void Advance(int64_t us)
{
    int64_t until = s_now + us;
    while (s_open && !world.stalled && s_nextVsync <= until)
    {
        s_now = s_nextVsync;
        s_nextVsync += world.periodUs;
        Vsync();
    }

    s_now = until;
}

int64_t Now() { return s_now; }
int Violations() { return s_violations; }
int Handed() { return s_handed; }
bool IsOpen() { return s_open; }
bool InStandby() { return s_standby; }
int PowerDownLine() { return s_powerDown; }
const camera_config_t &Config() { return s_config; }
const sensor_t &Sensor() { return s_sensor; }

int Lent()
{
    int lent = 0;
    for (const Buffer &buffer : s_buffers)
    {
        lent += buffer.lent;
    }

    return lent;
}

int64_t ExposedFrom(const uint8_t *frame)
{
    int64_t exposed;
    memcpy(&exposed, frame, sizeof(exposed));
    return exposed;
}

} // namespace mock

using namespace mock;

int64_t esp_timer_get_time(void)
{
    return s_now;
}

esp_err_t esp_camera_init(const camera_config_t *config)
{
    s_violations += s_open;
    if (world.refuse != ESP_OK || world.sensor == 0)
    {
        return world.refuse != ESP_OK ? world.refuse : ESP_ERR_NOT_SUPPORTED;
    }

    framesize_t size = config->frame_size > world.largest ? world.largest : config->frame_size;
    if ((int)config->fb_count * (resolution[size].width * resolution[size].height / 5) > world.psramBytes)
    {
        return ESP_FAIL;
    }

    s_config = *config;
    s_sensor = sensor_t();
    s_sensor.id.PID = world.sensor;
    s_sensor.status.framesize = size;
    s_sensor.set_brightness = SetBrightness;
    s_sensor.set_hmirror = SetMirror;
    s_sensor.set_vflip = SetFlip;
    s_sensor.set_wb_mode = SetBalance;
    s_sensor.set_reg = SetRegister;
    s_standby = false;
    s_powerDown = config->pin_pwdn >= 0 ? 0 : -1;
    s_buffers.assign(config->fb_count, Buffer{camera_fb_t(), std::vector<uint8_t>(), true, false});
    s_queueMost = config->fb_count > 1 && config->grab_mode == CAMERA_GRAB_LATEST ? config->fb_count - 1 : config->fb_count;
    s_queue.clear();
    s_filling = nullptr;
    s_nextVsync = s_now + world.periodUs / 3;
    s_open = true;
    return ESP_OK;
}

esp_err_t gpio_set_level(gpio_num_t gpio_num, uint32_t level)
{
    // Before the driver has let go of it the line is the driver's.
    s_violations += s_open || (int)gpio_num != s_config.pin_pwdn;
    s_powerDown = (int)level;
    return ESP_OK;
}

esp_err_t esp_camera_deinit(void)
{
    s_violations += !s_open || Lent() > 0;
    s_open = false;
    return ESP_OK;
}

camera_fb_t *esp_camera_fb_get(void)
{
    s_violations += !s_open;
    int64_t until = s_now + 4000000;
    while (s_queue.empty() && s_now < until)
    {
        Advance(10000);
    }

    if (s_queue.empty())
    {
        return nullptr;
    }

    Buffer *buffer = s_queue.front();
    s_queue.pop_front();
    buffer->lent = true;
    s_handed++;
    return &buffer->frame;
}

void esp_camera_fb_return(camera_fb_t *frame)
{
    for (Buffer &buffer : s_buffers)
    {
        if (&buffer.frame == frame)
        {
            s_violations += !buffer.lent;
            buffer.lent = false;
            buffer.free = true;
            return;
        }
    }

    s_violations++;
}

sensor_t *esp_camera_sensor_get(void)
{
    return s_open ? &s_sensor : nullptr;
}

bool esp_camera_available_frames(void)
{
    return s_open && !s_queue.empty();
}
