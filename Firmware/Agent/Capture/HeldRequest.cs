namespace Sealcam;

/// <summary>
/// The one request that waits for its still: a nonce, bounded in tries and in time. A newer one takes its place; the server still
/// knows the older and asks again if somebody waits for it.
/// </summary>
public sealed class HeldRequest
{
    private byte[] _nonce;
    private int _tries;
    private long _endMs, _againMs;

    /// <summary>Holds a nonce that came now. The very nonce that is held already gets no more tries than it had.</summary>
    public void Hold(byte[] nonce, long nowMs)
    {
        if (_nonce != null && nonce.Length == _nonce.Length && BigEndian.Same(nonce, 0, _nonce, 0, nonce.Length))
        {
            return;
        }

        _nonce = nonce;
        _tries = 0;
        _againMs = nowMs;
        _endMs = nowMs + Limits.RequestAgeMs;
    }

    /// <summary>ms until a capture for it is due: 0 if it is, int.MaxValue if nothing is held.</summary>
    public int WaitMs(long nowMs)
    {
        if (_nonce != null && nowMs >= _endMs)
        {
            _nonce = null;  // nobody waits any more
        }

        return _nonce == null ? int.MaxValue : (int)Limits.Greatest(0, _againMs - nowMs);
    }

    /// <summary>The nonce to sign into the still that is triggered now, or null. It stays held until it is answered.</summary>
    public byte[] Take(long nowMs)
    {
        if (WaitMs(nowMs) == int.MaxValue)
        {
            return null;
        }

        _tries++;
        _againMs = _endMs;  // not again while this capture runs
        return _nonce;
    }

    /// <summary>A still with this nonce is sealed.</summary>
    public void Answered(byte[] nonce) => _nonce = _nonce == nonce ? null : _nonce;

    /// <summary>The capture for this nonce came to nothing. True if it is given up for good.</summary>
    public bool Failed(byte[] nonce, long nowMs)
    {
        if (nonce == null || nonce != _nonce)
        {
            return false;
        }

        _againMs = nowMs + Limits.RequestAgainMs;
        bool over = _tries >= Limits.RequestTries || _againMs >= _endMs;
        _nonce = over ? null : _nonce;
        return over;
    }
}
