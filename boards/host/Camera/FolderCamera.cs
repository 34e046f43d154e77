using System;
using System.Collections.Generic;
using System.IO;

namespace Sealcam.Host;

/// <summary>
/// Plays the JPEGs of a folder in the order of their names, over and over, byte for byte: stills that a real sensor made, padding
/// and all. What is no good is the agent's to find out, except files that no sensor could have sent.
/// </summary>
public sealed class FolderCamera : HostCamera
{
    private readonly string _folder;
    private string _last = "";

    /// <exception cref="CameraException">There is no such folder, or no JPEG in it.</exception>
    public FolderCamera(string folder, IClock clock, SensorHabits habits = null) : base(clock, habits)
    {
        _folder = folder;
        Next(Names());
    }

    private protected override int Expose(ref byte[] frame)
    {
        // Listed anew each time: files that come and go while the camera runs are no error.
        string name = Next(Names());
        _last = name;
        try
        {
            return Load(Path.Combine(_folder, name), name, ref frame);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CameraException($"read {name}: {e.Message}");
        }
    }

    private static int Load(string path, string name, ref byte[] frame)
    {
        var file = new FileInfo(path);
        // A link's own length is not that of its target. Pipes and devices have length 0, and reading one may never end.
        long length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
        if (length is 0 or > Limits.StillBytes)
        {
            throw new CameraException(length == 0 ? $"read {name}: the file is empty"
                : $"read {name}: {length} bytes, more than the {Limits.StillBytes} of the largest still");
        }

        if (frame.Length < length)
        {
            frame = new byte[length];
        }

        using FileStream stream = file.OpenRead();
        stream.ReadExactly(frame, 0, (int)length);
        return (int)length;
    }

    private List<string> Names()
    {
        var names = new List<string>();
        try
        {
            foreach (string path in Directory.EnumerateFiles(_folder))
            {
                if (Path.GetExtension(path).ToLowerInvariant() is ".jpg" or ".jpeg")
                {
                    names.Add(Path.GetFileName(path));
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CameraException($"list {_folder}: {e.Message}");
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>The first name behind the last one played, or the first of all.</summary>
    private string Next(List<string> names)
    {
        if (names.Count == 0)
        {
            throw new CameraException($"list {_folder}: no .jpg or .jpeg file there");
        }

        return names.Find(n => string.CompareOrdinal(n, _last) > 0) ?? names[0];
    }
}
