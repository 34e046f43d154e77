namespace Sealcam.Tool.Terminals;

/// <summary>
/// Keeps what the board says in a file. Keys are not written: what is echoed is there, and secrets are echoed as stars.
/// </summary>
internal sealed class SessionLog : IDisposable
{
    private readonly FileStream? _file;

    public SessionLog(FileInfo? file)
    {
        _file = file == null ? null : new FileStream(file.FullName, FileMode.Append, FileAccess.Write, FileShare.Read,
            bufferSize: 0);
    }

    public void Write(ReadOnlySpan<byte> bytes) => _file?.Write(bytes);

    public void Dispose() => _file?.Dispose();
}
