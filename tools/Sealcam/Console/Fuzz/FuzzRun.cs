namespace Sealcam.Tool.Terminals.Fuzz;

/// <summary>
/// Feeds a console hostile input and watches it: it must come to rest after each line, keep its memory, lose no output, tell no
/// secret.
/// </summary>
internal static class FuzzRun
{
    /// <summary>Steps within which a line must be done; PBKDF2 and answers that never come included.</summary>
    private const int StepsMost = 200_000;

    /// <summary>Bytes of managed memory that a run may add; the console's own are fixed.</summary>
    private const long GrowthMost = 4_000_000;

    /// <summary>Null if all is well, else a sentence with what to repeat it by.</summary>
    public static string? Run(int seed, int count, out long said, out long results)
    {
        var dice = new Random(seed);
        var board = new FuzzBoard();
        var lines = new LineMaker(dice, board);
        long before = 0;
        said = results = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] line = lines.Next();
            string? fault;
            try
            {
                fault = !board.Feed(line, StepsMost) ? "never comes to rest"
                    : board.Leak != null ? $"tells a secret ({board.Leak})"
                    : board.LostOutput > 0 ? "loses output" : null;
            }
            catch (Exception e)
            {
                fault = $"throws {e.GetType().Name}: {e.Message}";
            }

            if (fault != null)
            {
                return $"seed {seed}, line {i} ({Convert.ToHexString(line)}): the console {fault}";
            }

            if (board.WantsRestart)
            {
                board = new FuzzBoard();
                lines = new LineMaker(dice, board);
            }

            said += line.Length;
            if (i == count / 10)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        results = board.Results;
        long growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        return growth > GrowthMost ? $"seed {seed}: memory grew by {growth} bytes" : null;
    }
}
