using System;
using System.Device.Gpio;
using System.Threading;

namespace Sealcam.Esp32;

/// <summary>Puts an ESP32 board together: what differs from board to board is its pins and its sensor.</summary>
public sealed class Esp32Device
{
    private const int ReminderMs = 60000;

    private readonly BoardPins _pins;
    private readonly Esp32Clock _clock = new Esp32Clock();
    private readonly FlashStore _store = new FlashStore();
    private readonly SerialLog _log;
    private ICamera _camera = new NoCamera("this board has no sensor");
    private string _cameraFault = "this board has no sensor";

    public Esp32Device(BoardPins pins)
    {
        _pins = pins;
        if (pins.PowerHold >= 0)
        {
            new GpioController().OpenPin(pins.PowerHold, PinMode.Output).Write(PinValue.High);
        }

        _log = new SerialLog(_clock, pins.ConsoleTx, pins.ConsoleRx, LogLevel.Info);
    }

    /// <summary>What sensors schedule by.</summary>
    public IClock Clock => _clock;

    /// <summary>The sensor, or null if <paramref name="fault"/> says why there is none.</summary>
    public void Use(ICamera camera, string fault)
    {
        _camera = camera == null || fault != null ? new NoCamera(fault) : camera;
        _cameraFault = fault;
    }

    /// <summary>
    /// Does not return. Boots on any content of flash and says what is missing; without settings there is nothing to do.
    /// </summary>
    public void Run()
    {
        var settings = BoardSettings.Read(_store);
        BootLine.Write(_log, _pins.Name, _store, settings.Fault, _cameraFault);
        while (settings.Fault != null)
        {
            Thread.Sleep(ReminderMs);
            _log.Write(LogLevel.Error, "settings", settings.Fault);
        }

        settings.Agent.OutboxBytes = _pins.OutboxBytes;
        if (settings.Sleeps)
        {
            // Nobody can ask a camera that sleeps but in the receipt of a still, and it reports when it wakes.
            settings.Agent.RequestPath = null;
            settings.Agent.HealthIntervalMs =
                settings.Agent.IntervalMs > settings.Agent.HealthIntervalMs ? settings.Agent.IntervalMs : settings.Agent.HealthIntervalMs;
        }

        var wifi = new WifiStation(settings.WifiSsid, settings.WifiPassword, _clock, _log);
        var field = new FieldWork(_pins, settings, _clock, _log);
        var mac = new NativeMac();
        var parts = new Parts
        {
            Camera = field.Light(_camera),
            Link = new TlsLink(wifi, _clock, new DeviceCredentials(_store)),
            Store = _store,
            Clock = _clock,
            Entropy = new RadioEntropy(wifi, mac),
            Mac = mac,
            Log = _log,
            Info = new Esp32Info(DeepSleep.Cause()),
        };
        var agent = new Agent(parts, settings.Agent);
        field.Attend(agent, wifi, _cameraFault == null);
        new Supervisor(agent, wifi, new NetworkTime(_clock), field, _log).Run();
    }
}
