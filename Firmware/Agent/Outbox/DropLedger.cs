using System;

namespace Sealcam;

/// <summary>
/// Keeps the promise that no still on storage is dropped in silence, across power cuts: the count goes to storage before the
/// still goes from it, and a boot goes on with what no token has declared. Written only when a still is dropped or a token that
/// declares drops is receipted: never in good weather.
/// </summary>
public sealed class DropLedger
{
    public const string NameA = "drops.a", NameB = "drops.b";

    private readonly IStore _store;
    private readonly Counters _counters;
    private readonly ILog _log;
    private readonly byte[] _bytes = new byte[DropRecord.Bytes];
    private readonly DropRecord _record = new DropRecord();
    private uint _boot;

    public DropLedger(IStore store, Counters counters, ILog log)
    {
        _store = store;
        _counters = counters;
        _log = log;
    }

    /// <summary>The still that was to go when the record was written; its file may still be there. Zeros for none.</summary>
    public uint VictimBoot => _record.VictimBoot;

    public uint VictimSequence => _record.VictimSequence;

    /// <summary>Takes the newer good copy, if any, and starts over if it is another identity's.</summary>
    public void Load(byte[] id, uint boot)
    {
        _boot = boot;
        var other = new DropRecord();
        bool a = Read(NameA, _record), b = Read(NameB, other);
        if (b && (!a || other.Counter > _record.Counter))
        {
            Read(NameB, _record);
        }

        if (!_record.IsOf(id))
        {
            _record.Start(id);
        }
    }

    /// <summary>
    /// Makes this boot responsible for what no token of the boot that wrote the record declares: none that was receipted, and
    /// none that waits on storage.
    /// </summary>
    public void CarryOver(ShelfIndex index)
    {
        uint covered = Greatest(_record.Settled(_record.Boot), index.MostDropped(_record.Boot, ShelfIndex.None));
        if (_record.Boot == 0 || _record.Boot == _boot || _record.Dropped <= covered)
        {
            return;
        }

        _counters.DroppedBefore = (int)(_record.Dropped - covered);
        _log.Write(LogLevel.Info, "outbox", _counters.DroppedBefore + " stills were dropped before this boot and not declared yet");
        // On storage before a token of this boot says it: else the next boot would say it again.
        Commit(0, 0);
    }

    /// <summary>
    /// The still at <paramref name="index"/> is to be dropped: counts it and records it. False if it must not go yet.
    /// </summary>
    public bool Drop(ShelfIndex shelf, int index)
    {
        uint boot = shelf.Boot(index);
        uint lost = 0;
        if (boot != _boot)
        {
            // If it was the last of its boot, the drops that only its token declares are this boot's to declare now.
            uint covered = Greatest(_record.Settled(boot), shelf.MostDropped(boot, index));
            lost = shelf.Dropped(index) > covered ? shelf.Dropped(index) - covered : 0;
        }

        _counters.Dropped++;
        _counters.DroppedBefore += (int)lost;
        if (Commit(boot, shelf.Sequence(index)))
        {
            return true;
        }

        _counters.Dropped--;
        _counters.DroppedBefore -= (int)lost;
        return false;
    }

    /// <summary>A token of this boot that declares <paramref name="dropped"/> drops is receipted.</summary>
    public void Settle(uint boot, uint dropped)
    {
        if (dropped > _record.Settled(boot))
        {
            _record.Settle(boot, dropped);
            Commit(0, 0);
        }
    }

    /// <summary>Forgets everything, as a factory reset does. Throws what the store throws.</summary>
    public static void Destroy(IStore store)
    {
        store.Delete(NameA);
        store.Delete(NameB);
    }

    private bool Commit(uint victimBoot, uint victimSequence)
    {
        _record.Boot = _boot;
        _record.Dropped = (uint)(_counters.Dropped + _counters.DroppedBefore);
        _record.VictimBoot = victimBoot;
        _record.VictimSequence = victimSequence;
        _record.Counter++;
        string name = (_record.Counter & 1) == 0 ? NameA : NameB;
        try
        {
            _record.Encode(_bytes);
            _store.Write(name, _bytes, DropRecord.Bytes);
            return true;
        }
        catch (Exception e)
        {
            // The next commit goes over the same copy, which may be torn: the other one is good.
            _record.Counter--;
            _log.Write(LogLevel.Error, "outbox", name + " cannot be written: " + e.Message);
            return false;
        }
    }

    private bool Read(string name, DropRecord record)
    {
        try
        {
            return record.Decode(_bytes, _store.Read(name, _bytes));
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Warning, "outbox", name + " cannot be read: " + e.Message);
            return false;
        }
    }

    private static uint Greatest(uint a, uint b) => a > b ? a : b;
}
