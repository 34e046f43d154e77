using System;

namespace Sealcam.Host;

/// <summary>A still that lies in memory, handed out in portions.</summary>
public sealed class LeasedStill : IStill
{
    private readonly byte[] _bytes;
    private readonly int _portion;
    private readonly Action _released;
    private int _at;
    private bool _isReleased;

    /// <summary>All of <paramref name="bytes"/>, in portions of any size, with nothing to do at its release.</summary>
    public LeasedStill(byte[] bytes, long exposedMs)
        : this(bytes, bytes.Length, exposedMs, 0, static () => { })
    {
    }

    /// <param name="bytes">Holds the still from its start; may be longer.</param>
    /// <param name="length">Bytes of the still.</param>
    /// <param name="exposedMs">Uptime at the end of the exposure.</param>
    /// <param name="portion">Most bytes a read; 0 for no bound.</param>
    /// <param name="released">Called once, at the first Release.</param>
    public LeasedStill(byte[] bytes, int length, long exposedMs, int portion, Action released)
    {
        _bytes = bytes;
        Length = length;
        ExposedMs = exposedMs;
        _portion = portion > 0 ? portion : int.MaxValue;
        _released = released;
    }

    public int Length { get; }

    public long ExposedMs { get; }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (_isReleased || _at == Length)
        {
            return -1;
        }

        int taken = Math.Min(Math.Min(count, _portion), Length - _at);
        Buffer.BlockCopy(_bytes, _at, buffer, offset, taken);
        _at += taken;
        return taken;
    }

    public void Release()
    {
        if (!_isReleased)
        {
            _isReleased = true;
            _released();
        }
    }
}
