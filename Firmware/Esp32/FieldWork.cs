using System;
using System.Threading;
using Sealcam.Sensors;

namespace Sealcam.Esp32;

/// <summary>
/// What a board does beside the agent: lamp, trigger pin, status LED, memory, and leaving in order for sleep or restart.
/// </summary>
public sealed class FieldWork
{
    /// <summary>ms between two looks at memory.</summary>
    private const int MemoryMs = 60000;

    /// <summary>ms that shipping may take before the board leaves. A still at 20 KB/s takes 20 s.</summary>
    private const int GraceMs = 30000;

    private readonly BoardPins _pins;
    private readonly Config _config;
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly AutoResetEvent _changed = new AutoResetEvent(false);
    private readonly Departure _departure = new Departure(GraceMs);
    private readonly HeapGuard _memory;
    private readonly TriggerPin _trigger;
    private readonly StatusLed _led;
    private readonly SleepPlan _sleep;
    private readonly PinLamp _watchdog;
    private bool _fed;
    private LitCamera _lit;
    private ISensorRest _sensor;
    private Agent _agent;
    private WifiStation _wifi;
    private SerialConsole _console;
    private bool _hasCamera, _wantsStill;
    private long _memoryAt;
    private int _captured, _faults;  // camera faults when the last still was made

    public FieldWork(BoardPins pins, Config config, Settings settings, IClock clock, ILog log)
    {
        _pins = pins;
        _config = config;
        _clock = clock;
        _log = log;
        _memory = new HeapGuard(pins.InternalFloor, pins.InternalBlockFloor);
        if (pins.Trigger >= 0)
        {
            _trigger = new TriggerPin(pins.Trigger, pins.TriggerHigh, config.Number(SettingTable.TriggerGap) * 1000, clock, _changed);
        }

        if (pins.StatusLed >= 0)
        {
            _led = new StatusLed(new PinLamp(pins.StatusLed, pins.StatusOnLow), clock);
        }

        if (pins.Watchdog >= 0)
        {
            _watchdog = new PinLamp(pins.Watchdog, false);
        }

        _wantsStill = settings.IntervalMs > 0;
        if (settings.Sleeps)
        {
            // Only a pin asks for stills: then once a day, to report, if reports are wanted at all.
            int wakingMs = _wantsStill || settings.HealthPath == null ? settings.IntervalMs : SleepReports.PinOnlyMs;
            _sleep = new SleepPlan(wakingMs, DeepSleep.WokenByItself);
        }
    }

    /// <summary>The sensor with the board's lamp around it, if it has one and the settings want it.</summary>
    public ICamera Light(ICamera camera)
    {
        _sensor = camera as ISensorRest;
        if (_pins.Lamp < 0 || _config.Number(SettingTable.Lamp) == 0)
        {
            return camera;
        }

        _lit = new LitCamera(camera, new PinLamp(_pins.Lamp, false), _clock, _config.Number(SettingTable.Lamp));
        return _lit;
    }

    public void Attend(Agent agent, WifiStation wifi, SerialConsole console, bool hasCamera)
    {
        _agent = agent;
        _wifi = wifi;
        _console = console;
        _hasCamera = hasCamera;
        if (DeepSleep.Cause() == "pin")
        {
            // The pin that woke the board may be quiet again: the still that it asked for is due all the same.
            _wantsStill = true;
            _agent.Ask();
        }
    }

    /// <summary>Sleeps in the scheduler until the time is over or the trigger pin changes.</summary>
    public void Wait(int ms)
    {
        int pin = _trigger == null ? int.MaxValue : _trigger.WaitMs();
        _changed.WaitOne(ms < pin ? ms : pin, false);
    }

    /// <summary>One turn beside the agent's. Does not return when it is time to leave.</summary>
    public void Turn()
    {
        long now = _clock.UptimeMs;
        _fed = !_fed;
        _watchdog?.Set(_fed);
        _lit?.Tend();
        if (_trigger != null && _trigger.Take() && _departure.Why == null)
        {
            _wantsStill = true;
            _agent.Ask();
        }

        LookAtMemory(now);
        // A trigger while the first still is on its way has a still of its own to come.
        bool captured = !_agent.OwesStill && (_agent.Counters.Captured > 0 || !_wantsStill);
        if (_sleep != null && _sleep.IsTime(captured, _agent.Waiting, _agent.OwesReport, _console.IsInUse, now))
        {
            Begin("sleep");
        }

        ShowStatus();
        if (_departure.IsTime(_agent.IsDrained, now))
        {
            Go();
        }
    }

    /// <summary>Begins to leave: no new still, then shipping, then stop, then sleep or restart.</summary>
    public void Begin(string why)
    {
        if (_departure.Begin(why, _clock.UptimeMs))
        {
            _agent.EndCapture();  // first: the line may find no memory
            _log.Write(LogLevel.Warning, "supervisor", "leaving: " + why);
        }
    }

    private void LookAtMemory(long now)
    {
        if (now < _memoryAt)
        {
            return;
        }

        _memoryAt = now + MemoryMs;
        var memory = BoardMemory.Now();
        _log.Write(LogLevel.Debug, "memory", memory.ToString());
        if (_memory.Look(memory.InternalFree, memory.InternalBlock, now))
        {
            Begin("memory is low, " + memory.ToString());
        }
    }

    private void ShowStatus()
    {
        var counters = _agent.Counters;
        if (counters.Captured != _captured)
        {
            _captured = counters.Captured;
            _faults = counters.CameraFaults;
        }

        if (_led != null)
        {
            _led.Code = StatusCode.Pick(
                _departure.Why != null,
                _agent.DeviceId != null,
                _hasCamera && counters.CameraFaults == _faults,
                _wifi.IsUp,
                _agent.Clock.Quality != WallClock.None,
                _agent.Uplink.IsHealthy);
        }
    }

    /// <summary>
    /// There is no second call: whatever throws on the way, the board sleeps if it was to sleep, or starts anew. One that started
    /// anew because its sensor cannot be put to rest would do so at each waking, and empty its battery.
    /// </summary>
    private void Go()
    {
        StopAgent();
        bool sleeps = _departure.Why == "sleep";
        try
        {
            _led?.Off();
            if (sleeps)
            {
                _sensor?.Rest();
            }
        }
        catch (Exception)
        {
            // Nobody reads a line any more.
        }

        try
        {
            if (sleeps)
            {
                DeepSleep.Go(_sleep.SleepMs(_clock.UptimeMs), _pins.Trigger, _pins.TriggerHigh);
            }
        }
        catch (Exception)
        {
            // The restart is left.
        }

        nanoFramework.Runtime.Native.Power.RebootDevice();
    }

    /// <summary>The board goes whatever happens here: one that stayed would make no still any more and empty its battery.</summary>
    internal void StopAgent()
    {
        try
        {
            _agent.Stop();
        }
        catch (Exception)
        {
            // The next boot says "last stop not in order"; a line here might find no memory, and nobody reads it any more.
        }
    }
}
