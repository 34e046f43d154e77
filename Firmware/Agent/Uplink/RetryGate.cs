namespace Sealcam;

/// <summary>Holds the uplink back after a failure: by the back-off, by what the server asked for, and by a wait that already runs.</summary>
public sealed class RetryGate
{
    private readonly IClock _clock;
    private readonly IEntropy _entropy;
    private readonly Backoff _backoff;
    private readonly byte[] _random = new byte[4];
    private long _openMs;

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
        _openMs = 0;
    }

    /// <summary>The server shortens the window of the first retry (ms).</summary>
    public void Shorten(uint windowMs) => _backoff.Shorten(windowMs);

    /// <summary>A try failed. <paramref name="retryAfterSeconds"/> is the server's Retry-After, 0 if it gave none.</summary>
    public void Failed(int retryAfterSeconds)
    {
        // Jitter needs to differ between devices, not to be secret: it does not wait for good entropy.
        _entropy.Fill(_random, 0, 4);
        long wait = _backoff.Failed(BigEndian.Get(_random, 0));
        long asked = retryAfterSeconds > Limits.RetryAfterMs / 1000 ? Limits.RetryAfterMs : retryAfterSeconds * 1000L;
        _openMs = Limits.Greatest(_openMs, _clock.UptimeMs + Limits.Greatest(wait, asked));
    }
}
