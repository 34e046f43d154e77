using System;
using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace Sealcam.Esp32;

/// <summary>The console's port on COM2, 115,200 baud 8N1.</summary>
/// <remarks>
/// Not on the debug port: what Console and Debug write there is wrapped into the debugger's frames, and COM1 is taken by the
/// debugger whenever no USB host is there at boot. COM2 has no pins until it is given some. The driver's write waits until the UART
/// has taken it all, so no more than <see cref="WriteMost"/> bytes go at a time: 6 ms.
/// </remarks>
public sealed class SerialConsolePort : IConsolePort
{
    private const int Baud = 115200, WriteMost = 64, WriteTimeoutMs = 50, ReceiveBytes = 1024;

    private readonly SerialPort _port;

    public SerialConsolePort(int txPin, int rxPin)
    {
        try
        {
            Configuration.SetPinFunction(txPin, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(rxPin, DeviceFunction.COM2_RX);
            _port = new SerialPort("COM2", Baud) { WriteTimeout = WriteTimeoutMs, ReadBufferSize = ReceiveBytes };
            _port.Open();
        }
        catch (Exception)
        {
            _port = null;  // wrong pins, or no memory: a camera without a console is still a camera
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        if (_port == null)
        {
            return 0;
        }

        try
        {
            int there = _port.BytesToRead;
            return there == 0 ? 0 : _port.Read(buffer, offset, there < count ? there : count);
        }
        catch (Exception)
        {
            return 0;  // a framing error on the line; what was sent comes again or not
        }
    }

    public int Write(byte[] buffer, int offset, int count)
    {
        if (_port == null)
        {
            return count;
        }

        int now = count < WriteMost ? count : WriteMost;
        try
        {
            _port.Write(buffer, offset, now);
            return now;
        }
        catch (Exception)
        {
            return 0;
        }
    }
}
