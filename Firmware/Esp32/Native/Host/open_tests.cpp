#include "support.h"
#include "test.h"

using namespace sealcam;

static int OpenWith(int place, int value)
{
    mock::Reset();
    DvpCore dvp;
    std::vector<int> config = GoodConfig();
    config[(size_t)place] = value;
    int result = Open(dvp, config);
    if (result == FaultConfig)
    {
        EQUAL(place == ConfigHeight ? ConfigWidth : place, dvp.Detail());
    }

    TRUE(mock::IsOpen() == (result == 0));
    dvp.Close();
    EQUAL(0, mock::Violations());
    return result;
}

TEST(EveryValueOutOfRangeIsRefusedByItsPlace)
{
    struct Case { int place, value; };
    const Case cases[] = {{ConfigLayout, 0}, {ConfigLayout, 2}, {ConfigPowerDown, -2}, {ConfigReset, 49}, {ConfigSiod, -1},
        {ConfigSioc, 49}, {ConfigData, -1}, {ConfigData + 7, 49}, {ConfigVsync, -1}, {ConfigHref, -1}, {ConfigPclk, 1000},
        {ConfigXclkHz, 0}, {ConfigXclkHz, 40000000}, {ConfigWidth, 1601}, {ConfigHeight, 1}, {ConfigQuality, 3}, {ConfigQuality, 64},
        {ConfigBuffers, 0}, {ConfigBuffers, 3}, {ConfigBrightness, -3}, {ConfigBrightness, 3}, {ConfigMirror, 2}, {ConfigFlip, -1},
        {ConfigWhiteBalance, 5}};
    for (const Case &one : cases)
    {
        EQUAL(FaultConfig, OpenWith(one.place, one.value));
    }

    EQUAL(0, OpenWith(ConfigXclk, -1));
    EQUAL(0, OpenWith(ConfigPowerDown, -1));
}

TEST(AnArrayOfAnotherLengthIsRefused)
{
    mock::Reset();
    DvpCore dvp;
    std::vector<int> config = GoodConfig();
    EQUAL(FaultConfig, dvp.Open(config.data(), ConfigCount - 1));
    EQUAL(FaultConfig, dvp.Open(config.data(), 0));
    EQUAL(FaultConfig, dvp.Open(nullptr, ConfigCount));
}

TEST(EachPinGoesToItsLine)
{
    mock::Reset();
    DvpCore dvp;
    std::vector<int> config = GoodConfig();
    for (int i = ConfigPowerDown; i <= ConfigPclk; i++)
    {
        config[(size_t)i] = 20 + i;
    }

    EQUAL(0, Open(dvp, config));
    const camera_config_t &made = mock::Config();
    const int lines[] = {made.pin_pwdn, made.pin_reset, made.pin_xclk, made.pin_sccb_sda, made.pin_sccb_scl, made.pin_d0, made.pin_d1,
        made.pin_d2, made.pin_d3, made.pin_d4, made.pin_d5, made.pin_d6, made.pin_d7, made.pin_vsync, made.pin_href, made.pin_pclk};
    for (int i = ConfigPowerDown; i <= ConfigPclk; i++)
    {
        EQUAL(20 + i, lines[i - 1]);
    }

    EQUAL(PIXFORMAT_JPEG, made.pixel_format);
    EQUAL(CAMERA_FB_IN_PSRAM, made.fb_location);
    EQUAL(12, made.jpeg_quality);
    EQUAL(20000000, made.xclk_freq_hz);
    dvp.Close();
}

TEST(SettingsReachTheSensor)
{
    mock::Reset();
    DvpCore dvp;
    std::vector<int> config = GoodConfig();
    config[ConfigBrightness] = -2;
    config[ConfigMirror] = 1;
    config[ConfigFlip] = 1;
    config[ConfigWhiteBalance] = 3;
    EQUAL(0, Open(dvp, config));
    EQUAL(-2, mock::Sensor().status.brightness);
    EQUAL(1, mock::Sensor().status.hmirror);
    EQUAL(1, mock::Sensor().status.vflip);
    EQUAL(3, mock::Sensor().status.wb_mode);
    EQUAL(0x26, dvp.SensorId());
    dvp.Close();
}

TEST(ASettingThatTheSensorRefusesIsNamed)
{
    const int places[] = {ConfigBrightness, ConfigMirror, ConfigFlip, ConfigWhiteBalance};
    for (int i = 0; i < 4; i++)
    {
        mock::Reset();
        mock::world.refusedSetting = i + 1;
        DvpCore dvp;
        EQUAL(FaultSet, Open(dvp, GoodConfig()));
        EQUAL(places[i], dvp.Detail());
        TRUE(!mock::IsOpen());
    }
}

TEST(ASizeBeyondTheSensorsIsAFaultThatNamesItsLargest)
{
    mock::Reset();
    DvpCore dvp;
    std::vector<int> config = GoodConfig();
    config[ConfigWidth] = 2560;
    config[ConfigHeight] = 1920;
    EQUAL(FaultSize, Open(dvp, config));
    EQUAL(1600 << 16 | 1200, dvp.Detail());
    TRUE(!mock::IsOpen());
    mock::world.sensor = 0x5640;
    mock::world.largest = FRAMESIZE_QSXGA;
    EQUAL(0, Open(dvp, config));
    dvp.Close();
}

TEST(TooLittlePsramIsAFaultThatNamesTheFrame)
{
    mock::Reset();
    mock::world.psramBytes = 262144;
    DvpCore dvp;
    EQUAL(FaultNoMemory, Open(dvp, GoodConfig()));
    EQUAL(384000, dvp.Detail());
}

TEST(NoSensorAndABusThatDoesNotStartAreTwoFaults)
{
    mock::Reset();
    mock::world.sensor = 0;
    DvpCore dvp;
    EQUAL(FaultNotFound, Open(dvp, GoodConfig()));
    EQUAL(ESP_ERR_NOT_SUPPORTED, dvp.Detail());
    mock::world.sensor = 0x26;
    mock::world.refuse = ESP_ERR_INVALID_STATE;
    EQUAL(FaultStart, Open(dvp, GoodConfig()));
    EQUAL(ESP_ERR_INVALID_STATE, dvp.Detail());
    mock::world.refuse = ESP_OK;
    EQUAL(0, Open(dvp, GoodConfig()));
    dvp.Close();
    EQUAL(0, mock::Violations());
}
