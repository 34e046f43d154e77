using System.Collections.Generic;
using Sealcam.Esp32;
using Sealcam.Sensors;

namespace System.IO.Ports;

using Device = Sealcam.Esp32.Device;

/// <summary>
/// nanoFramework's serial port on ESP32 (System.IO.Ports:System.IO.Ports/SerialPort.cs; nf-interpreter:targets/ESP32/_nanoCLR/
/// System.IO.Ports/sys_io_ser_native_System_IO_Ports_SerialPort.cpp).
/// </summary>
/// <remarks>
/// A second object for one port throws; opening needs both pins; a read of more than is there waits for it, for ever by default; of
/// what arrives while the buffer is full the rest is lost; a write returns when the last 128 bytes are in the UART's own FIFO, not
/// when they are on the line; a new speed counts at once, for what is still in that FIFO too.
/// </remarks>
internal sealed class SerialPort
{
    /// <summary>Bytes of the UART's transmit FIFO (SOC_UART_FIFO_LEN).</summary>
    private const int FifoBytes = 128;

    private static readonly Dictionary<string, SerialPort> s_ports = [];
    private readonly string _name;
    private ISerialEnd _end;
    private int _baud;
    private long _sentUs;

    public SerialPort(string name, int baud)
    {
        _name = name;
        _baud = baud;
        if (!s_ports.TryAdd(name, this))
        {
            throw new ArgumentException(null);
        }
    }

    /// <summary>What is at the other end of each port.</summary>
    public static Dictionary<string, ISerialEnd> Ends { get; } = [];

    /// <summary>Calls of the driver that fail from now on: a broken driver, no memory.</summary>
    public static Exception Fault { get; set; }

    public static bool FailsToOpen { get; set; }

    public bool IsOpen => _end != null;

    public int WriteTimeout { get; set; } = -1;

    public int ReadBufferSize { get; set; } = 256;

    public int BaudRate
    {
        get => _baud;
        set
        {
            _baud = value;
            End().SetSpeed(value);
        }
    }

    public int BytesToRead
    {
        get
        {
            Demand();
            return End().Waiting;
        }
    }

    public static void Clear()
    {
        s_ports.Clear();
        Fault = null;
        FailsToOpen = false;
    }

    public void Open()
    {
        string tx = _name + "_TX", rx = _name + "_RX";
        if (FailsToOpen || Pin(tx) < 0 || Pin(rx) < 0)
        {
            throw new InvalidOperationException("CLR_E_PIN_UNAVAILABLE");
        }

        // "Buffer size must be bigger then HW fifo": never less than 129.
        _end = Ends.GetValueOrDefault(_name) ?? new DeadEnd();
        _end.Open(Math.Max(ReadBufferSize, FifoBytes + 1), _baud);
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        Demand();
        return End().Waiting >= count ? End().Take(buffer, offset, count) : throw Device.Dies("waits for ever for a byte");
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        Demand();
        long byteUs = 10000000L / _baud;
        _sentUs = Math.Max(_sentUs, Device.Time.Us) + count * byteUs;
        End().Send(buffer, offset, count);
        long waitUs = _sentUs - FifoBytes * byteUs - Device.Time.Us;
        if (waitUs > 0)
        {
            if (WriteTimeout >= 0 && waitUs > WriteTimeout * 1000L)
            {
                throw new TimeoutException();
            }

            Device.Pass((waitUs + 999) / 1000);
        }
    }

    private static int Pin(string function) => nanoFramework.Hardware.Esp32.Configuration.GetFunctionPin(
        Enum.Parse<nanoFramework.Hardware.Esp32.DeviceFunction>(function));

    private static void Demand()
    {
        if (Fault != null)
        {
            throw Fault;
        }
    }

    private ISerialEnd End() => _end ?? throw Device.Dies("uses a port that is not open");

    /// <summary>Nobody is there.</summary>
    private sealed class DeadEnd : ISerialEnd
    {
        public int Waiting => 0;

        public void Open(int roomBytes, int baud)
        {
        }

        public void SetSpeed(int baud)
        {
        }

        public int Take(byte[] buffer, int offset, int count) => 0;

        public void Send(byte[] buffer, int offset, int count)
        {
        }
    }
}

/// <summary>What is at the other end of a port, and what it has sent.</summary>
internal interface ISerialEnd
{
    /// <summary>Bytes in the receive buffer.</summary>
    int Waiting { get; }

    void Open(int roomBytes, int baud);

    void SetSpeed(int baud);

    int Take(byte[] buffer, int offset, int count);

    void Send(byte[] buffer, int offset, int count);
}

/// <summary>A sensor's model: it knows what has arrived only when it is asked for it.</summary>
internal sealed class SensorEnd(IUart part, Action<int> room) : ISerialEnd
{
    private readonly byte[] _there = new byte[65536];
    private int _at, _count;

    public int Waiting
    {
        get
        {
            Array.Copy(_there, _at, _there, 0, _count - _at);
            _count -= _at;
            _at = 0;
            _count += part.Read(_there, _count, _there.Length - _count);
            return _count;
        }
    }

    public void Open(int roomBytes, int baud)
    {
        room(roomBytes);
        part.SetBaud(baud);
    }

    public void SetSpeed(int baud) => part.SetBaud(baud);

    public int Take(byte[] buffer, int offset, int count)
    {
        Array.Copy(_there, _at, buffer, offset, count);
        _at += count;
        return count;
    }

    public void Send(byte[] buffer, int offset, int count) => part.Write(buffer, offset, count);
}
