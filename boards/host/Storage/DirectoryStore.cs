using System;
using System.IO;

namespace Sealcam.Host;

/// <summary>A folder as a board's flash. It is locked until it is disposed: see <see cref="FolderLock"/>.</summary>
public sealed class DirectoryStore : IStore, IDisposable
{
    // No name of the contract can begin with it, so temporary files never meet the board's own.
    private const string BesideMark = "_";
    private readonly string _folder;
    private readonly FolderLock _lock;

    /// <exception cref="HostException">The folder cannot be made, or is in use.</exception>
    public DirectoryStore(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _lock = new FolderLock(_folder);
    }

    public int Read(string name, byte[] buffer)
    {
        string path = PathOf(name);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (FileNotFoundException)
        {
            return -1;
        }

        using (file)
        {
            if (file.Length > int.MaxValue)
            {
                throw new IOException($"{name} is too large for flash");
            }

            int length = (int)file.Length;
            file.ReadExactly(buffer, 0, Math.Min(length, buffer.Length));
            return length;
        }
    }

    public void Write(string name, byte[] buffer, int count)
    {
        DurableFile.Write(PathOf(name), Path.Combine(_folder, BesideMark + name), buffer.AsSpan(0, count));
    }

    public void Delete(string name)
    {
        string path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
            DurableFile.SyncFolder(_folder);
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
    }

    private string PathOf(string name)
    {
        return FlashName.In(_folder, name);
    }
}
