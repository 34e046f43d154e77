using System;
using System.Collections;

namespace Sealcam.Tests;

/// <summary>
/// Small files in memory. From a given call on it fails: power is cut (a write is then torn, all later calls throw) or that one
/// call throws. Counts every call, so that a test can cut after each.
/// </summary>
public sealed class FakeStore : IStore
{
    private readonly ArrayList _names = new ArrayList();
    private readonly ArrayList _files = new ArrayList();

    /// <summary>Calls so far.</summary>
    public int Calls;

    /// <summary>Power goes at this call, counted from 0 (-1: never).</summary>
    public int CutAt = -1;

    /// <summary>What a cut write leaves: its first bytes, this many; -1: the old file; more than it has: the new one.</summary>
    public int Torn;

    /// <summary>This call throws and does nothing (-1: none).</summary>
    public int FailAt = -1;

    /// <summary>Every write throws, as on a full or read-only partition.</summary>
    public bool WritesFail;

    /// <summary>Every write seems to succeed and changes nothing, as on a worn-out or write-protected chip.</summary>
    public bool WritesVanish;

    /// <summary>Every delete throws.</summary>
    public bool DeletesFail;

    public int Read(string name, byte[] buffer)
    {
        Enter();
        var file = Get(name);
        if (file == null)
        {
            return -1;
        }

        Array.Copy(file, 0, buffer, 0, file.Length < buffer.Length ? file.Length : buffer.Length);
        return file.Length;
    }

    public void Write(string name, byte[] buffer, int count)
    {
        if (Calls == CutAt && Torn >= 0)
        {
            Put(name, buffer, Torn < count ? Torn : count);
        }

        Enter();
        if (WritesFail)
        {
            throw new InvalidOperationException("no space");
        }

        if (!WritesVanish)
        {
            Put(name, buffer, count);
        }
    }

    public void Delete(string name)
    {
        Enter();
        if (DeletesFail)
        {
            throw new InvalidOperationException("read-only");
        }

        int i = _names.IndexOf(name);
        if (i >= 0)
        {
            _names.RemoveAt(i);
            _files.RemoveAt(i);
        }
    }

    /// <summary>The file's own bytes, to look at or to damage; null if there is none.</summary>
    public byte[] Get(string name)
    {
        int i = _names.IndexOf(name);
        return i < 0 ? null : (byte[])_files[i];
    }

    public void Put(string name, byte[] bytes, int count)
    {
        var copy = new byte[count];
        Array.Copy(bytes, 0, copy, 0, count);
        int i = _names.IndexOf(name);
        if (i >= 0)
        {
            _files[i] = copy;
        }
        else
        {
            _names.Add(name);
            _files.Add(copy);
        }
    }

    /// <summary>Power is back: nothing fails any more, calls count from 0.</summary>
    public void Restart()
    {
        Calls = 0;
        CutAt = FailAt = -1;
    }

    private void Enter()
    {
        int call = Calls++;
        if (call == FailAt || CutAt >= 0 && call >= CutAt)
        {
            throw new InvalidOperationException("input/output error");
        }
    }
}
