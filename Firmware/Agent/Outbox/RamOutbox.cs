using System;

namespace Sealcam;

/// <summary>
/// An outbox in RAM. The sensor's bytes are written into the very blocks that the link later sends. Power off loses them, and the
/// gap in the sequences shows it.
/// </summary>
public sealed partial class RamOutbox : IOutbox, IOutboxFill
{
    /// <summary>Stills that the server refused, kept at most; more make the oldest of them go, as a drop.</summary>
    public const int SetAsideLimit = Limits.AsideStills;

    private const int None = BlockPool.None;

    private readonly Counters _counters;
    private readonly ILog _log;
    private readonly bool _refuseNewest;
    private readonly BlockPool _pool;
    private readonly KeptStill[] _stills;  // by age: the first _count are kept, the others are spare objects
    private readonly int[] _first;         // the first block of each
    private int _count;
    private int _openFirst = None, _openLast = None;  // the still being captured
    private KeptStill _looked;             // where Look stands
    private int _lookedBlock, _lookedIndex;

    /// <summary>Takes <paramref name="bytes"/> of RAM in whole blocks, at least two.</summary>
    public RamOutbox(int bytes, bool refuseNewest, Counters counters, ILog log)
    {
        int blocks = bytes / Limits.LeafBytes;
        _counters = counters;
        _log = log;
        _refuseNewest = refuseNewest;
        _pool = new BlockPool(blocks);
        int stills = blocks < Limits.OutboxStills ? blocks : Limits.OutboxStills;
        _stills = new KeptStill[stills];
        _first = new int[stills];
        for (int i = 0; i < stills; i++)
        {
            _stills[i] = new KeptStill();
        }
    }

    public int Capacity => _pool.Count * Limits.LeafBytes;

    public int FillPerMille => (_pool.Count - _pool.FreeCount) * 1000 / _pool.Count;

    public int Count
    {
        get
        {
            int waiting = 0;
            for (int i = 0; i < _count; i++)
            {
                waiting += _stills[i].IsSetAside ? 0 : 1;
            }

            return waiting;
        }
    }

    public bool Recover(byte[] id, uint bootCount) => true;

    public int Step(bool uplinkIsHealthy) => int.MaxValue;

    public void Stop()
    {
    }

    public void Announce(uint bootCount, uint sequence)
    {
    }

    /// <summary>True if a still of this many bytes fits without taking room from another.</summary>
    public bool HasRoom(int length) => BlockPool.BlocksFor(length) <= _pool.FreeCount && _count < _stills.Length;

    /// <summary>The oldest that waits and is not on the wire, or null: the one that may be moved elsewhere.</summary>
    public KeptStill Idle()
    {
        for (int i = 0; i < _count; i++)
        {
            if (!_stills[i].IsSetAside && !_stills[i].IsShipping)
            {
                return _stills[i];
            }
        }

        return null;
    }

    /// <summary>The oldest of all, set aside or on the wire as it may be, or null.</summary>
    public KeptStill First() => _count == 0 ? null : _stills[0];

    /// <summary>Drops the oldest that was set aside. False if there is none.</summary>
    public bool DropAside()
    {
        int aside = OldestAside();
        if (aside != None)
        {
            Drop(aside);
        }

        return aside != None;
    }

    public bool Open(int length)
    {
        int blocks = BlockPool.BlocksFor(length);
        Abandon();
        if (blocks > _pool.FreeCount + Yieldable())
        {
            return false;  // before anything is dropped in vain
        }

        while (_pool.FreeCount < blocks || _count == _stills.Length)
        {
            int victim = Victim();
            if (victim == None)
            {
                return false;
            }

            Drop(victim);
        }

        return true;
    }

    public byte[] Lend()
    {
        _openLast = _pool.Take(_openLast);
        _openFirst = _openFirst == None ? _openLast : _openFirst;
        return _pool[_openLast];
    }

    public bool Keep(int length, Claims claims, byte[] segment, int segmentLength, long triggeredMs)
    {
        _pool.Trim(_openFirst, BlockPool.BlocksFor(length));
        var still = _stills[_count];
        still.Set(length, claims, segment, segmentLength, triggeredMs);
        _first[_count++] = _openFirst;
        _openFirst = _openLast = None;
        return true;
    }

    public void Abandon()
    {
        _pool.Free(_openFirst);
        _openFirst = _openLast = None;
    }

    public KeptStill Oldest()
    {
        for (int i = 0; i < _count; i++)
        {
            if (!_stills[i].IsSetAside)
            {
                return _stills[i];
            }
        }

        return null;
    }

    public int Look(KeptStill still, int position, out byte[] block, out int offset)
    {
        int index = position / Limits.LeafBytes;
        if (_looked != still || index < _lookedIndex)
        {
            _looked = still;
            _lookedBlock = _first[IndexOf(still)];
            _lookedIndex = 0;
        }

        for (; _lookedIndex < index; _lookedIndex++)
        {
            _lookedBlock = _pool.Next(_lookedBlock);
        }

        block = _pool[_lookedBlock];
        offset = position % Limits.LeafBytes;
        int here = Limits.LeafBytes - offset;
        int left = still.Length - position;
        return left < here ? left : here;
    }

    public void Release(KeptStill still) => RemoveAt(IndexOf(still));

    public void SetAside(KeptStill still)
    {
        still.IsSetAside = true;
        still.IsShipping = false;
        int aside = _count - Count;
        if (aside > SetAsideLimit)
        {
            Drop(OldestAside());
        }
    }

    /// <summary>Blocks that the policy would give for a new still, beside the free ones.</summary>
    private int Yieldable()
    {
        int blocks = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_stills[i].IsSetAside || !_refuseNewest && !_stills[i].IsShipping)
            {
                blocks += BlockPool.BlocksFor(_stills[i].Length);
            }
        }

        return blocks;
    }

    /// <summary>
    /// Whose room to take: the oldest set aside, then, if the policy says so, the oldest that is not on the wire.
    /// </summary>
    private int Victim()
    {
        int aside = OldestAside();
        if (aside != None || _refuseNewest)
        {
            return aside;
        }

        for (int i = 0; i < _count; i++)
        {
            if (!_stills[i].IsShipping)
            {
                return i;
            }
        }

        return None;
    }

    private int OldestAside()
    {
        for (int i = 0; i < _count; i++)
        {
            if (_stills[i].IsSetAside)
            {
                return i;
            }
        }

        return None;
    }

    private void Drop(int index)
    {
        _counters.Dropped++;
        _log.Write(LogLevel.Warning, "outbox", "full: still " + _stills[index].BootCount + "-" + _stills[index].Sequence + " dropped");
        RemoveAt(index);
    }

    private int IndexOf(KeptStill still)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_stills[i] == still)
            {
                return i;
            }
        }

        throw new ArgumentException("still");
    }

    private void RemoveAt(int index)
    {
        var still = _stills[index];
        _pool.Free(_first[index]);
        _looked = null;
        _count--;
        for (int i = index; i < _count; i++)
        {
            _stills[i] = _stills[i + 1];
            _first[i] = _first[i + 1];
        }

        _stills[_count] = still;
    }
}
