using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Sealcam.Ingest;

/// <summary>
/// Makes names durable. A renamed file whose folder was not synced may be back under its old name, or gone, after a power cut.
/// </summary>
internal static class Durable
{
    private const int ReadOnly = 0;

    /// <summary>
    /// Creates a folder and the way to it, each name durable, for nobody but this user: other people's stills lie in it.
    /// </summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        string? parent = Path.GetDirectoryName(Path.GetFullPath(path));
        if (parent is not null)
        {
            CreateFolder(parent);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (parent is not null)
        {
            SyncFolder(parent);
        }
    }

    /// <summary>fsync of a folder. Windows has none: NTFS journals names by itself.</summary>
    /// <exception cref="IOException">The folder could not be synced.</exception>
    public static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int folder = Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly);
        if (folder < 0)
        {
            throw Fault(path);
        }

        try
        {
            if (FSync(folder) != 0)
            {
                throw Fault(path);
            }
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Fault(string path)
    {
        Win32Exception cause = new(Marshal.GetLastPInvokeError());
        return new IOException($"The folder '{path}' could not be synced: {cause.Message}", cause);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int file);
}
