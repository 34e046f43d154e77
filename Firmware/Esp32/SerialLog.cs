using System;
using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace Sealcam.Esp32;

/// <summary>The log on COM2, for a technician with a USB-to-serial adapter.</summary>
/// <remarks>
/// Not on the debug port: what Console and Debug write there is wrapped into the debugger's frames, and COM1 is taken by the
/// debugger whenever no USB host is there at boot (nf-interpreter:.../sys_io_ser_native_System_IO_Ports_SerialPort.cpp,
/// NativeInit). COM2 has no pins until it is given some. A write waits until the UART has taken it all, so it has a timeout: a
/// log must never stop the agent.
/// </remarks>
public sealed class SerialLog : ILog
{
    private const int Baud = 115200;

    /// <summary>ms: a line of 128 bytes takes 11 ms at 115,200 baud.</summary>
    private const int WriteTimeoutMs = 200;

    private const int LineMax = 200;

    private static readonly string[] Levels = { "debug", "info", "WARN", "ERROR" };

    private readonly IClock _clock;
    private readonly SerialPort _port;
    private readonly byte[] _line = new byte[LineMax + 2];
    private readonly object _turn = new object();

    /// <param name="lowest">Lines below this <see cref="LogLevel"/> are not written.</param>
    public SerialLog(IClock clock, int txPin, int rxPin, int lowest)
    {
        _clock = clock;
        Lowest = lowest;
        Configuration.SetPinFunction(txPin, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(rxPin, DeviceFunction.COM2_RX);
        _port = new SerialPort("COM2", Baud) { WriteTimeout = WriteTimeoutMs };
        _port.Open();
    }

    public int Lowest { get; set; }

    public void Write(int level, string stage, string text)
    {
        if (level >= Lowest)
        {
            WriteLine(_clock.UptimeMs / 1000 + " " + Levels[level] + " " + stage + ": " + text);
        }
    }

    /// <summary>The text as it is, cut at 200 characters, with a line end.</summary>
    public void WriteLine(string text)
    {
        // Wi-Fi joins on a thread of its own and logs from there.
        lock (_turn)
        {
            int count = text.Length < LineMax ? text.Length : LineMax;
            for (int i = 0; i < count; i++)
            {
                char c = text[i];
                _line[i] = c >= ' ' && c <= '~' ? (byte)c : (byte)'?';
            }

            _line[count] = (byte)'\r';
            _line[count + 1] = (byte)'\n';
            try
            {
                _port.Write(_line, 0, count + 2);
            }
            catch (Exception)
            {
                // Nobody to tell: this is where telling happens.
            }
        }
    }
}
