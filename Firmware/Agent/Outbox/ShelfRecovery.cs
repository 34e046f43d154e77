using System;

namespace Sealcam;

/// <summary>
/// Finds the stills that earlier boots left on storage, one file a slice, whatever else lies there. Torn files of ours go; files
/// that are not ours stay untouched; whole stills stay, also those for which the index has no place yet.
/// </summary>
public sealed class ShelfRecovery
{
    private readonly IStillFiles _files;
    private readonly ShelfIndex _index;
    private readonly ShelfReader _reader;
    private readonly DropLedger _ledger;
    private readonly Counters _counters;
    private readonly ILog _log;
    private byte[] _id;
    private uint _bootCount;
    private string[] _names;
    private int _next;
    private bool _more;  // whole stills lie there that are not in the index

    public ShelfRecovery(IStillFiles files, ShelfIndex index, ShelfReader reader, DropLedger ledger, Counters counters, ILog log)
    {
        _files = files;
        _index = index;
        _reader = reader;
        _ledger = ledger;
        _counters = counters;
        _log = log;
    }

    /// <summary>One slice of the first look in a boot. True when it is done; the ledger is then carried over.</summary>
    public bool Start(byte[] id, uint bootCount)
    {
        if (_id == null)
        {
            _id = id;
            _bootCount = bootCount;
            _ledger.Load(id, bootCount);
            List();
        }

        if (_next < _names.Length)
        {
            Look(_names[_next++]);
            return false;
        }

        _names = null;
        _ledger.CarryOver(_index);
        return true;
    }

    /// <summary>One slice of a later look, once the index is half empty. True while there is more to do.</summary>
    public bool Again()
    {
        if (_names == null)
        {
            if (!_more || _index.Count > _index.Capacity / 2)
            {
                return false;
            }

            _more = false;
            List();
        }

        if (_next == _names.Length)
        {
            _names = null;
            return false;
        }

        // The reader has one still at a time, and the one on the wire needs it.
        if (_reader.Still.IsShipping)
        {
            return false;
        }

        Look(_names[_next++]);
        return true;
    }

    private void List()
    {
        _next = 0;
        try
        {
            _names = _files.List();
        }
        catch (Exception e)
        {
            _names = new string[0];
            _log.Write(LogLevel.Error, "outbox", "kept stills cannot be listed: " + e.Message);
        }
    }

    private void Look(string name)
    {
        if (!StillFile.TryName(name, out uint boot, out uint sequence) || _index.Find(boot, sequence) != ShelfIndex.None)
        {
            return;
        }

        try
        {
            if (boot == _ledger.VictimBoot && sequence == _ledger.VictimSequence)
            {
                _files.Delete(name);  // counted as dropped already; the cut came before it went
                return;
            }

            int length = _files.Length(name);
            if (length < 0)
            {
                return;  // gone since it was listed
            }

            if (!_reader.ReadEnd(name, length))
            {
                _log.Write(LogLevel.Warning, "outbox", name + " is torn: it was never kept and goes");
                _files.Delete(name);
            }
            else if (_reader.Still.BootCount == boot && _reader.Still.Sequence == sequence)
            {
                Take(length);
            }
            else
            {
                _log.Write(LogLevel.Warning, "outbox", name + " holds another still: left alone");
            }
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, "outbox", name + " cannot be read: " + e.Message);
        }
    }

    private void Take(int length)
    {
        var still = _reader.Still;
        bool isOurs = BigEndian.Same(still.Segment, StillFile.IdOffset, _id, 0, DeviceId.Bytes);
        if (_index.Count == _index.Capacity)
        {
            // The oldest are the first to be shipped, so they are the ones to know.
            int last = _index.Count - 1;
            _more = true;
            if (_index.Boot(last) < still.BootCount || _index.Boot(last) == still.BootCount && _index.Sequence(last) < still.Sequence)
            {
                return;
            }

            Count(_index.Boot(last), _index.Standing(last), -1);
            _index.RemoveAt(last);
        }

        byte standing = isOurs ? ShelfIndex.Waiting : ShelfIndex.Foreign;
        _index.Add(still, length, standing);
        Count(still.BootCount, standing, 1);
    }

    private void Count(uint boot, byte standing, int add)
    {
        if (boot != _bootCount && standing != ShelfIndex.Foreign)
        {
            _counters.Recovered += add;
        }
    }
}
