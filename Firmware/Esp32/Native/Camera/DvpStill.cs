namespace Sealcam.Dvp;

/// <summary>A frame in the driver's buffer, which lies outside the managed heap; read forward in chunks.</summary>
internal sealed class DvpStill : IStill
{
    private readonly DvpCamera _camera;
    private readonly IDvp _dvp;
    private int _position;
    private bool _released;

    public DvpStill(DvpCamera camera, IDvp dvp, int length, long exposedMs)
    {
        _camera = camera;
        _dvp = dvp;
        Length = length;
        ExposedMs = exposedMs;
    }

    public int Length { get; }

    /// <summary>
    /// When the sensor began to be read out, up to one frame before the last row's exposure ended: the frame is no older.
    /// </summary>
    public long ExposedMs { get; }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (_released)
        {
            throw new CameraException("read: the still was released");
        }

        if (_position == Length)
        {
            return -1;
        }

        int read = _camera.Check("read", _dvp.Read(_position, buffer, offset, count));
        if (read == 0 && count > 0)
        {
            // The length is the driver's own: an end before it means that the frame changed under us.
            throw new CameraException("read: the frame ended at " + _position + " of " + Length);
        }

        _position += read;
        return read;
    }

    public void Release()
    {
        if (!_released)
        {
            _released = true;
            _camera.Released(this);
        }
    }
}
