using System;

namespace Sealcam.Esp32;

/// <summary>
/// The board's main loop: tends Wi-Fi and time, lets the agent step, sleeps until it wants to be called again.
/// </summary>
/// <remarks>
/// What it can do: an exception out of one part is logged, the others have their turn all the same, and that part has its next
/// a second later; a minute of nothing but exceptions out of one part restarts the board, in order where the agent still
/// answers. What throws out of this loop would end the program, and the firmware then waits for a debugger
/// (nf-interpreter:src/CLR/Startup/CLRStartup.cpp, EnterDebuggerLoopAfterExit): no restart, no still any more. What it cannot do: nothing managed runs while
/// native code freezes (a handshake with a server that falls silent has no timeout on this platform), and stock firmware has no
/// watchdog for it. Against that stands only an external watchdog chip (TPL5010, MAX6369) at the reset pin, fed by a pin that
/// the loop toggles.
/// </remarks>
public sealed class Supervisor
{
    /// <summary>ms: Wi-Fi and the clock want a look that often, however long the agent would sleep.</summary>
    private const int SleepMaxMs = 1000;

    /// <summary>ms that a part is left alone after an exception.</summary>
    private const int PauseMs = 1000;

    /// <summary>
    /// Turns of one part in a row that threw before the board is restarted: about a minute. Ten for the network: a restart may
    /// mend a driver, but it costs the stills in RAM, and without a network the camera still does its work.
    /// </summary>
    private const int FailuresMax = 60, NetworkFailuresMax = 600;

    /// <summary>The parts, in the order of their turns; behind them the wait for the next.</summary>
    private const int Network = 0, Field = 1, Camera = 2, Console = 3, Parts = 4, Waiting = Parts, Counted = 5;

    /// <summary>Turns in which the console may still say its last lines: a port that takes nothing must not hold the restart up.</summary>
    private const int RestartTurnsMax = 100;

    private readonly Agent _agent;
    private readonly SerialConsole _console;
    private readonly IBoardControl _board;
    private readonly WifiStation _wifi;
    private readonly NetworkTime _time;
    private readonly FieldWork _field;
    private readonly IClock _clock;
    private readonly ILog _log;
    private readonly int[] _failures = new int[Counted];
    private readonly long[] _notBeforeMs = new long[Parts];
    private int _restartTurns;

    public Supervisor(
        Agent agent, SerialConsole console, IBoardControl board, WifiStation wifi, NetworkTime time, FieldWork field, IClock clock,
        ILog log)
    {
        _agent = agent;
        _console = console;
        _board = board;
        _wifi = wifi;
        _time = time;
        _field = field;
        _clock = clock;
        _log = log;
    }

    /// <summary>Does not return.</summary>
    public void Run()
    {
        while (true)
        {
            int sleepMs = SleepMaxMs;
            for (int part = 0; part < Parts; part++)
            {
                int ms = TryTurn(part);
                sleepMs = ms < sleepMs ? ms : sleepMs;
            }

            Wait(sleepMs < 0 ? 0 : sleepMs);
        }
    }

    /// <summary>Also when nothing is to be waited for: the joining thread gets its turn.</summary>
    private void Wait(int ms)
    {
        try
        {
            _field.Wait(ms);
            _failures[Waiting] = 0;
        }
        catch (OutOfMemoryException e)
        {
            // The firmware allocates what waits (nf-interpreter:src/CLR/Core/CLR_RT_HeapBlock_WaitForObject.cpp).
            Failed(Waiting, e);
        }
    }

    private int TryTurn(int part)
    {
        if (_clock.UptimeMs < _notBeforeMs[part])
        {
            return SleepMaxMs;
        }

        try
        {
            int ms = Turn(part);
            _failures[part] = 0;
            return ms;
        }
        catch (Exception e)
        {
            _notBeforeMs[part] = _clock.UptimeMs + PauseMs;
            Failed(part, e);
            return PauseMs;
        }
    }

    private void Failed(int part, Exception e)
    {
        Say(e, null);
        if (++_failures[part] >= (part == Network ? NetworkFailuresMax : FailuresMax))
        {
            Say(null, "restarting; stills kept in RAM are lost");
            _field.StopAgent();
            _board.Restart();
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

    /// <summary>ms until the part wants its next turn.</summary>
    private int Turn(int part)
    {
        switch (part)
        {
            case Network:
                TendNetwork();
                return SleepMaxMs;
            case Field:
                _field.Turn();
                return SleepMaxMs;
            case Camera:
                return _agent.Step();
            default:
                int ms = _console.Step();
                RestartIfWanted();
                return ms;
        }
    }

    private void TendNetwork()
    {
        _wifi.Tend();
        if (_wifi.IsUp && _time.TryNetworkTime(out long unixSeconds) && _agent.Clock.Offer(unixSeconds, WallClock.Network))
        {
            _log.Write(LogLevel.Info, "time", "set by the network");
        }
    }

    private void RestartIfWanted()
    {
        if (_console.RestartWanted && (_console.IsQuiet || ++_restartTurns > RestartTurnsMax))
        {
            if (!_console.SkipsRecord)
            {
                _field.StopAgent();
            }

            _board.Restart();
        }
    }
}
