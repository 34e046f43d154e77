using System;

namespace Sealcam;

/// <summary>
/// The stills on storage, one file each: takes, lends, releases and drops them. A file counts only once it is closed. No method
/// throws but <see cref="Look"/>.
/// </summary>
public sealed partial class Shelf
{
    private const int None = ShelfIndex.None;

    private readonly IStillFiles _files;
    private readonly DropLedger _ledger;
    private readonly Counters _counters;
    private readonly ILog _log;
    private readonly bool _refuseNewest;
    private readonly int _bound;
    private readonly ShelfIndex _index;
    private readonly ShelfReader _reader;
    private readonly ShelfRecovery _recovery;
    private readonly byte[] _end = new byte[StillFile.MoreBytes];
    private string _open;  // name of the file being written
    private bool _torn;    // a write to it failed
    private int _written;

    public Shelf(Parts parts, Settings settings, Counters counters)
    {
        _files = parts.Stills;
        _log = parts.Log;
        _counters = counters;
        _refuseNewest = settings.RefuseNewest;
        _bound = settings.StorageBytes;
        _ledger = new DropLedger(parts.Store, counters, parts.Log);
        _index = new ShelfIndex(settings.StorageStills);
        _reader = new ShelfReader(_files, _end);
        _recovery = new ShelfRecovery(_files, _index, _reader, _ledger, counters, _log);
    }

    public int Capacity => _bound - StillFile.MoreBytes;

    public int FillPerMille => (int)(_index.Bytes * 1000 / _bound);

    public int Count => _index.CountOf(ShelfIndex.Waiting);

    public bool Recover(byte[] id, uint bootCount) => _recovery.Start(id, bootCount);

    /// <summary>One slice: looks again for stills that had no place in the index. True while there is more to do.</summary>
    public bool Step() => _open == null && _recovery.Again();

    /// <summary>Makes room for a still of this many bytes by the policy for a full outbox. False, and nothing dropped, if it gives none.</summary>
    public bool MakeRoom(int length)
    {
        long need = _index.Bytes + length + StillFile.MoreBytes - _bound;
        if (need > Yieldable(out int stills) || _index.Count == _index.Capacity && stills == 0)
        {
            return false;
        }

        while (_index.Bytes + length + StillFile.MoreBytes > _bound || _index.Count == _index.Capacity)
        {
            int victim = Victim();
            if (victim == None || !Drop(victim, "full"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Opens the file of a still. A fault shows in <see cref="Finish"/>.</summary>
    public void Begin(uint bootCount, uint sequence)
    {
        _open = StillFile.Name(bootCount, sequence);
        _torn = false;
        _written = 0;
        try
        {
            _files.Create(_open);
        }
        catch (Exception e)
        {
            Tear(e);
        }
    }

    public void Append(byte[] buffer, int offset, int count)
    {
        if (_torn)
        {
            return;
        }

        try
        {
            _files.Append(buffer, offset, count);
            _written += count;
        }
        catch (Exception e)
        {
            Tear(e);
        }
    }

    /// <summary>All bytes are appended: closes the file, from when on the still is kept. False, and no file, if that failed.</summary>
    public bool Finish(KeptStill still)
    {
        int count = StillFile.Encode(still, _end);
        bool isWhole = _written == still.Length && _open == StillFile.Name(still.BootCount, still.Sequence);
        Append(_end, 0, count);
        if (!_torn && isWhole)
        {
            try
            {
                _files.Close();
                _open = null;
                _index.Add(still, still.Length + count, ShelfIndex.Waiting);
                _counters.Stored++;
                return true;
            }
            catch (Exception e)
            {
                Tear(e);
            }
        }

        Discard();
        return false;
    }

    /// <summary>Gives up the open file, if there is one.</summary>
    public void Discard()
    {
        if (_open != null)
        {
            Delete(_open);
            _open = null;
        }
    }

    public KeptStill Oldest()
    {
        if (_reader.Still.IsShipping)
        {
            return _reader.Still;
        }

        for (int i = _index.Oldest(ShelfIndex.Waiting); i != None; i = _index.Oldest(ShelfIndex.Waiting))
        {
            if (_reader.Holds(_index, i))
            {
                return _reader.Still;
            }

            if (!Load(i))
            {
                // Neither may it stand in the way of the next.
                _index.SetStanding(i, ShelfIndex.Aside);
            }
        }

        return null;
    }

    /// <summary>True if this is a still of the shelf's.</summary>
    public bool Owns(KeptStill still) => still == _reader.Still;

    /// <summary>As <see cref="IOutbox.Look"/>. A still that cannot be read is set aside, and the exception says why.</summary>
    public int Look(int position, out byte[] block, out int offset)
    {
        try
        {
            return _reader.Look(position, out block, out offset);
        }
        catch (Exception)
        {
            SetAside();
            throw;
        }
    }

    /// <summary>The loaded still is receipted.</summary>
    public void Release()
    {
        var still = _reader.Still;
        Settle(still);
        RemoveAt(_index.Find(still.BootCount, still.Sequence));
    }

    /// <summary>A receipt came for this still, from here or from RAM: what its token declares is declared.</summary>
    public void Settle(KeptStill still) => _ledger.Settle(still.BootCount, still.Dropped);

    /// <summary>The loaded still waits aside: until its room is needed, or until the next boot, which tries it once more.</summary>
    public void SetAside()
    {
        var still = _reader.Still;
        still.IsShipping = false;
        _index.SetStanding(_index.Find(still.BootCount, still.Sequence), ShelfIndex.Aside);
        if (_index.CountOf(ShelfIndex.Aside) > Limits.AsideStills)
        {
            Drop(_index.Oldest(ShelfIndex.Aside), "too many set aside");
        }
    }

    private bool Load(int i)
    {
        try
        {
            if (_reader.Load(_index, i))
            {
                return true;
            }
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, "outbox", Order(i) + " cannot be read: " + e.Message + "; set aside");
            return false;
        }

        return Drop(i, "damaged on storage");
    }

    /// <summary>Bytes that the policy would give, and how many stills they are.</summary>
    private long Yieldable(out int stills)
    {
        long bytes = 0;
        stills = 0;
        for (int i = 0; i < _index.Count; i++)
        {
            if (MayGo(i))
            {
                bytes += _index.FileBytes(i);
                stills++;
            }
        }

        return bytes;
    }

    private bool MayGo(int i) => _index.Standing(i) != ShelfIndex.Waiting
        || !_refuseNewest && !(_reader.Still.IsShipping && _reader.Holds(_index, i));

    private int Victim()
    {
        int victim = _index.Oldest(ShelfIndex.Foreign);
        victim = victim == None ? _index.Oldest(ShelfIndex.Aside) : victim;
        for (int i = 0; victim == None && i < _index.Count; i++)
        {
            victim = MayGo(i) ? i : None;
        }

        return victim;
    }

    /// <summary>Drops a still: first the count goes to storage, then the still from it. False if the count could not be stored.</summary>
    private bool Drop(int i, string why)
    {
        if (_index.Standing(i) != ShelfIndex.Foreign && !_ledger.Drop(_index, i))
        {
            return false;
        }

        _log.Write(LogLevel.Warning, "outbox", why + ": " + Order(i) + " dropped");
        RemoveAt(i);
        return true;
    }

    private void RemoveAt(int i)
    {
        string name = StillFile.Name(_index.Boot(i), _index.Sequence(i));
        if (_reader.Holds(_index, i))
        {
            _reader.Forget();
        }

        _index.RemoveAt(i);
        Delete(name);
    }

    private void Delete(string name)
    {
        try
        {
            _files.Delete(name);
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, "outbox", name + " cannot be deleted: " + e.Message);
        }
    }

    private void Tear(Exception e)
    {
        _torn = true;
        _log.Write(LogLevel.Error, "outbox", _open + " cannot be written: " + e.Message);
    }

    private string Order(int i) => "still " + _index.Boot(i) + "-" + _index.Sequence(i);
}
