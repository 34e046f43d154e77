using System;
using System.IO.Ports;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using Sealcam.Sensors;

namespace Sealcam.Esp32;

/// <summary>A sensor's serial line on COM3; COM2 is the console's and COM1 the debugger's.</summary>
/// <remarks>
/// The receive buffer must be set before Open, and 256 bytes, the default, overrun while the agent is in a TLS write: a VC0706
/// at 115,200 baud sends 4,096 bytes in 0.36 s. Read blocks for bytes that are not there, so it is asked for what is there.
/// </remarks>
public sealed class UartLine : IUart
{
    /// <summary>ms: 64 bytes, the longest command, take 67 ms at 9,600 baud.</summary>
    private const int WriteTimeoutMs = 500;

    private readonly int _txPin, _rxPin;
    private readonly SerialPort _port;
    private long _sentUs;

    public UartLine(int txPin, int rxPin, int baud)
    {
        _txPin = txPin;
        _rxPin = rxPin;
        _port = new SerialPort("COM3", baud) { ReadBufferSize = 4096, WriteTimeout = WriteTimeoutMs };
        try
        {
            Open();
        }
        catch (Exception)
        {
            // As with SpiBus.
        }
    }

    public int ReceiveBytes => 4096;

    public void Write(byte[] buffer, int offset, int count)
    {
        Open();
        long now = (long)HighResTimer.GetCurrent();
        _sentUs = (_sentUs > now ? _sentUs : now) + count * 10000000L / _port.BaudRate;
        _port.Write(buffer, offset, count);
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        Open();
        int there = _port.BytesToRead;
        int wanted = there < count ? there : count;
        return wanted == 0 ? 0 : _port.Read(buffer, offset, wanted);
    }

    /// <summary>Waits for what is on its way: a write returns when the last 128 bytes are still in the UART's FIFO.</summary>
    public void SetBaud(int baud)
    {
        long leftUs = _sentUs - (long)HighResTimer.GetCurrent();
        if (leftUs > 0)
        {
            Thread.Sleep((int)(leftUs / 1000) + 1);
        }

        _port.BaudRate = baud;
    }

    private void Open()
    {
        if (!_port.IsOpen)
        {
            Configuration.SetPinFunction(_txPin, DeviceFunction.COM3_TX);
            Configuration.SetPinFunction(_rxPin, DeviceFunction.COM3_RX);
            _port.Open();
        }
    }
}
