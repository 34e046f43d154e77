namespace Sealcam;

/// <summary>
/// When to try again: capped exponential with full jitter (a random moment within the bound, not the bound itself), so that a fleet that lost
/// its server together does not come back together. Pure: the random number is handed in.
/// </summary>
public sealed class Backoff
{
    private readonly int _ownWindowMs;
    private int _windowMs;
    private int _boundMs;

    /// <param name="windowMs">The window over which the first retry after a success is spread (ms, at least 1).</param>
    public Backoff(int windowMs)
    {
        _ownWindowMs = _windowMs = windowMs < 1 ? 1 : windowMs;
    }

    /// <summary>Something was accepted: the next failure is the first again.</summary>
    public void Succeeded() => _boundMs = 0;

    /// <summary>The server shortens the window (ms); it cannot lengthen it.</summary>
    public void Shorten(uint windowMs) => _windowMs = windowMs < 1 ? 1 : windowMs > (uint)_ownWindowMs ? _ownWindowMs : (int)windowMs;

    /// <summary>
    /// A try failed. Returns ms until the next, uniform over the bound by <paramref name="random"/> (any 32 bits), and doubles the bound.
    /// The first failure after a success has the window as its bound: the blip that hits everybody at once is the common one.
    /// </summary>
    public int Failed(uint random)
    {
        int bound = _boundMs == 0 ? _windowMs : _boundMs;
        _boundMs = _boundMs == 0 ? Limits.BackoffFirstMs : _boundMs > Limits.BackoffMostMs / 2 ? Limits.BackoffMostMs : _boundMs * 2;
        return (int)((ulong)random * (uint)bound >> 32);
    }
}
