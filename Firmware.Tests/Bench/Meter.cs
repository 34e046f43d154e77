using System;

namespace Sealcam.Bench;

/// <summary>Times work against the loop turn. The least of several rounds counts, for both: what disturbs only ever adds.</summary>
public static class Meter
{
    public const int Rounds = 7;

    private const int LoopTurns = 200000;

    private static long _turnPs;
    private static int _sink;

    /// <summary>Time of one turn in picoseconds.</summary>
    public static long TurnPicoseconds()
    {
        if (_turnPs == 0)
        {
            _turnPs = long.MaxValue;
            for (int i = 0; i < Rounds; i++)
            {
                TimeLoop();
            }
        }
        return _turnPs;
    }

    /// <summary>Cost of the work done once, in loop turns.</summary>
    public static long Turns(Work work)
    {
        long best = long.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            work.Ready();
            long start = DateTime.UtcNow.Ticks;
            work.Run();
            long ticks = DateTime.UtcNow.Ticks - start;
            if (ticks < best)
            {
                best = ticks;
            }
            TimeLoop();
        }
        return best * 100000 / work.Times / _turnPs;
    }

    private static void TimeLoop()
    {
        int n = LoopTurns, x = 0;
        long start = DateTime.UtcNow.Ticks;
        for (int i = 0; i < n; i++)
        {
            x += i;
        }
        long ticks = DateTime.UtcNow.Ticks - start;
        _sink = x;
        long ps = ticks * 100000 / LoopTurns;
        if (ps > 0 && ps < _turnPs)
        {
            _turnPs = ps;
        }
    }
}
