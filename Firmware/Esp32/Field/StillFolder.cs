using System;
using System.IO;

namespace Sealcam.Esp32;

/// <summary>Kept stills as files of one folder, on the SD card or on the internal littlefs.</summary>
/// <remarks>
/// Only closing makes a file durable, on littlefs as on FAT (Flush is fflush, see <see cref="FlashStore"/>). FAT has no
/// journal: a power cut in a close can cost the file, and, with a cheap card, its neighbours; what was closed before is whole
/// on littlefs. One file stays open for reading, because opening it for each block that goes out costs more than the read. A file
/// that is open cannot be deleted or opened again: the library keeps a list of them (System.IO.FileSystem:System.IO.FileSystem/
/// FileSystemManager.cs), so each call here closes first what would be in its way.
/// </remarks>
public sealed class StillFolder : IStillFiles
{
    private readonly string _folder;
    private FileStream _writing, _reading;
    private string _writingName, _readingName;
    private int _readAt;

    /// <summary>The folder, with its drive and without a last backslash: D:\stills. It is made if it is not there.</summary>
    public StillFolder(string folder)
    {
        _folder = folder;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>The library leaves out directories, and files that are hidden or end in ".sys".</summary>
    public string[] List()
    {
        var names = Directory.GetFiles(_folder);
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = names[i].Substring(names[i].LastIndexOf('\\') + 1);
        }

        return names;
    }

    public int Length(string name)
    {
        EndReading(name);
        if (!File.Exists(PathOf(name)))
        {
            return -1;
        }

        using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read);
        return (int)file.Length;
    }

    public void Create(string name)
    {
        EndWriting();
        EndReading(name);
        _writing = new FileStream(PathOf(name), FileMode.Create, FileAccess.ReadWrite);
        _writingName = name;
    }

    public void Append(byte[] buffer, int offset, int count)
    {
        if (_writing == null)
        {
            throw new IOException("no file is open");
        }

        _writing.Write(buffer, offset, count);
    }

    public void Close()
    {
        if (_writing == null)
        {
            throw new IOException("no file is open");
        }

        // A close that fails throws, because the commit is in it: the still then does not count.
        EndWriting();
    }

    public void Read(string name, int position, byte[] buffer, int offset, int count)
    {
        if (_reading == null || _readingName != name)
        {
            EndReading(_readingName);
            _reading = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read);
            _readingName = name;
            _readAt = 0;
        }

        if (_readAt != position)
        {
            _reading.Seek(position, SeekOrigin.Begin);
        }

        _readAt = -1;  // nobody knows where a read that throws ends
        int end = position + count;

        while (count > 0)
        {
            // The driver answers -1 at the end of the file, where desktop .NET answers 0.
            int read = _reading.Read(buffer, offset, count);
            if (read <= 0)
            {
                throw new IOException(name + " ends before " + end);
            }

            offset += read;
            count -= read;
        }

        _readAt = end;
    }

    public void Delete(string name)
    {
        EndReading(name);
        if (_writing != null && _writingName == name)
        {
            try
            {
                EndWriting();
            }
            catch (Exception)
            {
                // On a full card the close of a torn file fails, and the file would keep its room until the next boot.
            }
        }

        File.Delete(PathOf(name));
    }

    private void EndWriting()
    {
        var file = _writing;
        _writing = null;
        file?.Dispose();
    }

    private void EndReading(string name)
    {
        if (_reading != null && _readingName == name)
        {
            var file = _reading;
            _reading = null;
            file.Dispose();
        }
    }

    private string PathOf(string name) => _folder + "\\" + name;
}
