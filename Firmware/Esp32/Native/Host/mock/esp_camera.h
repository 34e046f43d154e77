// The part of esp32-camera's interface that the driver uses, written from its documentation. Numbers of sizes and sensors' tables
// are the mock's own on purpose: the driver must not depend on them.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/time.h>

#include "driver/ledc.h"
#include "esp_err.h"

#define ESP_ERR_CAMERA_NOT_DETECTED 0x20001
#define ESP_ERR_CAMERA_NOT_SUPPORTED 0x20004

typedef enum { PIXFORMAT_RGB565, PIXFORMAT_JPEG } pixformat_t;
typedef enum { FRAMESIZE_VGA, FRAMESIZE_UXGA, FRAMESIZE_QXGA, FRAMESIZE_QSXGA, FRAMESIZE_INVALID } framesize_t;
typedef enum { CAMERA_FB_IN_PSRAM, CAMERA_FB_IN_DRAM } camera_fb_location_t;
typedef enum { CAMERA_GRAB_WHEN_EMPTY, CAMERA_GRAB_LATEST } camera_grab_mode_t;

typedef struct
{
    const uint16_t width, height;
    const int aspect_ratio;
} resolution_info_t;

extern const resolution_info_t resolution[];

enum { OV2640_PID = 0x26, OV3660_PID = 0x3660, OV5640_PID = 0x5640 };

typedef struct
{
    uint8_t MIDH, MIDL;
    uint16_t PID;
    uint8_t VER;
} sensor_id_t;

typedef struct
{
    framesize_t framesize;
    uint8_t quality;
    int8_t brightness;
    uint8_t hmirror, vflip, wb_mode;
} camera_status_t;

typedef struct _sensor sensor_t;
struct _sensor
{
    sensor_id_t id;
    camera_status_t status;
    int (*set_brightness)(sensor_t *sensor, int level);
    int (*set_hmirror)(sensor_t *sensor, int enable);
    int (*set_vflip)(sensor_t *sensor, int enable);
    int (*set_wb_mode)(sensor_t *sensor, int mode);
    int (*set_reg)(sensor_t *sensor, int reg, int mask, int value);
};

typedef struct
{
    int pin_pwdn, pin_reset, pin_xclk, pin_sccb_sda, pin_sccb_scl;
    int pin_d7, pin_d6, pin_d5, pin_d4, pin_d3, pin_d2, pin_d1, pin_d0;
    int pin_vsync, pin_href, pin_pclk;
    int xclk_freq_hz;
    ledc_timer_t ledc_timer;
    ledc_channel_t ledc_channel;
    pixformat_t pixel_format;
    framesize_t frame_size;
    int jpeg_quality;
    size_t fb_count;
    camera_fb_location_t fb_location;
    camera_grab_mode_t grab_mode;
    int sccb_i2c_port;
} camera_config_t;

typedef struct
{
    uint8_t *buf;
    size_t len, width, height;
    pixformat_t format;
    struct timeval timestamp;   // since boot, of the first DMA transfer of the frame
} camera_fb_t;

esp_err_t esp_camera_init(const camera_config_t *config);
esp_err_t esp_camera_deinit(void);
camera_fb_t *esp_camera_fb_get(void);
void esp_camera_fb_return(camera_fb_t *frame);
sensor_t *esp_camera_sensor_get(void);
bool esp_camera_available_frames(void);
