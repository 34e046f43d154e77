namespace Sealcam;

/// <content>What a console shows of the uplink.</content>
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

    /// <summary>Uptime (ms) of the last receipt.</summary>
    public long ReceiptedAtMs => _still.ReceiptedAtMs;

    /// <summary>Ends the wait after a failure: somebody has mended what was wrong.</summary>
    public void Hurry() => _retry.Succeeded();

    /// <summary>Nothing can be tried before <paramref name="what"/> is there: said once in the log, and shown as the state.</summary>
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
