namespace Sealcam.Sensors;

/// <summary>
/// Register access to one sensor; what is not acknowledged becomes a <see cref="CameraException"/> that names the register.
/// </summary>
internal sealed class SccbPort
{
    private readonly ISccb _bus;
    private readonly SccbSensor _sensor;
    private readonly byte[] _scratch = new byte[2];

    public SccbPort(ISccb bus, SccbSensor sensor)
    {
        _bus = bus;
        _sensor = sensor;
    }

    /// <summary>Sends writes <paramref name="from"/> up to <paramref name="end"/> of a list.</summary>
    public void Write(RegisterList list, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (!_bus.Write(list.Bytes, i * list.Stride, list.Stride))
            {
                throw new CameraException("set up: " + _sensor.Name + " did not acknowledge " + list.Name(i) + " (write " + i
                    + ")");
            }
        }
    }

    public int Read(int register)
    {
        int bytes = _sensor.AddressBytes;
        _scratch[0] = (byte)(bytes == 2 ? register >> 8 : register);
        _scratch[1] = (byte)register;
        if (!_bus.Write(_scratch, 0, bytes) || !_bus.Read(_scratch, 0, 1))
        {
            throw new CameraException("identify: " + _sensor.Name + " did not acknowledge register " + Hex.Word(register));
        }

        return _scratch[0];
    }
}
