using System;
using System.Device.Gpio;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32;
using Sealcam.Sensors;
using Sealcam.Tests;

namespace Sealcam.Esp32.Tests;

/// <summary>
/// A board in the field: the agent on fakes, and beside it what the device does, turned as its supervisor turns it.
/// </summary>
internal sealed class FieldRig : ICamera, ISensorRest, IConsolePort, ILog
{
    public const int LampPin = 4, TriggerPin = 13;
    private readonly FakeCamera _camera;

    public FieldRig(int intervalMs, Sleep.WakeupCause cause, bool sleeps = true)
    {
        Chip.IsS3 = false;
        Device.PowerOn();
        Sleep.Cause = cause;
        TestIdentity.Put(Store, OrderBook.NewName, TestIdentity.Record(0));
        _camera = new FakeCamera(Clock, 5000);
        Link = new FakeLink(Clock);
        var config = new ConfigFile(Store);
        Assert.IsNull(config.Current.Set(SettingTable.Lamp, "200"));
        Assert.IsNull(config.Current.Set(SettingTable.TriggerGap, "0"));
        var settings = new Settings
            { Host = "ingest.test", RequestPath = null, HealthPath = null, IntervalMs = intervalMs, Sleeps = sleeps, OutboxBytes = 65536 };
        var log = new ConsoleLog(Clock, this);
        Field = new FieldWork(new BoardPins { Lamp = LampPin, Trigger = TriggerPin }, config.Current, settings, Clock, log);
        var parts = new Parts
        {
            Camera = Field.Light(this), Link = Link, Store = Store, Clock = Clock, Entropy = new FakeEntropy(), Mac = new ManagedMac(),
            Cipher = new ManagedCipher(), Log = log,
        };
        Agent = new Agent(parts, settings);
        Agent.Clock.Offer(1790000000, WallClock.Network);
        var wifi = new WifiStation(null, "", Clock, log);
        Field.Attend(Agent, wifi, new SerialConsole(Agent, parts, new ConsoleParts { Port = this }, config, log), true);
    }

    public FakeClock Clock { get; } = new() { UptimeMs = 400 };

    public FakeStore Store { get; } = new();

    public FakeLink Link { get; }

    public FieldWork Field { get; }

    public Agent Agent { get; }

    /// <summary>No memory for any line of the log.</summary>
    public bool LinesFail { get; set; }

    /// <summary>The sensor cannot be put to rest.</summary>
    public bool RestFails { get; set; }

    public int Rests { get; private set; }

    /// <summary>The lamp at the last trigger of the sensor.</summary>
    public PinValue LampAtTrigger { get; private set; }

    public PinValue Lamp => Pins.Levels[LampPin];

    /// <summary>Called at each turn, before the board's own work.</summary>
    public Action Meanwhile { get; set; } = static () => { };

    /// <summary>Turns until the board is gone, and how; null if it is still there after so long.</summary>
    public string Run(long ms)
    {
        for (long end = Clock.UptimeMs + ms; Clock.UptimeMs < end;)
        {
            try
            {
                Meanwhile();
                Field.Turn();
                Clock.UptimeMs += Device.Gone == null ? Math.Clamp(Agent.Step(), 1, 1000) : 0;
            }
            catch (GoneException)
            {
                // Asleep; a restart does not throw.
            }
            catch (OutOfMemoryException)
            {
                Clock.UptimeMs += 1000;  // as the supervisor does
            }

            if (Device.Gone != null)
            {
                return Device.Gone;
            }
        }

        return null;
    }

    /// <summary>A press of the button that lasts so long.</summary>
    public void Press(int ms)
    {
        Pins.Open[TriggerPin].Drive(PinValue.High);
        Clock.UptimeMs += ms;
        Pins.Open[TriggerPin].Drive(PinValue.Low);
    }

    /// <summary>The order record's last sequence, as the next boot finds it.</summary>
    public uint LastOnStore()
    {
        byte[] bytes = new byte[OrderRecord.Bytes];
        OrderRecord a = OrderRecord.Decode(bytes, Store.Read("order.a", bytes));
        OrderRecord b = OrderRecord.Decode(bytes, Store.Read("order.b", bytes));
        return (a == null || (b != null && b.Counter > a.Counter) ? b : a).Last;
    }

    public void Trigger()
    {
        LampAtTrigger = Lamp;
        _camera.Trigger();
    }

    public IStill Poll() => _camera.Poll();

    public void Rest() => Rests += RestFails ? throw new InvalidOperationException() : 1;

    public int Read(byte[] buffer, int offset, int count) => 0;

    public int Write(byte[] buffer, int offset, int count) => count;

    public void Write(int level, string stage, string text)
    {
        if (LinesFail)
        {
            throw new OutOfMemoryException();
        }
    }
}
