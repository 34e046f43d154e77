using System;

namespace Sealcam.Sensors;

/// <summary>Where the bytes of a leased still come from.</summary>
internal interface IFrameSource
{
    /// <summary>As <see cref="IStill.Read"/>; never asked beyond the announced length.</summary>
    int TakeBytes(byte[] buffer, int offset, int count);
}

/// <summary>The one lease of a driver, used again for every still so that a still costs no memory.</summary>
internal sealed class Lease : IStill
{
    private readonly IFrameSource _source;
    private int _left;
    private bool _failed;

    public Lease(IFrameSource source)
    {
        _source = source;
    }

    public bool IsOut { get; private set; }

    public int Length { get; private set; }

    public long ExposedMs { get; private set; }

    public void Open(int length, long exposedMs)
    {
        Length = _left = length;
        ExposedMs = exposedMs;
        IsOut = true;
        _failed = false;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (!IsOut || _left == 0)
        {
            return -1;
        }

        if (count <= 0)
        {
            return 0;  // a bus has no transfer of nothing
        }

        if (_failed)
        {
            throw new CameraException("read: the still failed before");
        }

        try
        {
            int taken = _source.TakeBytes(buffer, offset, count < _left ? count : _left);
            _left -= taken;
            return taken;
        }
        catch (Exception)
        {
            _failed = true;  // a read behind a fault would hand out bytes from somewhere else in the frame
            throw;
        }
    }

    public void Release() => IsOut = false;
}
