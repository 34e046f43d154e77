#pragma once
#include <stdint.h>

#include "../esp_err.h"

typedef enum { GPIO_NUM_0, GPIO_NUM_48 = 48 } gpio_num_t;

extern "C" esp_err_t gpio_set_level(gpio_num_t gpio_num, uint32_t level);
