using Sealcam.Host;
using Sealcam.Tool.Terminals;

namespace Sealcam.Tool.Tests;

/// <summary>
/// A simulated board behind a serial port with a name that stays: a link to a pseudo-terminal, as udev makes one for an
/// adapter. The cable can be pulled and plugged in again.
/// </summary>
internal sealed class SerialCable : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sealcam-serial-");
    private readonly PipePort _board;
    private PtyLine? _pty;

    public SerialCable(PipePort board)
    {
        _board = board;
        Plug();
    }

    /// <summary>What a program opens.</summary>
    public string Port => Path.Combine(_folder.FullName, "ttyUSB0");

    /// <summary>The terminal behind it, for stty.</summary>
    public string Terminal => _pty!.Name;

    public void Plug()
    {
        _pty = new PtyLine(_board);
        File.CreateSymbolicLink(Port, _pty.Name);
        _pty.Start();
    }

    public void Pull()
    {
        File.Delete(Port);
        _pty?.Dispose();
        _pty = null;
    }

    public void Dispose()
    {
        Pull();
        _folder.Delete(recursive: true);
    }
}
