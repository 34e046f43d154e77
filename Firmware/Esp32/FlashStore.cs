using System;
using System.IO;

namespace Sealcam.Esp32;

/// <summary>Small files on the internal littlefs, drive I:.</summary>
/// <remarks>
/// Only closing makes a littlefs file durable; FileStream.Flush() reaches no further than a buffer of the C library
/// (nf-interpreter:targets/ESP32/_littlefs/littlefs_FS_Driver.cpp, Flush is fflush). A file is opened as it is, written over
/// and closed: littlefs commits an update at close (littlefs:README.md, Usage), so a power cut leaves the old file or the new
/// one; of a file that is written for the first time it may leave an empty one. FileMode.Create would cut the file to nothing
/// in a step of its own. A temporary file and a rename would be worse here: File.Move refuses a name that exists
/// (System.IO.FileSystem:System.IO.FileSystem/File.cs), so the old file would have to go before the new one has its name. I:
/// also holds the firmware's network configuration, and the firmware formats it when it cannot mount it
/// (targetHAL_ConfigStorageLittlefs.c): then identity and order are gone, and the board says that it has none.
/// </remarks>
public sealed class FlashStore : IStore
{
    /// <summary>Where the files lie; a technician's files (settings, certificates) lie there too.</summary>
    public const string Root = "I:\\";

    private const int NameMax = 31;

    public int Read(string name, byte[] buffer)
    {
        string path = PathOf(name);
        if (!File.Exists(path))
        {
            return -1;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        int length = (int)file.Length;
        int wanted = length < buffer.Length ? length : buffer.Length;
        int have = 0;
        while (have < wanted)
        {
            // The driver answers -1 at the end of the file, where desktop .NET answers 0.
            int read = file.Read(buffer, have, wanted - have);
            if (read <= 0)
            {
                throw new IOException(name + " ends before its length");
            }

            have += read;
        }

        return length;
    }

    /// <summary>
    /// The whole file, or null if there is none. Throws IOException if it is longer than <paramref name="max"/> bytes.
    /// </summary>
    public byte[] ReadWhole(string name, int max)
    {
        int length = Read(name, new byte[0]);
        if (length < 0)
        {
            return null;
        }

        if (length > max)
        {
            throw new IOException(name + " is longer than " + max + " bytes");
        }

        var bytes = new byte[length];
        Read(name, bytes);
        return bytes;
    }

    public void Write(string name, byte[] buffer, int count)
    {
        // using: Dispose closes, and a failing close throws, because the commit is in it.
        using var file = new FileStream(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        file.Write(buffer, 0, count);
        if (file.Length > count)
        {
            file.SetLength(count);
        }
    }

    public void Delete(string name) => File.Delete(PathOf(name));

    private static string PathOf(string name)
    {
        bool good = name.Length > 0 && name.Length <= NameMax;
        for (int i = 0; good && i < name.Length; i++)
        {
            char c = name[i];
            good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        }

        if (!good)
        {
            throw new ArgumentException("file name");
        }

        return Root + name;
    }
}
