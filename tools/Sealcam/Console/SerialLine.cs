using System.IO.Ports;

namespace Sealcam.Tool.Terminals;

/// <summary>
/// A serial port, 115,200 baud 8N1. A port that goes (a reset over USB, a pulled cable) is opened again when it is back; what
/// is sent meanwhile is lost, as it would be on the cable.
/// </summary>
internal sealed class SerialLine : ILine
{
    private const int Baud = 115200, LookMs = 300;

    private readonly Action<string> _say;
    private SerialPort? _port;

    /// <exception cref="IOException">The port is not there or in use.</exception>
    public SerialLine(string name, Action<string> say)
    {
        Name = name;
        _say = say;
        _port = Open();
    }

    public string Name { get; }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _port?.Write(bytes.ToArray(), 0, bytes.Length);
        }
        catch (Exception e) when (IsGone(e))
        {
            Lose();
        }
    }

    public int Receive(Span<byte> buffer, int waitMs)
    {
        if (_port == null && !Reopen(waitMs))
        {
            return 0;
        }

        try
        {
            _port!.ReadTimeout = Math.Max(1, waitMs);
            byte[] bytes = new byte[buffer.Length];
            int count = _port.Read(bytes, 0, bytes.Length);
            bytes.AsSpan(0, count).CopyTo(buffer);
            return count;
        }
        catch (TimeoutException)
        {
            return 0;
        }
        catch (Exception e) when (IsGone(e))
        {
            Lose();
            return 0;
        }
    }

    public void Dispose()
    {
        try
        {
            _port?.Dispose();
        }
        catch (IOException)
        {
            // The device is gone, and with it what was to be closed.
        }
    }

    private static bool IsGone(Exception e) => e is IOException or InvalidOperationException or UnauthorizedAccessException;

    private SerialPort Open()
    {
        // DTR and RTS low: on most ESP32 adapters they are wired to reset and boot mode.
        var port = new SerialPort(Name, Baud, Parity.None, 8, StopBits.One) { DtrEnable = false, RtsEnable = false,
            WriteTimeout = 2000 };
        try
        {
            port.Open();
            return port;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            port.Dispose();
            throw new IOException($"cannot open {Name}: {e.Message}", e);
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    private void Lose()
    {
        Dispose();
        _port = null;
        _say($"{Name} is gone; waiting for it");
    }

    private bool Reopen(int waitMs)
    {
        Thread.Sleep(Math.Min(waitMs, LookMs));
        try
        {
            _port = Open();
        }
        catch (IOException)
        {
            return false;
        }

        _say($"{Name} is back");
        return true;
    }
}
