using System;
using System.Threading;

namespace Sealcam.Host;

/// <summary>
/// A simulated camera with its console, from power on to power off: board, agent and console on one thread, as in the main loop
/// of a
/// real board. A restart makes all of them anew over the same flash; the port stays.
/// </summary>
public sealed class ConsoleBoard : IDisposable
{
    private const int LongestSleepMs = 20;

    private readonly Func<HostBoardOptions> _options;
    private readonly HostWifiOptions _wifi;
    private readonly Thread _thread;
    private volatile bool _stop;

    /// <summary>Starts it. Flash must hold an identity.</summary>
    public ConsoleBoard(Func<HostBoardOptions> options, PipePort port, HostWifiOptions wifi = null)
    {
        _options = options;
        _wifi = wifi ?? new HostWifiOptions();
        Port = port;
        _thread = new Thread(Run) { Name = "console board", IsBackground = true };
        _thread.Start();
    }

    public PipePort Port { get; }

    /// <summary>Starts that were made.</summary>
    public int Starts { get; private set; }

    /// <summary>Stills receipted, over all starts.</summary>
    public int Receipted { get; private set; }

    /// <summary>Bytes of console output lost for want of room, over all starts. Not 0 is a bug.</summary>
    public int LostOutput { get; private set; }

    /// <summary>Why it stopped by itself, or null.</summary>
    public Exception Fault { get; private set; }

    public void Dispose()
    {
        _stop = true;
        _thread.Join();
    }

    private void Run()
    {
        try
        {
            while (!_stop && RunOnce())
            {
            }
        }
        catch (Exception fault)
        {
            Fault = fault;  // a bug, or a flash folder that cannot be used
        }

        Port.Close();
    }

    /// <summary>One start. False when it is the last: the identity is gone, or the board is stopped.</summary>
    private bool RunOnce()
    {
        HostBoardOptions options = _options();
        using var board = new HostBoard(options);
        using var net = new HostNetTest(board.LinkOptions, () => board.Link.IsUp);
        using var camera = new AdjustableCamera(options.Name, options.Size, board.Clock, options.Habits);
        var log = new ConsoleLog(board.Clock, board.Parts.Log);
        var config = new ConfigFile(board.Parts.Store);
        config.Load();
        (board.Parts.Camera as IDisposable)?.Dispose();
        board.Parts.Camera = camera;
        board.Parts.Log = log;
        CameraSettings.Apply(camera, config.Current, log);
        var wifi = new HostWifi(board.Clock, up => board.Link.IsUp = up, _wifi.Networks, _wifi.ScanMs, _wifi.JoinMs);
        if (config.Current[SettingTable.WifiSsid].Length > 0)
        {
            wifi.StartJoin(config.Current[SettingTable.WifiSsid], config.Current[SettingTable.WifiPassword]);
        }

        var agent = new Agent(board.Parts, config.Current.ToSettings());
        var control = new HostControl();
        Starts++;
        agent.Step();
        var console = new SerialConsole(agent, board.Parts,
            new ConsoleParts { Port = Port, Board = control, Wifi = wifi, Net = net, Camera = camera }, config, log);
        Loop(board, agent, console, wifi);
        LostOutput += console.LostOutput;
        if (!console.SkipsRecord)
        {
            agent.Stop();
        }

        return !console.SkipsRecord;
    }

    private void Loop(HostBoard board, Agent agent, SerialConsole console, HostWifi wifi)
    {
        int receipted = 0;
        while (!_stop && !(console.RestartWanted && console.IsQuiet))
        {
            wifi.Tend();
            if (wifi.IsUp)
            {
                agent.Clock.Offer(board.Clock.UtcNow.ToUnixTimeSeconds(), WallClock.Network);
            }

            int wait = Math.Min(agent.Step(), console.Step());
            Receipted += agent.Counters.Receipted - receipted;
            receipted = agent.Counters.Receipted;
            if (wait > 0 && Port.Pending == 0)
            {
                Thread.Sleep(Math.Min(wait, LongestSleepMs));
            }
        }
    }
}
