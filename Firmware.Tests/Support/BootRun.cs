namespace Sealcam.Tests;

/// <summary>
/// Boots one device again and again on one store, and holds it to the promise: no boot count is used twice under one key. A count
/// is used once Open has said that it is durable.
/// </summary>
public sealed class BootRun
{
    public readonly FakeStore Store = new FakeStore();
    public readonly CollectingLog Log = new CollectingLog();

    /// <summary>The highest count used, for the identity of <see cref="TestIdentity.Record"/> and for the other one.</summary>
    public uint Used, UsedByOther;
    public OrderBook Book;

    /// <summary>A device as provisioning leaves it: order.new and nothing else.</summary>
    public static BootRun New()
    {
        var run = new BootRun();
        TestIdentity.Put(run.Store, OrderBook.NewName, TestIdentity.Record(0));
        return run;
    }

    /// <summary>A device that was booted so often.</summary>
    public static BootRun After(int boots)
    {
        var run = New();
        for (int i = 0; i < boots; i++)
        {
            run.Boot();
        }

        return run;
    }

    /// <summary>One boot on the store as it is. Returns the boot count, or 0 if there is none to be had.</summary>
    public uint Boot()
    {
        Book = new OrderBook(Store, Log);
        if (!Book.Open())
        {
            return 0;
        }

        uint count = Book.Record.BootCount;
        bool other = !Book.Record.SameIdentity(TestIdentity.Record(0));
        Assert.IsTrue(count > (other ? UsedByOther : Used), "boot count " + count + " was used before; " + Log.All());
        UsedByOther = other ? count : UsedByOther;
        Used = other ? Used : count;
        return count;
    }

    /// <summary>Flips one bit of a file, if it is there.</summary>
    public void Rot(string name, int bit)
    {
        var file = Store.Get(name);
        if (file != null && file.Length > bit / 8)
        {
            file[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    public bool IsGood(string name)
    {
        var file = Store.Get(name);
        return file != null && OrderRecord.Decode(file, file.Length) != null;
    }
}
