using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Sealcam.Host;

/// <summary>
/// Files that are whole after a power cut: written beside, forced to the disk, then renamed. Only the owner may read them,
/// because half of what goes through here is private keys.
/// </summary>
public static class DurableFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder and those above it, 0700 where the system has modes. One that exists stays as it is.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Replaces a file, 0600. <paramref name="beside"/> is the temporary one, in the same folder.</summary>
    public static void Write(string path, string beside, ReadOnlySpan<byte> bytes)
    {
        using (FileStream file = Create(beside))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(path));
    }

    /// <summary>Makes an empty file, 0600, in place of one that is there.</summary>
    public static FileStream Create(string path)
    {
        // A file left by a killed run keeps its own mode when it is overwritten.
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>
    /// Forces the rename to the disk. Without it a power cut can bring the old order record back, and with it a used boot count.
    /// NTFS journals renames, and Windows has no such call for folders.
    /// </summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException($"cannot open the folder {folder} to sync it (errno {Marshal.GetLastPInvokeError()})");
        }

        int result = Sync(handle);
        int error = Marshal.GetLastPInvokeError();
        Close(handle);
        // EINVAL: a file system that cannot sync folders (some network and container mounts); it has nothing better to offer.
        const int Einval = 22;
        if (result != 0 && error != Einval)
        {
            throw new IOException($"cannot sync the folder {folder} (errno {error})");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
