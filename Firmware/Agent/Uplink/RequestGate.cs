namespace Sealcam;

/// <summary>
/// How many stills per time a server may ask for, whoever asks there: a few at once, then one each interval. Beyond that the
/// device neither polls nor takes a request, so that nobody can keep its sensor and its battery busy from afar.
/// </summary>
public sealed class RequestGate
{
    private readonly IClock _clock;
    private readonly int _everyMs;
    private long _fullMs;  // uptime at which the whole burst is there again

    public RequestGate(IClock clock, int everyMs)
    {
        _clock = clock;
        _everyMs = everyMs < 0 ? 0 : everyMs;
    }

    public bool IsOpen => _fullMs - _clock.UptimeMs <= (long)_everyMs * (Limits.RequestBurst - 1);

    /// <summary>Takes one; false if there is none now.</summary>
    public bool Take()
    {
        if (!IsOpen)
        {
            return false;
        }

        _fullMs = Limits.Greatest(_fullMs, _clock.UptimeMs) + _everyMs;
        return true;
    }
}
