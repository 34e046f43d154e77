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
        SerialPort? port = _port;
        try
        {
            port?.Write(bytes.ToArray(), 0, bytes.Length);
        }
        catch (TimeoutException)
        {
            _say($"{Name} takes nothing: what was sent is lost");
        }
        catch (Exception e) when (IsGone(e))
        {
            Lose(port);
        }
    }

    public int Receive(Span<byte> buffer, int waitMs)
    {
        if ((_port ?? Reopen(waitMs)) is not { } port)
        {
            return 0;
        }

        try
        {
            port.ReadTimeout = Math.Max(1, waitMs);
            byte[] bytes = new byte[buffer.Length];
            int count = port.Read(bytes, 0, bytes.Length);
            bytes.AsSpan(0, count).CopyTo(buffer);
            return count;
        }
        catch (TimeoutException)
        {
            return 0;
        }
        catch (Exception e) when (IsGone(e))
        {
            Lose(port);
            return 0;
        }
    }

    public void Dispose() => Close(_port);

    private static void Close(SerialPort? port)
    {
        try
        {
            port?.Dispose();
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
            throw new IOException($"cannot open {Name}: {Why(e)}", e);
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    /// <summary>On Unix the runtime calls everything "denied": no such file, a file that is no port, another's, one in use.</summary>
    private string Why(Exception e) => e is not UnauthorizedAccessException || OperatingSystem.IsWindows() ? e.Message
        : !File.Exists(Name) ? "there is no such port; is the adapter plugged in?"
        : "in use by another program, not a serial port, or not yours to open (on Linux the group is mostly dialout)";

    /// <summary>Keys and answers are on threads of their own: both may find a port gone, and the later one when it is back already.</summary>
    private void Lose(SerialPort? lost)
    {
        Close(lost);
        if (lost != null && Interlocked.CompareExchange(ref _port, null, lost) == lost)
        {
            _say($"{Name} is gone; waiting for it");
        }
    }

    private SerialPort? Reopen(int waitMs)
    {
        Thread.Sleep(Math.Min(waitMs, LookMs));
        try
        {
            SerialPort port = Open();
            _port = port;
            _say($"{Name} is back");
            return port;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
