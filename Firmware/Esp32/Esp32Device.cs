namespace Sealcam.Esp32;

/// <summary>Puts an ESP32 board together: what differs from board to board is what the constructor takes.</summary>
public sealed class Esp32Device
{
    private readonly string _board;
    private readonly ICamera _camera;
    private readonly string _cameraFault;
    private readonly Esp32Clock _clock = new Esp32Clock();
    private readonly FlashStore _store = new FlashStore();
    private readonly SerialConsolePort _port;

    /// <param name="board">Name as in boards/README.md.</param>
    /// <param name="txPin">GPIO of the console's output (COM2).</param>
    /// <param name="rxPin">GPIO of the console's input (COM2).</param>
    /// <param name="camera">The sensor, or null if <paramref name="cameraFault"/> says why there is none.</param>
    public Esp32Device(string board, int txPin, int rxPin, ICamera camera, string cameraFault)
    {
        _board = board;
        _camera = camera ?? new NoCamera(cameraFault);
        _cameraFault = cameraFault;
        _port = new SerialConsolePort(txPin, rxPin);
    }

    /// <summary>
    /// Does not return. Boots on any content of flash and says what is missing; its console works in any case.
    /// </summary>
    public void Run()
    {
        var log = new ConsoleLog(_clock, null);
        var config = new ConfigFile(_store);
        config.Load();
        BootLine.Write(_port, _board, _store, config.Fault, _cameraFault);
        string ssid = config.Current[SettingTable.WifiSsid];
        var wifi = new WifiStation(ssid.Length == 0 ? null : ssid, config.Current[SettingTable.WifiPassword], _clock, log);
        var mac = new NativeMac();
        var parts = new Parts
        {
            Camera = _camera,
            Link = new TlsLink(wifi, _clock, new DeviceCredentials(_store)),
            Store = _store,
            Clock = _clock,
            Entropy = new RadioEntropy(wifi, mac),
            Mac = mac,
            Log = log,
        };
        var agent = new Agent(parts, config.Current.ToSettings());
        var board = new Esp32Control(_board);
        var console = new SerialConsole(
            agent, parts, new ConsoleParts { Port = _port, Board = board, Wifi = new Esp32Wifi(wifi) }, config, log);
        new Supervisor(agent, console, board, wifi, new NetworkTime(_clock), log).Run();
    }
}
