using System;
using System.Device.Gpio;
using System.Threading;
using Sealcam.Sensors;

namespace Sealcam.Esp32;

/// <summary>Puts an ESP32 board together: what differs from board to board is its pins and its sensor.</summary>
public sealed class Esp32Device
{
    /// <summary>Bytes of the managed heap that agent, console and index of stored stills may want beside kept stills.</summary>
    private const int RestBytes = 98304;

    /// <summary>Bytes for kept stills on a board without memory to speak of.</summary>
    private const int OutboxLeast = 16384;

    /// <summary>ms for a person to read why a board cannot start, before it tries anew.</summary>
    private const int RetryMs = 60000;

    private readonly BoardPins _pins;
    private readonly Esp32Clock _clock = new Esp32Clock();
    private readonly FlashStore _store = new FlashStore();
    private readonly SerialConsolePort _port;
    private ICamera _camera = new NoCamera("this board has no sensor");
    private string _cameraFault = "this board has no sensor";
    private SensorControl _control;  // null: the sensor cannot be adjusted

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
        var part = fault == null ? camera as ISensorPart : null;
        _control = part == null ? null : new SensorControl(part);
    }

    /// <summary>
    /// Does not return. Boots on any content of flash and says what is missing; its console works in any case.
    /// </summary>
    /// <remarks>
    /// Nothing may throw out of Main: the firmware then waits for a debugger, for ever
    /// (nf-interpreter:src/CLR/Startup/CLRStartup.cpp, EnterDebuggerLoopAfterExit).
    /// </remarks>
    public void Run()
    {
        Supervisor supervisor = null;
        try
        {
            supervisor = Start();
        }
        catch (Exception e)
        {
            BootLine.Fail(_port, e);
        }

        try
        {
            supervisor?.Run();
        }
        catch (Exception)
        {
            // No memory even for a call, most likely: nothing is left but the restart.
        }

        Thread.Sleep(RetryMs);
        nanoFramework.Runtime.Native.Power.RebootDevice();
        Thread.Sleep(Timeout.Infinite);
    }

    private Supervisor Start()
    {
        var log = new ConsoleLog(_clock, null);
        var config = new ConfigFile(_store);
        config.Load();
        BootLine.Write(_port, _pins.Name, _store, config.Fault, _cameraFault);
        var settings = Bounded(config.Current, log);
        string ssid = config.Current[SettingTable.WifiSsid];
        var wifi = new WifiStation(ssid.Length == 0 ? null : ssid, config.Current[SettingTable.WifiPassword], _clock, log);
        var files = StillStorage.Open(_pins, settings, log);
        var field = new FieldWork(_pins, config.Current, settings, _clock, log);
        var mac = new NativeMac();
        var credentials = new DeviceCredentials(_store);
        var link = new TlsLink(wifi, _clock, credentials);
        var parts = new Parts
        {
            Camera = field.Light(_camera),
            Link = link,
            Store = _store,
            Stills = files,
            Clock = _clock,
            Entropy = new RadioEntropy(wifi, mac),
            Mac = mac,
            Cipher = new NativeCipher(),
            Log = log,
            Info = new Esp32Info(DeepSleep.Cause()),
        };
        var agent = new Agent(parts, settings);
        var board = new Esp32Control(_pins.Name);
        var console = new SerialConsole(
            agent,
            parts,
            new ConsoleParts
            {
                Port = _port, Board = board, Wifi = new Esp32Wifi(wifi, _clock), Net = new Esp32NetTest(link, wifi, _clock, credentials),
                Camera = _control,
            },
            config,
            log);
        field.Attend(agent, wifi, console, _cameraFault == null);
        return new Supervisor(agent, console, board, wifi, new NetworkTime(_clock), field, _clock, log);
    }

    /// <summary>What the person wants, as far as the board allows it; what it does not is said, and nothing fails over it.</summary>
    private Settings Bounded(Config config, ILog log)
    {
        var settings = config.ToSettings();
        if (settings.OutboxBytes > _pins.OutboxBytes)
        {
            settings.OutboxBytes = _pins.OutboxBytes;  // what the board's memory table allows
            log.Write(LogLevel.Warning, "settings", "outbox-kb is more than this board has: " + _pins.OutboxBytes / 1024);
        }

        int room = (int)nanoFramework.Runtime.Native.GC.Run(false) - RestBytes;
        if (settings.OutboxBytes > room)
        {
            // The same image runs where the PSRAM is not found (CONFIG_SPIRAM_IGNORE_NOTFOUND), with 100 KB of heap and less.
            settings.OutboxBytes = room > OutboxLeast ? room : OutboxLeast;
            log.Write(LogLevel.Error, "settings",
                "too little memory for outbox-kb; " + settings.OutboxBytes / 1024 + " KB it is. PSRAM?");
        }

        if (config[SettingTable.Sleep] == "yes" && _pins.PowerHold >= 0)
        {
            // A pin floats in deep sleep, and the firmware has no call that holds one: on battery the board would go off for good.
            log.Write(LogLevel.Warning, "settings", "sleep: this board's battery switch would open; it stays awake");
        }
        else if (config[SettingTable.Sleep] == "yes")
        {
            // Nobody can ask a camera that sleeps but in the receipt of a still.
            settings.RequestPath = null;
            settings.Sleeps = true;
        }

        string fault = _control == null ? null
            : _control.Start(config[SettingTable.CameraSize], config[SettingTable.CameraQuality]);
        if (fault != null)
        {
            log.Write(LogLevel.Warning, "settings", fault);
        }

        return settings;
    }
}
