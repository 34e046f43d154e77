using System;

namespace Sealcam.Tests;

/// <summary>
/// A still leased from memory, that can be made to behave like each kind of sensor. One object, used again and again.
/// </summary>
public sealed class FakeStill : IStill
{
    private byte[] _source;
    private int _count;      // bytes that there really are
    private int _position;
    private bool _pause;

    public int Length { get; set; }

    public long ExposedMs { get; set; }

    /// <summary>At most this many bytes a read; 0: as many as asked for.</summary>
    public int Portion;

    /// <summary>Every other read has nothing ready.</summary>
    public bool Pauses;

    /// <summary>From this position on nothing is ready any more (-1: never).</summary>
    public int StallsAt;

    /// <summary>At this position the driver throws (-1: never).</summary>
    public int ThrowsAt;

    public int Reads, Releases;
    public bool IsLeased;

    public void Lease(byte[] source, int count, int announced, long exposedMs)
    {
        _source = source;
        _count = count;
        _position = Portion = 0;
        StallsAt = ThrowsAt = -1;
        Pauses = _pause = false;
        Length = announced;
        ExposedMs = exposedMs;
        IsLeased = true;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        Reads++;
        _pause = !_pause;
        if (ThrowsAt >= 0 && _position >= ThrowsAt)
        {
            throw new CameraException("burst read: status 0x44 busy");
        }

        if (Pauses && _pause || StallsAt >= 0 && _position >= StallsAt)
        {
            return 0;
        }

        int take = Portion > 0 && Portion < count ? Portion : count;
        take = Least(take, _count);
        take = StallsAt >= 0 ? Least(take, StallsAt) : ThrowsAt >= 0 ? Least(take, ThrowsAt) : take;
        Array.Copy(_source, _position, buffer, offset, take);
        _position += take;
        return take == 0 ? -1 : take;
    }

    private int Least(int take, int end) => take < end - _position ? take : end - _position;

    public void Release()
    {
        Releases += IsLeased ? 1 : 0;
        IsLeased = false;
    }
}
