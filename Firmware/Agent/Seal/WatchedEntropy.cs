using System;

namespace Sealcam;

/// <summary>
/// The board's random source, without its exceptions: one that throws is a logged fault, and is not good until it has been left
/// alone for a while. No still waits for it.
/// </summary>
/// <remarks>
/// After a throw the buffer holds numbers that anybody could foresee: enough to spread retries, never enough for a key. Who needs
/// secret ones asks <see cref="IsGood"/> after <see cref="Fill"/>, not only before.
/// </remarks>
public sealed class WatchedEntropy : IEntropy
{
    private readonly IEntropy _source;
    private readonly IClock _clock;
    private readonly ILog _log;
    private uint _weak = 2463534242;
    private long _goodFromMs;

    public WatchedEntropy(IEntropy source, IClock clock, ILog log)
    {
        _source = source;
        _clock = clock;
        _log = log;
    }

    public bool IsGood => _clock.UptimeMs >= _goodFromMs && _source.IsGood;

    public void Fill(byte[] buffer, int offset, int count)
    {
        if (_clock.UptimeMs >= _goodFromMs)
        {
            try
            {
                _source.Fill(buffer, offset, count);
                return;
            }
            catch (Exception e)
            {
                _goodFromMs = _clock.UptimeMs + Limits.EntropyRetryMs;
                _log.Write(LogLevel.Error, "entropy", "the random source failed: " + e.Message);
            }
        }

        FillWeak(buffer, offset, count);
    }

    /// <summary>Marsaglia's xorshift (13, 17, 5), stirred by the time.</summary>
    private void FillWeak(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _weak ^= (uint)_clock.UptimeMs << 8 | 1;
            _weak ^= _weak << 13;
            _weak ^= _weak >> 17;
            _weak ^= _weak << 5;
            buffer[offset + i] = (byte)(_weak >> 24);
        }
    }
}
