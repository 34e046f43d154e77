#include <limits.h>
#include <string.h>

#include "support.h"
#include "test.h"

using namespace sealcam;

static int LeaseOne(DvpCore &dvp)
{
    mock::Reset();
    EQUAL(0, Open(dvp, GoodConfig()));
    EQUAL(0, dvp.Trigger(1));
    return PollUntil(dvp, 10000000);
}

TEST(AStillIsReadWholeInChunks)
{
    DvpCore dvp;
    int length = LeaseOne(dvp);
    EQUAL(30000, length);
    std::vector<uint8_t> whole(30000), chunks(30000), buffer(4100);
    EQUAL(30000, dvp.Read(0, whole.data(), 30000, 0, 30000));
    int position = 0;
    for (int read; (read = dvp.Read(position, buffer.data(), 4100, 4, 4096)) > 0; position += read)
    {
        memcpy(chunks.data() + position, buffer.data() + 4, (size_t)read);
    }

    EQUAL(30000, position);
    EQUAL(0, memcmp(whole.data(), chunks.data(), 30000));
    dvp.Close();
    EQUAL(0, mock::Violations());
}

TEST(ReadingOutsideTheStillOrTheBufferIsRefusedAndTouchesNothing)
{
    DvpCore dvp;
    LeaseOne(dvp);
    struct Case { int position, offset, count; };
    const Case cases[] = {{-1, 0, 1}, {30001, 0, 1}, {INT_MAX, 0, 1}, {0, -1, 1}, {0, 0, -1}, {0, 16, 1}, {0, 17, 0}, {0, 1, 16},
        {0, INT_MAX, 1}, {0, 1, INT_MAX}, {0, INT_MIN, INT_MAX}};
    for (const Case &one : cases)
    {
        uint8_t buffer[18];
        memset(buffer, 0xA5, sizeof(buffer));
        EQUAL(FaultBounds, dvp.Read(one.position, buffer + 1, 16, one.offset, one.count));
        for (uint8_t byte : buffer)
        {
            EQUAL(0xA5, byte);
        }
    }

    EQUAL(FaultBounds, dvp.Read(0, nullptr, 16, 0, 1));
    uint8_t last[16];
    EQUAL(0, dvp.Read(30000, last, 16, 0, 16));
    EQUAL(1, dvp.Read(29999, last, 16, 15, 1));
    dvp.Close();
}

TEST(WhatNeedsAnotherStateSaysSo)
{
    mock::Reset();
    DvpCore dvp;
    uint8_t buffer[4];
    EQUAL(FaultClosed, dvp.Trigger(1));
    EQUAL(FaultClosed, dvp.Poll());
    EQUAL(FaultClosed, dvp.AgeMs());
    EQUAL(FaultClosed, dvp.Read(0, buffer, 4, 0, 4));
    EQUAL(0, dvp.Release());
    EQUAL(0, dvp.Close());
    EQUAL(0, dvp.SensorId());
    EQUAL(0, Open(dvp, GoodConfig()));
    EQUAL(FaultNotTriggered, dvp.Poll());
    EQUAL(FaultNotTriggered, dvp.AgeMs());
    EQUAL(FaultNotTriggered, dvp.Read(0, buffer, 4, 0, 4));
    EQUAL(FaultBounds, dvp.Trigger(0));
    EQUAL(FaultBounds, dvp.Trigger(SettleMost + 1));
    dvp.Trigger(1);
    TRUE(PollUntil(dvp, 1000000) > 0);
    EQUAL(FaultBusy, dvp.Trigger(1));
    dvp.Close();
    EQUAL(0, mock::Violations());
}

TEST(ClosingPutsTheSensorToRestAndOpeningWakesIt)
{
    for (int sensor : {0x26, 0x3660, 0x5640})
    {
        for (int line : {-1, 32})
        {
            mock::Reset();
            mock::world.sensor = (uint16_t)sensor;
            DvpCore dvp;
            std::vector<int> config = GoodConfig();
            config[ConfigPowerDown] = line;
            EQUAL(0, Open(dvp, config));
            TRUE(!mock::InStandby());
            dvp.Close();
            TRUE(mock::InStandby());
            EQUAL(line < 0 ? -1 : 1, mock::PowerDownLine());
            EQUAL(0, Open(dvp, config));
            TRUE(!mock::InStandby());
            EQUAL(line < 0 ? -1 : 0, mock::PowerDownLine());
            dvp.Close();
            EQUAL(0, mock::Violations());
        }
    }
}

TEST(ALeasedStillStaysTheSameHoweverOftenItIsPolled)
{
    DvpCore dvp;
    int length = LeaseOne(dvp);
    mock::Advance(1000000);
    EQUAL(length, dvp.Poll());
    EQUAL(1, mock::Lent());
    dvp.Close();
}

TEST(ReleasingGivesTheBufferBackOnce)
{
    DvpCore dvp;
    LeaseOne(dvp);
    EQUAL(1, mock::Lent());
    EQUAL(0, dvp.Release());
    EQUAL(0, mock::Lent());
    EQUAL(0, dvp.Release());
    EQUAL(FaultNotTriggered, dvp.Poll());
    dvp.Close();
    EQUAL(0, mock::Violations());
}

TEST(AThousandStillsLoseNoBuffer)
{
    for (int buffers = 1; buffers <= 2; buffers++)
    {
        mock::Reset();
        DvpCore dvp;
        std::vector<int> config = GoodConfig();
        config[ConfigBuffers] = buffers;
        Open(dvp, config);
        for (int i = 0; i < 1000; i++)
        {
            EQUAL(0, dvp.Trigger(1));
            TRUE(PollUntil(dvp, 1000000) > 0);
            dvp.Release();
        }

        EQUAL(0, mock::Lent());
        dvp.Close();
        EQUAL(0, mock::Violations());
    }
}

TEST(OpeningTwiceClosesTheFirstAsARestartOfTheClrAloneNeeds)
{
    DvpCore dvp;
    LeaseOne(dvp);
    EQUAL(0, Open(dvp, GoodConfig()));
    EQUAL(0, mock::Violations());
    EQUAL(FaultNotTriggered, dvp.Poll());
    dvp.Close();
    TRUE(!mock::IsOpen());
}
