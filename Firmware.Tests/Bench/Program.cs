using System;

namespace Sealcam.Bench;

/// <summary>What the seal costs, in turns of <c>for (int i = 0; i &lt; n; i++) x += i;</c> timed in the same run.</summary>
/// <remarks>
/// Build for Release. On the emulator and on a device the multiples carry over from machine to machine, since every turn and
/// every operation is paid to the same interpreter. On the host they mean little: its compiler makes the loop nearly free.
/// </remarks>
public static class Program
{
    public static void Main()
    {
        Console.WriteLine("one loop turn: " + Meter.TurnPicoseconds().ToString() + " ps");
        Console.WriteLine("cost in loop turns (median of " + Meter.Rounds.ToString() + " rounds):");
        Run(new FieldMultiplication());
        Run(new FieldSquaring());
        Run(new ScalarMultiplication());
        Run(new CombColumn());
        Run(new PreparedPair());
        Run(new LongestSlice());
        Run(new SealWithPair());
        Run(new SealWithoutPair());
        Run(new HashBlock());
        Run(new StillDigest());
        Run(new CipherBlock());
        Run(new CipherChunk());
        Run(new AnswersAsked());
    }

    private static void Run(Work work)
    {
        string target = work.Target > 0 ? " (target " + work.Target.ToString() + ")" : "";
        Console.WriteLine(Meter.Turns(work).ToString().PadLeft(9) + "  " + work.Name + target);
    }
}
