#include "support.h"
#include "test.h"

using namespace sealcam;

// Rests for idleUs with a frame in the queue, triggers, and says by how much the first row's exposure began after the trigger.
static int64_t Lead(int buffers, int64_t idleUs, int64_t exposureUs, int settle)
{
    mock::Reset();
    mock::world.exposureUs = exposureUs;
    DvpCore dvp;
    std::vector<int> config = GoodConfig();
    config[ConfigBuffers] = buffers;
    EQUAL(0, Open(dvp, config));
    mock::Advance(idleUs);
    int64_t triggered = mock::Now();
    EQUAL(0, dvp.Trigger(settle));
    TRUE(PollUntil(dvp, 10000000) > 0);
    uint8_t head[8];
    EQUAL(8, dvp.Read(0, head, 8, 0, 8));
    int64_t lead = mock::ExposedFrom(head) - triggered;
    dvp.Close();
    EQUAL(0, mock::Violations());
    return lead;
}

TEST(AStillHoldsNothingFromBeforeTheTriggerWhateverItsPhaseToTheFrames)
{
    for (int buffers = 1; buffers <= 2; buffers++)
    {
        for (int64_t idle = 0; idle < 400000; idle += 1700)
        {
            TRUE(Lead(buffers, idle, 66000, 1) >= 0);
        }
    }
}

TEST(AFrameThatHasLainInTheQueueForAMinuteIsNotHandedOut)
{
    TRUE(Lead(1, 60000000, 60000, 1) >= 0);
    TRUE(Lead(2, 60000000, 60000, 1) >= 0);
}

TEST(TheMockWouldShowAStaleFrame)
{
    mock::Reset();
    DvpCore dvp;
    Open(dvp, GoodConfig());
    mock::Advance(1000000);
    camera_fb_t *queued = esp_camera_fb_get();
    TRUE(mock::ExposedFrom(queued->buf) < mock::Now() - 800000);
    esp_camera_fb_return(queued);
    dvp.Close();
}

TEST(SettlingThrowsAwayThatManyWholeFrames)
{
    int64_t one = Lead(1, 1000000, 60000, 1);
    int64_t five = Lead(1, 1000000, 60000, 5);
    TRUE(five - one >= 4 * 66000);
}

TEST(ASecondTriggerBeforeTheStillCountsFromItself)
{
    mock::Reset();
    DvpCore dvp;
    Open(dvp, GoodConfig());
    dvp.Trigger(1);
    mock::Advance(150000);
    EQUAL(0, dvp.Poll());
    int64_t again = mock::Now();
    EQUAL(0, dvp.Trigger(1));
    TRUE(PollUntil(dvp, 10000000) > 0);
    uint8_t head[8];
    dvp.Read(0, head, 8, 0, 8);
    TRUE(mock::ExposedFrom(head) >= again);
    dvp.Close();
}

TEST(TheAgeCountsFromTheBeginningOfReadOut)
{
    mock::Reset();
    DvpCore dvp;
    Open(dvp, GoodConfig());
    dvp.Trigger(1);
    TRUE(PollUntil(dvp, 10000000) > 0);
    uint8_t head[8];
    dvp.Read(0, head, 8, 0, 8);
    mock::Advance(500000);
    int64_t start = mock::ExposedFrom(head) + mock::world.exposureUs;
    EQUAL((mock::Now() - start) / 1000, dvp.AgeMs());
    dvp.Close();
}

TEST(AStalledSensorIsAFaultAfterSixSecondsAndOpeningAgainHelps)
{
    mock::Reset();
    DvpCore dvp;
    Open(dvp, GoodConfig());
    mock::world.stalled = true;
    dvp.Trigger(1);
    EQUAL(0, PollUntil(dvp, 5900000));
    EQUAL(FaultNoFrame, PollUntil(dvp, 300000));
    EQUAL(FaultNotTriggered, dvp.Poll());
    mock::world.stalled = false;
    EQUAL(0, Open(dvp, GoodConfig()));
    dvp.Trigger(1);
    TRUE(PollUntil(dvp, 1000000) > 0);
    dvp.Close();
    EQUAL(0, mock::Violations());
}

TEST(ATriggerMakesRoomAtOnceForTheFrameThatIsWanted)
{
    mock::Reset();
    DvpCore dvp;
    Open(dvp, GoodConfig());
    mock::Advance(1000000);
    EQUAL(0, dvp.Trigger(1));
    EQUAL(1, mock::Handed());
    EQUAL(0, mock::Lent());
    dvp.Close();
}

TEST(PollingNeverWaitsForTheSensor)
{
    mock::Reset();
    DvpCore dvp;
    Open(dvp, GoodConfig());
    dvp.Trigger(1);
    for (int i = 0; i < 100; i++)
    {
        int64_t before = mock::Now();
        dvp.Poll();
        EQUAL(before, mock::Now());
        mock::Advance(5000);
    }

    dvp.Close();
}
