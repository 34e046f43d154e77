using System;

namespace Sealcam;

/// <summary>
/// The two copies of the order record on the store, and the rule that makes an order number unrepeatable: a boot count is durable
/// before the first still of its boot, and what a lost copy may have promised is skipped (PROTOCOL.md section 6).
/// </summary>
public sealed class OrderBook
{
    public const string NewName = "order.new";

    /// <summary>At most: two when a copy was lost, one at a clean stop.</summary>
    private const uint CommitsABoot = 3;

    /// <summary>The two copies.</summary>
    public const string NameA = "order.a", NameB = "order.b";

    private static readonly string[] CopyNames = { NameA, NameB };

    private readonly IStore _store;
    private readonly ILog _log;
    private readonly byte[] _bytes = new byte[OrderRecord.Bytes];
    private OrderRecord _record;

    public OrderBook(IStore store, ILog log)
    {
        _store = store;
        _log = log;
    }

    /// <summary>The record of this boot, or null before <see cref="Open"/> has succeeded.</summary>
    public OrderRecord Record => _record;

    /// <summary>Last sequence of the boot before, if that boot stopped cleanly.</summary>
    public uint PreviousLast { get; private set; } = OrderRecord.LastUnknown;

    /// <summary>
    /// Recovers the record on any content of the store and commits this boot's count. False, with the reason in the log, when
    /// there is no identity or the store does not take the commit; the caller may try again, and each try takes a fresh count.
    /// </summary>
    public bool Open()
    {
        var a = ReadCopy(0);
        var b = ReadCopy(1);
        var newest = Newer(a, b);
        bool adopted = Adopt(ref newest);
        if (newest == null)
        {
            _log.Write(LogLevel.Error, "order", "no identity: deploy " + NewName + "; nothing is captured without one");
            return false;
        }

        bool bothGood = adopted || ArePair(a, b);
        uint step = bothGood ? 1u : 2u;
        if (newest.BootCount > 0xFFFFFFFE - step || newest.Counter > 0xFFFFFFFF - CommitsABoot)
        {
            _log.Write(LogLevel.Error, "order", "the boot count is used up: this identity cannot seal any more");
            return false;
        }

        if (!bothGood)
        {
            _log.Write(LogLevel.Warning, "order", "one copy of the order record is lost: a boot count is skipped");
        }

        // A recovered boot may have lost a boot between, so only the boot right before may be named.
        PreviousLast = bothGood ? newest.Last : OrderRecord.LastUnknown;
        newest.BootCount += step;
        newest.Last = OrderRecord.LastUnknown;

        // After a loss the other copy gets the count too: left as it is, it would lead to this very count if the newer were lost
        // again.
        if (!Commit(newest) || !bothGood && !Commit(newest))
        {
            return false;
        }

        _record = newest;
        return true;
    }

    /// <summary>
    /// Records the last sequence of this boot (0 if none), so that the next one can sign it. Call once, at a clean stop.
    /// </summary>
    public bool Close(uint last, long receiptTime)
    {
        _record.Last = last;
        _record.ReceiptTime = (uint)receiptTime;
        return Commit(_record);
    }

    /// <summary>
    /// Destroys key and count of this device ID together, the deployed file included: without its key no count can be used again.
    /// Leaves a good record of another identity alone. Throws what the store throws; the caller tries again
    /// (<see cref="FactoryReset"/>).
    /// </summary>
    public static void Destroy(IStore store, byte[] id)
    {
        Destroy(store, NewName, id);
        Destroy(store, NameA, id);
        Destroy(store, NameB, id);
    }

    /// <summary>
    /// Takes over a deployed identity, once: into both copies, so that nothing of an older identity is left, and then the file
    /// goes. With the key that is already here the higher boot count stays: deploying the file again must not roll the count
    /// back. A device ID that is not the key's is refused, for no verifier would take a still under it; the identity in use, if
    /// there is one, stays. Looking costs a fraction of a second of an ESP32 in one piece, at a boot that finds such a file and
    /// at no other.
    /// </summary>
    private bool Adopt(ref OrderRecord newest)
    {
        var deployed = Read(NewName);
        if (deployed == null)
        {
            return false;
        }

        bool same = newest != null && newest.SameIdentity(deployed);
        if (same && newest.BootCount >= deployed.BootCount)
        {
            _log.Write(LogLevel.Warning, "order", NewName + " holds the identity in use: its boot count is not taken");
            Forget();
            return false;
        }

        if (!P256Key.IsPair(deployed.Key, deployed.Id))
        {
            _log.Write(LogLevel.Error, "order",
                NewName + " is refused: its device ID does not belong to its key; provision the device anew");
            deployed.Wipe();
            return false;
        }

        deployed.Counter = newest == null ? deployed.Counter & 0xFFFF : newest.Counter;
        deployed.Last = OrderRecord.LastUnknown;
        if (!Commit(deployed) || !Commit(deployed))
        {
            return false;
        }

        _log.Write(LogLevel.Info, "order", "identity taken over from " + NewName);
        newest = deployed;
        Forget();
        return true;
    }

    private static void Destroy(IStore store, string name, byte[] id)
    {
        var bytes = new byte[OrderRecord.Bytes];
        int length = store.Read(name, bytes);
        var record = OrderRecord.Decode(bytes, length);
        if (length >= 0 && (record == null || BigEndian.Same(record.Id, 0, id, 0, DeviceId.Bytes)))
        {
            // Zeros first, for storage that writes in place; littlefs does not, and nothing less than erasing the chip wipes
            // that.
            Array.Clear(bytes, 0, bytes.Length);
            store.Write(name, bytes, bytes.Length);
            store.Delete(name);
        }

        if (record != null)
        {
            Array.Clear(record.Key, 0, record.Key.Length);
        }

        Array.Clear(bytes, 0, bytes.Length);
    }

    /// <summary>
    /// The deployed file goes, because its count would be the only one left if both copies were lost one day. A store that cannot
    /// delete it may still take zeros in its place.
    /// </summary>
    private void Forget()
    {
        try
        {
            _store.Delete(NewName);
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, "order", NewName + " cannot be deleted: " + e.Message);
            try
            {
                Array.Clear(_bytes, 0, _bytes.Length);
                _store.Write(NewName, _bytes, _bytes.Length);
            }
            catch (Exception)
            {
                // The next boot tries again: it finds the identity in use there.
            }
        }
    }

    /// <summary>
    /// Writes the record over the copy that is not the newest, reads it back, and only then counts it as written.
    /// </summary>
    private bool Commit(OrderRecord record)
    {
        record.Counter++;
        string name = CopyNames[record.Counter & 1];
        try
        {
            record.Encode(_bytes);
            _store.Write(name, _bytes, OrderRecord.Bytes);
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Error, "order", name + " cannot be written: " + e.Message);
            return false;
        }
        finally
        {
            Array.Clear(_bytes, 0, _bytes.Length);
        }

        var back = Read(name);
        if (back != null && back.Counter == record.Counter && back.BootCount == record.BootCount && back.SameIdentity(record))
        {
            return true;
        }

        _log.Write(LogLevel.Error, "order", name + " does not read back as written");
        return false;
    }

    private OrderRecord ReadCopy(int copy)
    {
        var record = Read(CopyNames[copy]);
        return record != null && (record.Counter & 1) == copy ? record : null;
    }

    private OrderRecord Read(string name)
    {
        try
        {
            return OrderRecord.Decode(_bytes, _store.Read(name, _bytes));
        }
        catch (Exception e)
        {
            _log.Write(LogLevel.Warning, "order", name + " cannot be read: " + e.Message);
            return null;
        }
        finally
        {
            Array.Clear(_bytes, 0, _bytes.Length);
        }
    }

    /// <summary>
    /// Two good copies of one identity that were written one after the other. A copy from an old backup is good too, but not the
    /// neighbour of the other one, and the copy that it replaced may have been the newest.
    /// </summary>
    private static bool ArePair(OrderRecord a, OrderRecord b) =>
        a != null && b != null && a.SameIdentity(b) && (a.Counter == b.Counter + 1 || b.Counter == a.Counter + 1);

    private static OrderRecord Newer(OrderRecord a, OrderRecord b)
    {
        if (a == null || b == null)
        {
            return a ?? b;
        }

        var newer = a.Counter > b.Counter ? a : b;
        var older = newer == a ? b : a;
        if (newer.SameIdentity(older) && older.BootCount > newer.BootCount)
        {
            newer.BootCount = older.BootCount;  // no commit makes this; whoever edited a copy does not get numbers back
        }

        return newer;
    }
}
