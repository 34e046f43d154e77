using System;
using System.Threading;

namespace Sealcam.Esp32;

/// <summary>Puts an ESP32 board together: what differs from board to board is what the constructor takes.</summary>
public sealed class Esp32Device
{
    private const int ReminderMs = 60000;

    private readonly string _board;
    private readonly ICamera _camera;
    private readonly string _cameraFault;
    private readonly Esp32Clock _clock = new Esp32Clock();
    private readonly FlashStore _store = new FlashStore();
    private readonly SerialLog _log;

    /// <param name="board">Name as in boards/README.md.</param>
    /// <param name="txPin">GPIO of the console's output (COM2).</param>
    /// <param name="rxPin">GPIO of the console's input (COM2).</param>
    /// <param name="camera">The sensor, or null if <paramref name="cameraFault"/> says why there is none.</param>
    public Esp32Device(string board, int txPin, int rxPin, ICamera camera, string cameraFault)
    {
        _board = board;
        _camera = camera ?? new NoCamera(cameraFault);
        _cameraFault = cameraFault;
        _log = new SerialLog(_clock, txPin, rxPin, LogLevel.Info);
    }

    /// <summary>
    /// Does not return. Boots on any content of flash and says what is missing; without settings there is nothing to do.
    /// </summary>
    public void Run()
    {
        var settings = BoardSettings.Read(_store);
        BootLine.Write(_log, _board, _store, settings.Fault, _cameraFault);
        while (settings.Fault != null)
        {
            Thread.Sleep(ReminderMs);
            _log.Write(LogLevel.Error, "settings", settings.Fault);
        }

        var wifi = new WifiStation(settings.WifiSsid, settings.WifiPassword, _clock, _log);
        var mac = new NativeMac();
        var parts = new Parts
        {
            Camera = _camera,
            Link = new TlsLink(wifi, _clock, new DeviceCredentials(_store)),
            Store = _store,
            Clock = _clock,
            Entropy = new RadioEntropy(wifi, mac),
            Mac = mac,
            Log = _log,
        };
        new Supervisor(new Agent(parts, settings.Agent), wifi, new NetworkTime(_clock), _log).Run();
    }
}
