using System;
using System.Collections;

namespace Sealcam.Tests;

/// <summary>
/// Kept stills in memory, with the semantics of <see cref="IStillFiles"/>. Counts what wears flash, and fails when told to.
/// </summary>
public sealed class FakeFiles : IStillFiles
{
    private readonly ArrayList _names = new ArrayList();
    private readonly ArrayList _files = new ArrayList();
    private string _open;
    private byte[] _written = new byte[0];

    public int Creates, Appends, Closes, Deletes, Reads, Lists;

    /// <summary>These throw.</summary>
    public bool CreatesFail, AppendsFail, ClosesFail, DeletesFail, ReadsFail, ListsFail;

    /// <summary>Files that are closed.</summary>
    public int Count => _names.Count;

    public byte[] Get(string name)
    {
        int i = _names.IndexOf(name);
        return i < 0 ? null : (byte[])_files[i];
    }

    public void Put(string name, byte[] bytes)
    {
        Remove(name);
        _names.Add(name);
        _files.Add(bytes);
    }

    /// <summary>The power went: the open file is torn after so many bytes, or gone (-1).</summary>
    public void Cut(int torn)
    {
        if (_open != null && torn >= 0)
        {
            Put(_open, First(_written, torn));
        }

        _open = null;
    }

    public string[] List()
    {
        Lists++;
        Fail(ListsFail);
        return (string[])_names.ToArray(typeof(string));
    }

    public int Length(string name)
    {
        var file = Get(name);
        return file == null ? -1 : file.Length;
    }

    public void Create(string name)
    {
        Creates++;
        Fail(CreatesFail);
        Remove(name);
        _open = name;
        _written = new byte[0];
    }

    public void Append(byte[] buffer, int offset, int count)
    {
        Appends++;
        Fail(AppendsFail || _open == null);
        var longer = First(_written, _written.Length + count);
        Array.Copy(buffer, offset, longer, _written.Length, count);
        _written = longer;
    }

    public void Close()
    {
        Closes++;
        Fail(ClosesFail || _open == null);
        Put(_open, _written);
        _open = null;
        _written = new byte[0];
    }

    public void Read(string name, int position, byte[] buffer, int offset, int count)
    {
        Reads++;
        Fail(ReadsFail);
        Array.Copy(Get(name), position, buffer, offset, count);
    }

    public void Delete(string name)
    {
        Deletes++;
        Fail(DeletesFail);
        Remove(name);
        _open = _open == name ? null : _open;
    }

    public static byte[] First(byte[] bytes, int count)
    {
        var first = new byte[count];
        Array.Copy(bytes, 0, first, 0, count < bytes.Length ? count : bytes.Length);
        return first;
    }

    private void Remove(string name)
    {
        int i = _names.IndexOf(name);
        if (i >= 0)
        {
            _names.RemoveAt(i);
            _files.RemoveAt(i);
        }
    }

    private static void Fail(bool fails)
    {
        if (fails)
        {
            throw new InvalidOperationException("input/output error");
        }
    }
}
