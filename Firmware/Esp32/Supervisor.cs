using System;

namespace Sealcam.Esp32;

/// <summary>
/// The board's main loop: tends Wi-Fi and time, lets the agent step, sleeps until it wants to be called again.
/// </summary>
/// <remarks>
/// What it can do: an exception out of a turn is logged and the loop goes on; a minute of nothing but exceptions, or memory
/// that runs out, restarts the board, in order where the agent still answers. What it cannot do: nothing managed runs while
/// native code freezes (a handshake with a server that falls silent has no timeout on this platform), and stock firmware has no
/// watchdog for it. Against that stands only an external watchdog chip (TPL5010, MAX6369) at the reset pin, fed by a pin that
/// the loop toggles.
/// </remarks>
public sealed class Supervisor
{
    /// <summary>ms: Wi-Fi and the clock want a look that often, however long the agent would sleep.</summary>
    private const int SleepMaxMs = 1000;

    /// <summary>Steps in a row that threw before the board is restarted: about a minute.</summary>
    private const int FailuresMax = 60;

    /// <summary>Turns in which the console may still say its last lines: a port that takes nothing must not hold the restart up.</summary>
    private const int RestartTurnsMax = 100;

    private readonly Agent _agent;
    private readonly SerialConsole _console;
    private readonly IBoardControl _board;
    private readonly WifiStation _wifi;
    private readonly NetworkTime _time;
    private readonly FieldWork _field;
    private readonly ILog _log;
    private int _restartTurns;

    public Supervisor(
        Agent agent, SerialConsole console, IBoardControl board, WifiStation wifi, NetworkTime time, FieldWork field, ILog log)
    {
        _agent = agent;
        _console = console;
        _board = board;
        _wifi = wifi;
        _time = time;
        _field = field;
        _log = log;
    }

    /// <summary>Does not return.</summary>
    public void Run()
    {
        int failures = 0;
        while (true)
        {
            int sleepMs = SleepMaxMs;
            try
            {
                sleepMs = Turn();
                failures = 0;
            }
            catch (Exception e)
            {
                failures++;
                Say(e, null);
                if (failures >= FailuresMax)
                {
                    Say(null, "restarting; stills kept in RAM are lost");
                    nanoFramework.Runtime.Native.Power.RebootDevice();
                }
            }

            // Also when nothing is to be waited for: the joining thread gets its turn.
            _field.Wait(sleepMs < 0 ? 0 : sleepMs < SleepMaxMs ? sleepMs : SleepMaxMs);
        }
    }

    /// <summary>What throws out of the loop ends the program: also a line that finds no memory.</summary>
    private void Say(Exception e, string line)
    {
        try
        {
            _log.Write(LogLevel.Error, "supervisor", line ?? e.GetType().Name + " " + e.Message);
        }
        catch (Exception)
        {
            // Unsaid.
        }
    }

    private int Turn()
    {
        _wifi.Tend();
        if (_wifi.IsUp && _time.TryNetworkTime(out long unixSeconds) && _agent.Clock.Offer(unixSeconds, WallClock.Network))
        {
            _log.Write(LogLevel.Info, "time", "set by the network");
        }

        _field.Turn();
        int agentMs = _agent.Step();
        int consoleMs = _console.Step();
        if (_console.RestartWanted && (_console.IsQuiet || ++_restartTurns > RestartTurnsMax))
        {
            if (!_console.SkipsRecord)
            {
                _agent.Stop();
            }

            _board.Restart();
        }

        return agentMs < consoleMs ? agentMs : consoleMs;
    }
}
