namespace Sealcam;

/// <summary>
/// Holds the uplink back after a failure: until the moment that the back-off chose in its window, which begins where the
/// last one ends, and not before the server's Retry-After is over.
/// </summary>
public sealed class RetryGate
{
    private readonly IClock _clock;
    private readonly IEntropy _entropy;
    private readonly Backoff _backoff;
    private readonly byte[] _random = new byte[4];
    private long _openMs;  // uptime of the next try
    private long _endMs;   // and of the end of its window

    public RetryGate(IClock clock, IEntropy entropy, int windowMs)
    {
        _clock = clock;
        _entropy = entropy;
        _backoff = new Backoff(windowMs);
    }

    /// <summary>ms until the next try; 0 when it may be made.</summary>
    public int WaitMs
    {
        get
        {
            long wait = _openMs - _clock.UptimeMs;
            return wait <= 0 ? 0 : (int)wait;
        }
    }

    /// <summary>The server took or refused a still in its own words: it works.</summary>
    public void Succeeded()
    {
        _backoff.Succeeded();
        _openMs = _endMs = 0;
    }

    /// <summary>The server shortens the window of the first retry (ms).</summary>
    public void Shorten(uint windowMs) => _backoff.Shorten(windowMs);

    /// <summary>A try failed. <paramref name="retryAfterSeconds"/> is the server's Retry-After, 0 if it gave none.</summary>
    public void Failed(int retryAfterSeconds)
    {
        long now = _clock.UptimeMs;
        if (now < _openMs && retryAfterSeconds <= 0)
        {
            return;  // an idle connection has gone while its window's try is still to come: nothing new was tried
        }

        // Whoever overloads a server is told the same number of seconds: coming back right after them, all would come at once.
        int asked = Limits.Least(retryAfterSeconds, Limits.RetryAfterMs / 1000) * 1000;
        long begin = Limits.Greatest(_endMs, now + asked);
        // Jitter needs to differ between devices, not to be secret: it does not wait for good entropy.
        _entropy.Fill(_random, 0, 4);
        _openMs = begin + _backoff.Failed(BigEndian.Get(_random, 0), asked);
        _endMs = begin + _backoff.WindowMs;
    }
}
