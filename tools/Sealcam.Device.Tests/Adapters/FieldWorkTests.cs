using System.Device.Gpio;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32;

namespace Sealcam.Esp32.Tests;

/// <summary>Waking, lamp, trigger, leaving and sleeping of a board in the field, over models of pins and of the sleep.</summary>
[TestClass]
[DoNotParallelize]
public class FieldWorkTests
{
    private const int Interval = 600000;

    [TestMethod]
    public void ABoardThatItsTimerWokeCapturesShipsRecordsItsLastSequenceAndSleeps()
    {
        var rig = new FieldRig(Interval, Sleep.WakeupCause.Timer);
        Assert.AreEqual("asleep", rig.Run(60000));
        Assert.AreEqual(1, rig.Agent.Counters.Captured);
        Assert.AreEqual(1, rig.Agent.Counters.Receipted);
        Assert.AreEqual(1u, rig.LastOnStore());
        Assert.AreEqual(1, rig.Link.Closes);
        Assert.AreEqual(1, rig.Rests);
        Assert.AreEqual(Interval - rig.Clock.UptimeMs, Sleep.Timer.TotalMilliseconds, 5);
        Assert.AreEqual(1UL << FieldRig.TriggerPin, Sleep.Pin, "the pin wakes it too");
        Assert.AreEqual(1, Sleep.PinLevel);
    }

    [TestMethod]
    public void TheLampIsOnAtTheExposureAndOffWhenTheBoardSleeps()
    {
        var rig = new FieldRig(Interval, Sleep.WakeupCause.Timer);
        Assert.AreEqual(PinValue.Low, rig.Lamp);
        Assert.AreEqual("asleep", rig.Run(60000));
        Assert.AreEqual(PinValue.High, rig.LampAtTrigger);
        Assert.AreEqual(PinValue.Low, rig.Lamp);
    }

    [TestMethod]
    public void APinThatIsQuietAgainHasItsStillAllTheSame()
    {
        var rig = new FieldRig(0, Sleep.WakeupCause.Ext0);
        Assert.AreEqual("asleep", rig.Run(60000));
        Assert.AreEqual(1, rig.Agent.Counters.Receipted);
        Assert.AreEqual(0, Sleep.Timer.TotalMilliseconds);
    }

    /// <summary>Somebody presses again in the very turn in which the board would have begun to leave.</summary>
    [TestMethod]
    public void ASecondTriggerBeforeTheSleepHasItsStillBeforeTheSleep()
    {
        var rig = new FieldRig(0, Sleep.WakeupCause.Ext0);
        bool pressed = false;
        rig.Meanwhile = () =>
        {
            if (!pressed && rig.Agent.Counters.Receipted == 1)
            {
                pressed = true;
                rig.Press(200);
            }
        };
        Assert.AreEqual("asleep", rig.Run(60000));
        Assert.IsTrue(pressed);
        Assert.AreEqual(2, rig.Agent.Counters.Receipted);
        Assert.AreEqual(2u, rig.LastOnStore());
    }

    [TestMethod]
    public void APressDuringALongCallCountsOnceAndABounceNever()
    {
        var rig = new FieldRig(0, Sleep.WakeupCause.Undefined);
        Assert.IsNull(rig.Run(2000));
        rig.Press(5);
        Assert.IsNull(rig.Run(2000));
        Assert.AreEqual(0, rig.Agent.Counters.Captured);
        rig.Press(200);
        rig.Clock.UptimeMs += 15000;
        Assert.IsNull(rig.Run(5000));
        Assert.AreEqual(1, rig.Agent.Counters.Captured);
    }

    /// <summary>One that stayed awake would make no still any more and empty its battery.</summary>
    [TestMethod]
    public void AStoreThatFailsAtTheStopKeepsNoBoardAwake()
    {
        var rig = new FieldRig(Interval, Sleep.WakeupCause.Timer);
        rig.Meanwhile = () => rig.Store.WritesFail = rig.Agent.Counters.Receipted > 0;
        Assert.AreEqual("asleep", rig.Run(60000));
        Assert.AreEqual(OrderRecord.LastUnknown, rig.LastOnStore());
    }

    /// <summary>One that started anew would do so at each waking, and empty its battery.</summary>
    [TestMethod]
    public void ASensorThatCannotBePutToRestKeepsNoBoardAwake()
    {
        var rig = new FieldRig(Interval, Sleep.WakeupCause.Timer) { RestFails = true };
        Assert.AreEqual("asleep", rig.Run(60000));
        Assert.AreEqual(1u, rig.LastOnStore());
    }

    /// <summary>The agent cannot be stopped in order by then: a board that stayed would stay for ever, and make no still.</summary>
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void AStopThatFindsNoMemoryToSayWhyItFailedKeepsNoBoardAwake(bool storeFails)
    {
        var rig = new FieldRig(Interval, Sleep.WakeupCause.Timer);
        rig.Meanwhile = () =>
        {
            rig.LinesFail = rig.Agent.Counters.Receipted > 0;
            rig.Store.WritesFail = rig.LinesFail && storeFails;
        };
        Assert.AreEqual("asleep", rig.Run(60000));
        Assert.AreEqual(storeFails ? OrderRecord.LastUnknown : 1u, rig.LastOnStore());
    }

    [TestMethod]
    public void WithoutAServerItSleepsInTheEndAndTheStillsOrderIsRecorded()
    {
        var rig = new FieldRig(Interval, Sleep.WakeupCause.Timer);
        rig.Link.IsUp = false;
        Assert.AreEqual("asleep", rig.Run(300000));
        Assert.IsGreaterThanOrEqualTo(SleepPlan.AwakeMostMs, rig.Clock.UptimeMs);
        Assert.AreEqual(1u, rig.LastOnStore());
    }

    [TestMethod]
    public void MemoryThatLeakedAwayRestartsTheBoardInOrder()
    {
        var rig = new FieldRig(Interval, Sleep.WakeupCause.Undefined, sleeps: false);
        NativeMemory.Free = 10000;
        Assert.IsNull(rig.Run(HeapGuard.UptimeLeastMs - rig.Clock.UptimeMs), "what is low from the start did not leak away");
        Assert.AreEqual("restarted", rig.Run(120000));
        Assert.AreEqual((uint)rig.Agent.Counters.Captured, rig.LastOnStore());
        Assert.AreEqual(rig.Agent.Counters.Captured, rig.Agent.Counters.Receipted);
        Assert.AreEqual(0, rig.Rests);
    }
}
