using System;

namespace Sealcam.Bench;

/// <summary>Times work against the loop turn just before and after it, and takes the median of several such ratios.</summary>
/// <remarks>A busy or throttled machine slows both; what disturbs only one of them falls out with the median.</remarks>
public static class Meter
{
    public const int Rounds = 15;

    private const int LoopTurns = 100000;

    private static int _sink;

    /// <summary>Time of one turn in picoseconds, the least of several.</summary>
    public static long TurnPicoseconds()
    {
        long least = long.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            long ticks = TimeLoop();
            least = ticks < least ? ticks : least;
        }
        return least * 100000 / LoopTurns;
    }

    /// <summary>Cost of the work done once, in loop turns.</summary>
    public static long Turns(Work work)
    {
        long[] turns = new long[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            work.Ready();
            long loop = TimeLoop();
            long start = DateTime.UtcNow.Ticks;
            work.Run();
            long ticks = DateTime.UtcNow.Ticks - start;
            loop += TimeLoop();
            turns[i] = loop > 0 ? ticks * 2 * LoopTurns / loop / work.Times : 0;
            // Insertion: the array stays in order.
            for (int j = i; j > 0 && turns[j] < turns[j - 1]; j--)
            {
                long swap = turns[j];
                turns[j] = turns[j - 1];
                turns[j - 1] = swap;
            }
        }
        return turns[Rounds / 2];
    }

    private static long TimeLoop()
    {
        int n = LoopTurns, x = 0;
        long start = DateTime.UtcNow.Ticks;
        for (int i = 0; i < n; i++)
        {
            x += i;
        }
        long ticks = DateTime.UtcNow.Ticks - start;
        _sink = x;
        return ticks;
    }
}
