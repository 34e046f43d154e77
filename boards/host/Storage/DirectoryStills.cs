using System;
using System.IO;

namespace Sealcam.Host;

/// <summary>
/// A folder as a board's storage for kept stills. As on littlefs, a file is durable once it is closed; a process that is killed
/// before leaves a torn one. The board's <see cref="DirectoryStore"/> holds the lock for it.
/// </summary>
public sealed class DirectoryStills : IStillFiles, IDisposable
{
    private readonly string _folder;
    private FileStream _open;
    private FileStream _read;
    private string _readName;

    /// <exception cref="HostException">The folder cannot be made.</exception>
    public DirectoryStills(string folder)
    {
        _folder = Path.GetFullPath(folder);
        try
        {
            DurableFile.MakeFolder(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HostException($"cannot make the folder {folder}: {e.Message}", e);
        }
    }

    public string[] List()
    {
        return Array.ConvertAll(Directory.GetFiles(_folder), Path.GetFileName);
    }

    public int Length(string name)
    {
        var file = new FileInfo(PathOf(name));
        return file.Exists ? (int)Math.Min(file.Length, int.MaxValue) : -1;
    }

    public void Create(string name)
    {
        CloseOpen();
        _open = DurableFile.Create(PathOf(name));
    }

    public void Append(byte[] buffer, int offset, int count)
    {
        (_open ?? throw new IOException("no file is open")).Write(buffer, offset, count);
    }

    public void Close()
    {
        FileStream file = _open ?? throw new IOException("no file is open");
        file.Flush(flushToDisk: true);
        CloseOpen();
        DurableFile.SyncFolder(_folder);
    }

    public void Read(string name, int position, byte[] buffer, int offset, int count)
    {
        if (_readName != name)
        {
            CloseRead();
            _read = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            _readName = name;
        }

        _read.Position = position;
        _read.ReadExactly(buffer, offset, count);
    }

    public void Delete(string name)
    {
        string path = PathOf(name);
        if (_readName == name)
        {
            CloseRead();
        }

        if (_open?.Name == path)
        {
            CloseOpen();
        }

        File.Delete(path);
    }

    public void Dispose()
    {
        CloseOpen();
        CloseRead();
    }

    private void CloseOpen()
    {
        _open?.Dispose();
        _open = null;
    }

    private void CloseRead()
    {
        _read?.Dispose();
        _read = null;
        _readName = null;
    }

    private string PathOf(string name)
    {
        return FlashName.In(_folder, name);
    }
}
