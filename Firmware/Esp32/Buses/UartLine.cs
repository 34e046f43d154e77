using System.IO.Ports;
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

    private readonly SerialPort _port;

    public UartLine(int txPin, int rxPin, int baud)
    {
        Configuration.SetPinFunction(txPin, DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(rxPin, DeviceFunction.COM3_RX);
        _port = new SerialPort("COM3", baud) { ReadBufferSize = 4096, WriteTimeout = WriteTimeoutMs };
        _port.Open();
    }

    public int ReceiveBytes => 4096;

    public void Write(byte[] buffer, int offset, int count) => _port.Write(buffer, offset, count);

    public int Read(byte[] buffer, int offset, int count)
    {
        int there = _port.BytesToRead;
        int wanted = there < count ? there : count;
        return wanted == 0 ? 0 : _port.Read(buffer, offset, wanted);
    }

    // A write returns when the UART has sent it all, so nothing is in flight here.
    public void SetBaud(int baud) => _port.BaudRate = baud;
}
