using System;
using System.Collections;

namespace Sealcam.Tests;

/// <summary>Small files in memory. A write can be torn, as a power cut does it.</summary>
public sealed class ConsoleStore : IStore
{
    private readonly ArrayList _names = new ArrayList();
    private readonly ArrayList _files = new ArrayList();

    /// <summary>Bytes after which the next write is cut off; -1 for none.</summary>
    public int CutAt = -1;

    /// <summary>Writes that are made whole before that.</summary>
    public int WritesBefore;

    /// <summary>Deletes before the power is cut; -1 for no end.</summary>
    public int DeletesLeft = -1;

    public int Read(string name, byte[] buffer)
    {
        var file = this[name];
        if (file == null)
        {
            return -1;
        }

        Array.Copy(file, 0, buffer, 0, file.Length < buffer.Length ? file.Length : buffer.Length);
        return file.Length;
    }

    public void Write(string name, byte[] buffer, int count)
    {
        int kept = CutAt >= 0 && CutAt < count && WritesBefore-- <= 0 ? CutAt : count;
        var file = new byte[kept];
        Array.Copy(buffer, 0, file, 0, kept);
        Remove(name);
        _names.Add(name);
        _files.Add(file);
        if (kept < count)
        {
            throw new InvalidOperationException("power cut");
        }
    }

    public void Delete(string name)
    {
        if (DeletesLeft-- == 0)
        {
            throw new InvalidOperationException("power cut");
        }

        Remove(name);
    }

    private void Remove(string name)
    {
        int at = _names.IndexOf(name);
        if (at >= 0)
        {
            _names.RemoveAt(at);
            _files.RemoveAt(at);
        }
    }

    public byte[] this[string name]
    {
        get
        {
            int at = _names.IndexOf(name);
            return at < 0 ? null : (byte[])_files[at];
        }
    }
}
