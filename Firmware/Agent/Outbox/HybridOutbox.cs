namespace Sealcam;

/// <summary>
/// Keeps stills in RAM while the uplink is healthy and moves them to storage when it is not, so that good weather costs no flash.
/// A still is moved, oldest first, when the uplink is not healthy and either the still has waited long enough or RAM has no room
/// for another like it; when a new still needs its room; and at a clean stop. Power off loses what is in RAM then, and no more.
/// </summary>
public sealed partial class HybridOutbox : IOutbox, IOutboxFill
{
    private readonly RamOutbox _ram;
    private readonly Shelf _shelf;
    private readonly IClock _clock;
    private readonly int _spillAfterMs;
    private readonly bool _spills;
    private KeptStill _moving;  // the still that is being written to storage, or null
    private int _moved;         // its bytes so far
    private long _retryMs;      // storage that failed or is full is left alone until then

    /// <summary>
    /// With <paramref name="spills"/> false nothing goes to storage; what earlier boots left there is still shipped.
    /// </summary>
    public HybridOutbox(RamOutbox ram, Shelf shelf, IClock clock, int spillAfterMs, bool spills)
    {
        _spills = spills;
        _ram = ram;
        _shelf = shelf;
        _clock = clock;
        _spillAfterMs = spillAfterMs;
    }

    public int Count => _ram.Count + _shelf.Count;

    public int Capacity => _ram.Capacity;

    /// <summary>Of where stills are dropped first: storage, if they may go there.</summary>
    public int FillPerMille => _spills ? _shelf.FillPerMille : _ram.FillPerMille;

    public bool Recover(byte[] id, uint bootCount) => _shelf.Recover(id, bootCount);

    public int Step(bool uplinkIsHealthy)
    {
        if (_moving == null)
        {
            var still = _ram.Idle();
            if (still == null || !IsDue(still, uplinkIsHealthy))
            {
                return _shelf.Step() ? 0 : still == null ? int.MaxValue : Limits.IdleMs;
            }

            Start(still);
        }

        if (_moving != null)
        {
            Move();
        }

        return 0;
    }

    public void Stop()
    {
        // The connection ends with this boot: what is on the wire is sent again by the next, and what was refused once more.
        for (var still = _ram.First(); _spills && still != null; still = _ram.First())
        {
            still.IsShipping = still.IsSetAside = false;
            if (_moving != still)
            {
                GiveUpMove();
                Start(still);
            }

            if (!MoveWhole())
            {
                return;
            }
        }
    }

    public void Announce(uint bootCount, uint sequence)
    {
    }

    public bool Open(int length)
    {
        _ram.Abandon();
        while (length <= _ram.Capacity && !_ram.HasRoom(length) && (_ram.DropAside() || MoveOldest()))
        {
        }

        return _ram.Open(length);
    }

    public byte[] Lend() => _ram.Lend();

    public bool Keep(int length, Claims claims, byte[] segment, int segmentLength, long triggeredMs) =>
        _ram.Keep(length, claims, segment, segmentLength, triggeredMs);

    public void Abandon() => _ram.Abandon();

    public KeptStill Oldest()
    {
        var stored = _shelf.Oldest();
        var fresh = _ram.Oldest();
        return stored == null || fresh != null && fresh.IsOlderThan(stored) ? fresh : stored;
    }

    public int Look(KeptStill still, int position, out byte[] block, out int offset) => _shelf.Owns(still)
        ? _shelf.Look(position, out block, out offset)
        : _ram.Look(still, position, out block, out offset);

    public void Release(KeptStill still)
    {
        if (_shelf.Owns(still))
        {
            _shelf.Release();
            return;
        }

        Leave(still);
        _shelf.Settle(still);
        _ram.Release(still);
    }

    public void SetAside(KeptStill still)
    {
        if (_shelf.Owns(still))
        {
            _shelf.SetAside();
            return;
        }

        Leave(still);
        _ram.SetAside(still);
    }

    private bool IsDue(KeptStill still, bool uplinkIsHealthy)
    {
        long now = _clock.UptimeMs;
        return _spills && !uplinkIsHealthy && now >= _retryMs && (now - still.TriggeredMs >= _spillAfterMs || !_ram.HasRoom(still.Length));
    }

    private void Start(KeptStill still)
    {
        if (!_shelf.MakeRoom(still.Length))
        {
            Retry();
            return;
        }

        _shelf.Begin(still.BootCount, still.Sequence);
        _moving = still;
        _moved = 0;
    }

    /// <summary>One block, or the end. True when the still is on storage.</summary>
    private bool Move()
    {
        if (_moving.IsShipping || _moving.IsSetAside)
        {
            GiveUpMove();  // it may be receipted any moment; if not, it is moved later
            return false;
        }

        if (_moved < _moving.Length)
        {
            int count = _ram.Look(_moving, _moved, out byte[] block, out int offset);
            _shelf.Append(block, offset, count);
            _moved += count;
            return false;
        }

        var still = _moving;
        _moving = null;
        if (!_shelf.Finish(still))
        {
            Retry();
            return false;
        }

        _ram.Release(still);
        return true;
    }

    /// <summary>The oldest idle still at once, in one Step: a new one needs its room. False if none can go.</summary>
    private bool MoveOldest()
    {
        var still = _moving ?? _ram.Idle();
        if (!_spills || still == null || _clock.UptimeMs < _retryMs)
        {
            return false;
        }

        if (_moving == null)
        {
            Start(still);
        }

        return MoveWhole();
    }

    private bool MoveWhole()
    {
        while (_moving != null)
        {
            if (Move())
            {
                return true;
            }
        }

        return false;
    }

    private void Leave(KeptStill still)
    {
        if (_moving == still)
        {
            GiveUpMove();
        }
    }

    private void GiveUpMove()
    {
        _moving = null;
        _shelf.Discard();
    }

    private void Retry() => _retryMs = _clock.UptimeMs + Limits.StorageRetryMs;
}
