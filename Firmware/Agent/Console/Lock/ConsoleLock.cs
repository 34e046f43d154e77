namespace Sealcam;

/// <summary>Whether somebody who knows the passphrase is at the console, and how often somebody who does not has tried.</summary>
/// <remarks>
/// Wrong tries are counted in RAM alone: a power cycle forgets them, which is why a passphrase has 50 random bits and not a few
/// digits.
/// The lock guards the console. It does not guard flash, which the USB port reads (SECURITY.md).
/// </remarks>
public sealed class ConsoleLock
{
    /// <summary>Wrong tries that cost nothing: fingers slip.</summary>
    private const int FreeTries = 2;

    /// <summary>ms to wait after the third wrong try; doubled at each one that follows, up to the greatest.</summary>
    private const int FirstWaitMs = 2000, MostWaitMs = 300000;

    private readonly Parts _parts;
    private bool _open;
    private long _openUntilMs;
    private long _nextTryMs;
    private int _wrong;

    public ConsoleLock(Parts parts)
    {
        _parts = parts;
    }

    /// <summary>ms without a command after which it closes by itself.</summary>
    public int OpenMs = 600000;

    /// <summary>ms until a passphrase may be tried again; 0 if it may.</summary>
    public int WaitMs
    {
        get
        {
            long wait = _nextTryMs - _parts.Clock.UptimeMs;
            return wait > 0 ? (int)wait : 0;
        }
    }

    public bool IsOpen(long nowMs)
    {
        _open = _open && nowMs < _openUntilMs;
        return _open;
    }

    /// <summary>A command was given: the time counts anew.</summary>
    public void Touch(long nowMs)
    {
        if (IsOpen(nowMs))
        {
            _openUntilMs = nowMs + OpenMs;
        }
    }

    public void Open(long nowMs)
    {
        _open = true;
        _wrong = 0;
        _openUntilMs = nowMs + OpenMs;
    }

    public void Close() => _open = false;

    /// <summary>A wrong passphrase was tried.</summary>
    public void Wrong(long nowMs)
    {
        _wrong++;
        _open = false;
        if (_wrong > FreeTries)
        {
            int doublings = _wrong - FreeTries - 1;
            long wait = doublings > 10 ? MostWaitMs : (long)FirstWaitMs << doublings;
            _nextTryMs = nowMs + (wait < MostWaitMs ? wait : MostWaitMs);
        }

        _parts.Log.Write(LogLevel.Warning, "console", "wrong passphrase, " + _wrong + " in a row");
    }
}
