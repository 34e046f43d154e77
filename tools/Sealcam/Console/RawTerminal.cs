using Microsoft.Win32.SafeHandles;

namespace Sealcam.Tool.Terminals;

/// <summary>This process's terminal, every key as it is typed, until it is disposed.</summary>
internal sealed class RawTerminal : IDisposable
{
    private readonly string? _settings;
    private readonly Stream? _input;

    /// <exception cref="IOException">The terminal cannot be set.</exception>
    public RawTerminal()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.TreatControlCAsInput = true;
            return;
        }

        if (!Console.IsInputRedirected)
        {
            _settings = Stty.Run(null, "-g");
            Stty.Run(null, "raw", "-echo");
        }

        // Not Console.OpenStandardInput: on a terminal that gives whole lines, edited and echoed by the runtime.
        _input = new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 1);
    }

    /// <summary>Waits for keys. 0 at the end of input.</summary>
    public int Read(byte[] buffer)
    {
        if (_input != null)
        {
            return _input.Read(buffer, 0, buffer.Length);
        }

        ConsoleKeyInfo key = Console.ReadKey(intercept: true);
        byte[] bytes = WindowsKeys.Bytes(key);
        bytes.CopyTo(buffer, 0);
        return bytes.Length == 0 ? Read(buffer) : bytes.Length;
    }

    public void Dispose()
    {
        if (_settings != null)
        {
            Stty.Run(null, _settings);
        }
    }
}
