using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Sealcam.Esp32;

/// <summary>
/// Drives I: and D: as nanoFramework's file classes show them: durable is what was closed, and a list of open files says who may
/// open.
/// </summary>
internal static class Disk
{
    private static readonly HashSet<string> s_folders = ["I:", "D:"];
    private static readonly Dictionary<string, byte[]> s_closed = [];

    /// <summary>Path and stream of every file that is open, those of finalizers to come included.</summary>
    public static List<FileStream> Open { get; } = [];

    /// <summary>Bytes that still fit.</summary>
    public static int Free { get; set; }

    /// <summary>The card is pulled out: every access fails, and closing too.</summary>
    public static bool IsGone { get; set; }

    /// <summary>What every access to the internal drive throws, or null.</summary>
    public static Exception Fault { get; set; }

    public static void Format()
    {
        Fault = null;
        s_closed.Clear();
        s_folders.Clear();
        s_folders.Add("I:");
        s_folders.Add("D:");
        Open.Clear();
        Free = int.MaxValue;
        IsGone = false;
    }

    /// <summary>What was not closed is lost; what it overwrote is there as it was.</summary>
    public static void CutPower() => Open.Clear();

    public static byte[] At(string path) => s_closed.GetValueOrDefault(path);

    public static void Put(string path, byte[] bytes)
    {
        Free += (At(path)?.Length ?? 0) - bytes.Length;
        s_closed[path] = bytes;
    }

    public static void Remove(string path)
    {
        Free += At(path)?.Length ?? 0;
        s_closed.Remove(path);
    }

    public static void MakeFolder(string path) => s_folders.Add(Present(path));

    public static bool HasFolder(string path) => s_folders.Contains(Present(path));

    public static string[] In(string folder) =>
        [.. s_closed.Keys.Where(path => path[..path.LastIndexOf('\\')] == folder).OrderDescending()];

    public static string Present(string path) => IsGone && path.StartsWith('D') ? throw new IOException()
        : Fault != null && path.StartsWith('I') ? throw Fault : path;

    /// <summary>As FileSystemManager.AddToOpenList: two that only read may share a file, nobody else.</summary>
    public static void Claim(string path, bool reads)
    {
        if (Open.Any(file => file.Path == path && !(reads && file.OnlyReads)))
        {
            throw new IOException("in use: " + path);
        }
    }
}

internal static class Directory
{
    public static bool Exists(string path) => Disk.HasFolder(path);

    public static void CreateDirectory(string path) => Disk.MakeFolder(path);

    public static string[] GetFiles(string path) => Disk.HasFolder(path) ? Disk.In(path) : throw new IOException();
}

internal static class File
{
    public static bool Exists(string path) => !(Disk.IsGone && path.StartsWith('D')) && Disk.At(Disk.Present(path)) != null;

    public static void Delete(string path)
    {
        Disk.Claim(Disk.Present(path), false);
        if (Disk.At(path) != null)
        {
            Disk.Remove(path);
        }
    }
}

/// <summary>
/// A file that is open. FAT has written to the card what was flushed, and its clusters are taken when a close fails.
/// </summary>
internal sealed class FileStream : IDisposable
{
    private byte[] _bytes;
    private int _at;
    private bool _changed, _failed, _disposed;

    public FileStream(string path, FileMode mode, FileAccess access)
    {
        Path = Disk.Present(path);
        OnlyReads = access == FileAccess.Read;
        Disk.Claim(path, OnlyReads);
        byte[] there = Disk.At(path);
        if (mode == FileMode.Open && there == null)
        {
            throw new IOException("not found: " + path);
        }

        _bytes = mode == FileMode.Create || there == null ? [] : [.. there];
        if (there == null || mode == FileMode.Create)
        {
            Disk.Put(path, []);
        }

        Disk.Open.Add(this);
    }

    public string Path { get; }

    public bool OnlyReads { get; }

    public long Length => Demand()._bytes.Length;

    public void Seek(long position, SeekOrigin origin)
    {
        Demand();
        _at = origin == SeekOrigin.Begin ? (int)position : throw new NotSupportedException();
    }

    public void SetLength(long length) => Demand()._bytes = _bytes[..(int)length];

    /// <summary>-1 at the end.</summary>
    public int Read(byte[] buffer, int offset, int count)
    {
        Demand();
        int read = Math.Min(count, _bytes.Length - _at);
        if (read <= 0)
        {
            return -1;
        }

        _bytes.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
        _at += read;
        return read;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        Demand();
        _changed = true;
        int end = Math.Max(_bytes.Length, _at + count);
        if (end - Disk.At(Path).Length > Disk.Free)
        {
            // What fits has gone to the card.
            int fits = Disk.Free + Disk.At(Path).Length - _at;
            Disk.Put(Path, [.. _bytes[.._at], .. buffer.AsSpan(offset, fits)]);
            _failed = true;
            throw new IOException("full");
        }

        Array.Resize(ref _bytes, end);
        buffer.AsSpan(offset, count).CopyTo(_bytes.AsSpan(_at));
        _at += count;
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Disk.Open.Remove(this);
        if (_failed || (Disk.IsGone && Path.StartsWith('D')))
        {
            throw new IOException("cannot be closed: " + Path);
        }

        if (_changed)
        {
            Disk.Put(Path, _bytes);
        }
    }

    private FileStream Demand()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Disk.Present(Path);
        return this;
    }
}
