using System.Device.Gpio;

namespace Sealcam.Esp32;

/// <summary>Puts an ESP32 board together: what differs from board to board is its pins and its sensor.</summary>
public sealed class Esp32Device
{
    private readonly BoardPins _pins;
    private readonly Esp32Clock _clock = new Esp32Clock();
    private readonly FlashStore _store = new FlashStore();
    private readonly SerialConsolePort _port;
    private ICamera _camera = new NoCamera("this board has no sensor");
    private string _cameraFault = "this board has no sensor";

    public Esp32Device(BoardPins pins)
    {
        _pins = pins;
        if (pins.PowerHold >= 0)
        {
            new GpioController().OpenPin(pins.PowerHold, PinMode.Output).Write(PinValue.High);
        }

        _port = new SerialConsolePort(pins.ConsoleTx, pins.ConsoleRx);
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
    /// Does not return. Boots on any content of flash and says what is missing; its console works in any case.
    /// </summary>
    public void Run()
    {
        var log = new ConsoleLog(_clock, null);
        var config = new ConfigFile(_store);
        config.Load();
        BootLine.Write(_port, _pins.Name, _store, config.Fault, _cameraFault);
        string ssid = config.Current[SettingTable.WifiSsid];
        var wifi = new WifiStation(ssid.Length == 0 ? null : ssid, config.Current[SettingTable.WifiPassword], _clock, log);
        var field = new FieldWork(_pins, config.Current, _clock, log);
        var mac = new NativeMac();
        var parts = new Parts
        {
            Camera = field.Light(_camera),
            Link = new TlsLink(wifi, _clock, new DeviceCredentials(_store)),
            Store = _store,
            Clock = _clock,
            Entropy = new RadioEntropy(wifi, mac),
            Mac = mac,
            Log = log,
            Info = new Esp32Info(DeepSleep.Cause()),
        };
        var settings = config.Current.ToSettings();
        if (settings.OutboxBytes > _pins.OutboxBytes)
        {
            settings.OutboxBytes = _pins.OutboxBytes;  // what the board's memory table allows
        }

        if (config.Current[SettingTable.Sleep] == "yes")
        {
            // Nobody can ask a camera that sleeps but in the receipt of a still, and it reports when it wakes.
            settings.RequestPath = null;
            int report = settings.HealthIntervalMs;
            settings.HealthIntervalMs = settings.IntervalMs > report ? settings.IntervalMs : report;
        }

        var agent = new Agent(parts, settings);
        field.Attend(agent, wifi, _cameraFault == null);
        var board = new Esp32Control(_pins.Name);
        var console = new SerialConsole(
            agent, parts, new ConsoleParts { Port = _port, Board = board, Wifi = new Esp32Wifi(wifi) }, config, log);
        new Supervisor(agent, console, board, wifi, new NetworkTime(_clock), field, log).Run();
    }
}
