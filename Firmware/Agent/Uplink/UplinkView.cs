namespace Sealcam;

/// <content>What a console shows of the uplink, and what it waits for.</content>
public sealed partial class Uplink
{
    /// <summary>In a word, for people.</summary>
    public string State => _waitsFor != null ? "waits for " + _waitsFor
        : _state == Down ? _retry.WaitMs > 0 ? "backs off" : "idle"
        : _state == Resolved ? "connecting" : _state == Ready ? "connected" : "shipping";

    /// <summary>Why the connection was last given up, a sentence; null if it never was.</summary>
    public string LastFault { get; private set; }

    /// <summary>ms until the next try after a failure.</summary>
    public int RetryMs => _retry.WaitMs;

    /// <summary>A health report is due that no answer has come to yet.</summary>
    public bool OwesReport => _health != null && _health.IsOwed;

    /// <summary>Uptime (ms) of the last receipt.</summary>
    public long ReceiptedAtMs => _still.ReceiptedAtMs;

    /// <summary>Ends the wait after a failure: somebody has mended what was wrong.</summary>
    public void Hurry() => _retry.Succeeded();

    /// <summary>
    /// ms until what a connection needs is looked for again, or until the connect that it made possible; 0 when one may be made.
    /// </summary>
    private int Missing()
    {
        string what = _settings.Host == null || _settings.Host.Length == 0 ? "a server: none is set"
            : !_link.IsUp ? "the network"
            : _wall.Quality == WallClock.None ? "the time, without which the server's certificate cannot be checked" : null;
        if (what != null)
        {
            return WaitFor(what);
        }

        bool waited = _waitsFor != null;
        _waitsFor = null;
        if (!waited || IsOutOfSleep)
        {
            return 0;
        }

        // Network and time come back for a whole site in one moment, after a power cut for a whole district: like a lost server.
        _retry.Failed(0);
        return _retry.WaitMs;
    }

    /// <summary>
    /// A board that woke for one still does not wait for others: each second of its radio is battery, and its timer has
    /// spread it.
    /// </summary>
    private bool IsOutOfSleep =>
        _parts.Info != null && (_parts.Info.WakeCause == WakeCause.Timer || _parts.Info.WakeCause == WakeCause.Pin);

    /// <summary>
    /// Nothing can be tried before <paramref name="what"/> is there: said once in the log, and shown as the state.
    /// </summary>
    private int WaitFor(string what)
    {
        if (_waitsFor != what)
        {
            _waitsFor = what;
            _log.Write(LogLevel.Warning, "uplink", "waiting for " + what);
        }

        return Limits.IdleMs;
    }
}
