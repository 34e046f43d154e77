namespace Sealcam;

/// <summary>
/// When to try again. Time after a loss is cut into windows, each half as long again as the one before it, and each has one
/// try, at a random moment (full jitter): what a fleet loses together it asks for evenly, and less and less often.
/// </summary>
/// <remarks>
/// Pure: the random number is handed in, and <see cref="RetryGate"/> knows where a window begins. A wait drawn from zero at
/// each failure would be simpler, but then a camera may try many times in a row, and a few unlucky ones have windows so long
/// that they come back when all others have been there for a while. DESIGN.md, "Back off together", has the figures.
/// </remarks>
public sealed class Backoff
{
    private readonly int _ownMs;
    private int _firstMs;

    /// <param name="windowMs">The first window after a success (ms, at least 1).</param>
    public Backoff(int windowMs)
    {
        _ownMs = _firstMs = windowMs < 1 ? 1 : windowMs;
    }

    /// <summary>ms: the window that the last failure opened; 0 before the first one.</summary>
    public int WindowMs { get; private set; }

    /// <summary>Something was accepted: the next failure is the first again.</summary>
    public void Succeeded() => WindowMs = 0;

    /// <summary>The server shortens the first window (ms); it cannot lengthen it.</summary>
    public void Shorten(uint windowMs) => _firstMs = windowMs < 1 ? 1 : windowMs > (uint)_ownMs ? _ownMs : (int)windowMs;

    /// <summary>
    /// A try failed: the next window opens. Returns the moment of its try (ms from its beginning) by
    /// <paramref name="random"/>, any 32 bits.
    /// </summary>
    /// <param name="random">Another one on each device.</param>
    /// <param name="leastMs">
    /// The window is to be no shorter (ms), unless it is as long as it gets: a server that asks for a minute of peace wants
    /// no fleet that comes back in five seconds after that.
    /// </param>
    public int Failed(uint random, int leastMs)
    {
        // Someone who has set a first window beyond the cap has a fleet that needs it: it never gets shorter than that.
        int most = _ownMs > Limits.BackoffMostMs ? _ownMs : Limits.BackoffMostMs;
        long window = WindowMs == 0 ? _firstMs : Limits.Greatest(WindowMs + (long)WindowMs / 2, Limits.BackoffFirstMs);
        window = Limits.Greatest(window, leastMs);
        WindowMs = window > most ? most : (int)window;
        return (int)((ulong)random * (uint)WindowMs >> 32);
    }
}
