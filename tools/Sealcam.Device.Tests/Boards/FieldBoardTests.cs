using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Linq;
using nanoFramework.Hardware.Esp32;

namespace Sealcam.Esp32.Tests;

/// <summary>Whole boards in the field: sleeping and waking, trigger pins, status LEDs, the pin of a watchdog chip.</summary>
[TestClass]
[DoNotParallelize]
public class FieldBoardTests
{
    public static IEnumerable<object[]> Boards => EveryBoardTests.Boards;

    /// <summary>Boards with a status LED, its pin, and whether it is lit by a low level.</summary>
    public static IEnumerable<object[]> Leds =>
    [
        ["esp32-cam-aithinker", 33, true],
        ["xiao-esp32s3-sense", 21, true],
        ["freenove-esp32s3-wroom-cam", 2, false],
        ["m5stack-timer-camera", 2, false],
    ];

    [TestCleanup]
    public void NothingFroze() => Assert.IsEmpty(Device.Deaths, string.Join(", ", Device.Deaths));

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void ABoardThatSleepsMakesOneStillAWakingAndEachProvesThatNoneIsMissing(string board)
    {
        if (board == "m5stack-timer-camera")
        {
            return;  // its battery switch would open: the test below
        }

        var rig = new BoardRig(EveryBoardTests.Board(board));
        BoardRig.Write("settings.txt", BoardRig.Settings + "sleep = yes\ninterval = 600\n");
        Sleep.Cause = Sleep.WakeupCause.Timer;
        for (uint boot = 1; boot <= 3; boot++)
        {
            Assert.AreEqual("asleep", rig.Run(120000), rig.Terminal.Text);
            Assert.HasCount((int)boot, rig.Cloud.Stills, rig.Terminal.Text);
            Assert.AreEqual((boot, 1u), (rig.Cloud.Stills[^1].BootCount, rig.Cloud.Stills[^1].Sequence));
            Assert.AreEqual(boot == 1 ? null : 1u, rig.Cloud.Stills[^1].PreviousLast);
            Assert.IsInRange(480000, 600000, Sleep.Timer.TotalMilliseconds);
            Assert.AreEqual(600000, Sleep.Timer.TotalMilliseconds + Device.UptimeMs, 1100);
            Sleep.Timer = TimeSpan.Zero;
            rig.Restart();
        }
    }

    /// <summary>So that a technician reaches the console; nobody can ask a camera that sleeps but in the receipt of a still.</summary>
    [TestMethod]
    public void SwitchedOnByHandItStaysAwakeForThreeMinutesAndAsksForNoRequests()
    {
        var rig = new BoardRig(EveryBoardTests.Board("esp32-arducam-mini"));
        BoardRig.Write("settings.txt", BoardRig.Settings + "sleep = yes\ninterval = 600\n");
        Assert.AreEqual("asleep", rig.Run(400000), rig.Terminal.Text);
        Assert.IsInRange(SleepPlan.ByHandMs, SleepPlan.ByHandMs + 5000, Device.UptimeMs);
        Assert.AreEqual(0, rig.Cloud.Polls);
        Assert.HasCount(1, rig.Cloud.Stills);
    }

    [TestMethod]
    public void ABoardWhoseBatterySwitchWouldOpenStaysAwakeAndHoldsItFromTheFirstMoment()
    {
        var rig = new BoardRig(EveryBoardTests.Board("m5stack-timer-camera"));
        BoardRig.Write("settings.txt", BoardRig.Settings + "sleep = yes\n");
        rig.Type(250000, "log tail 100");
        Assert.IsNull(rig.Run(400000), rig.Terminal.Text);
        Assert.AreEqual(PinValue.High, Pins.Levels[33]);
        Assert.Contains("it stays awake", rig.Terminal.Text);
    }

    [TestMethod]
    [DynamicData(nameof(Boards))]
    public void AChangeOfTheTriggerPinMakesAStillAndWakesABoardThatSleeps(string board)
    {
        var rig = new BoardRig(EveryBoardTests.Board(board));
        BoardRig.Write("settings.txt", BoardRig.Settings + "interval = 0\nsleep = yes\ntrigger-gap = 1\nhealth = 0\n");
        Sleep.Cause = Sleep.WakeupCause.Ext0;
        var trigger = Pins.Open;
        Cpu.Later(1000, () =>
        {
            // The pin that is an input, if the board has one.
            foreach (int pin in trigger.Keys.Where(pin => Trigger(board) == pin))
            {
                PinValue active = board == "esp32-cam-aithinker" ? PinValue.Low : PinValue.High;
                trigger[pin].Drive(active);
                Cpu.Later(300, () => trigger[pin].Drive(active == PinValue.Low ? PinValue.High : PinValue.Low));
            }
        });
        string end = rig.Run(100000);
        if (Trigger(board) < 0)
        {
            Assert.IsNull(end);
            return;
        }

        Assert.AreEqual("asleep", end, rig.Terminal.Text);
        Assert.Contains("woken by pin", rig.Terminal.Text);
        Assert.IsGreaterThanOrEqualTo(1, rig.Cloud.Stills.Count);
        Assert.AreEqual(1UL << Trigger(board), Sleep.Pin);
        Assert.AreEqual(board == "esp32-cam-aithinker" ? 0 : 1, Sleep.PinLevel);
    }

    [TestMethod]
    [DynamicData(nameof(Leds))]
    public void TheLedFlashesWhatIsWrongInTheOrderInWhichItCanBeMended(string board, int pin, bool onLow)
    {
        foreach (var (code, wrong) in new (int, Action<BoardRig>)[]
        {
            (StatusCode.Well, static _ => { }),
            (StatusCode.NoIdentity, static _ => Disk.Remove("I:\\order.new")),
            (StatusCode.NoNetwork, static _ => Air.Status = System.Device.Wifi.WifiConnectionStatus.NetworkNotAvailable),
            (StatusCode.NoTime, static _ => Air.NetworkTime = 0),
            (StatusCode.NoServer, static rig => rig.Cloud.IsDown = true),
            (StatusCode.NoCamera, static _ => Dvp.NativeDvp.IsBuiltIn = false),
        })
        {
            var rig = new BoardRig(EveryBoardTests.Board(board));
            wrong(rig);
            var flashes = new List<int>();
            Cpu.Later(100000, () => Watch(pin, onLow, flashes));
            Assert.IsNull(rig.Run(130000), rig.Terminal.Text);
            Assert.IsGreaterThan(3, flashes.Count);
            Assert.IsTrue(flashes.Skip(1).All(count => count == code), code + " is " + string.Join(" ", flashes));
        }
    }

    [TestMethod]
    public void TheWatchdogsPinIsToggledAsLongAsTheLoopTurns()
    {
        _ = new BoardRig(EveryBoardTests.Board("freenove-esp32s3-wroom-cam"));
        int changes = 0, last = 0;
        Pins.Watchers[47] = _ => changes++;
        Cpu.Later(60000, () => last = changes);
        Cpu.Later(120000, () => Device.Goes("over"));
        var device = new Esp32Device(new BoardPins { Name = "with watchdog", ConsoleTx = 41, ConsoleRx = 42, Watchdog = 47 });
        Assert.ThrowsExactly<GoneException>(device.Run);
        Assert.IsGreaterThan(50, last);
        Assert.IsGreaterThan(last + 50, changes);
    }

    private static int Trigger(string board) => board switch
    {
        "esp32-cam-aithinker" => 15,
        "xiao-esp32s3-sense" or "esp32s3-arducam-mega" => 4,
        "freenove-esp32s3-wroom-cam" => 14,
        "m5stack-timer-camera" => -1,
        _ => 27,
    };

    /// <summary>Counts flashes between two pauses.</summary>
    private static void Watch(int pin, bool onLow, List<int> flashes)
    {
        int count = 0;
        bool wasLit = false;
        long darkMs = Device.UptimeMs;
        Look();

        void Look()
        {
            bool lit = Pins.Levels[pin] == PinValue.High != onLow;
            count += lit && !wasLit ? 1 : 0;
            darkMs = lit ? Device.UptimeMs : darkMs;
            wasLit = lit;
            if (count > 0 && Device.UptimeMs - darkMs > 800)
            {
                flashes.Add(count);
                count = 0;
            }

            Cpu.Later(25, Look);
        }
    }
}
