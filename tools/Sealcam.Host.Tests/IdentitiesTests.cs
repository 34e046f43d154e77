using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class IdentitiesTests
{
    [TestMethod]
    public void TheNewestGoodCopyIsTaken()
    {
        using var folder = new TestFolder();
        using var store = new DirectoryStore(folder.Root);
        Assert.IsNull(Identities.Newest(store));
        Assert.IsFalse(Identities.IsAny(store));
        store.Write("order.a", Identities.Bytes(Record(8, 0xA)), 96);
        store.Write("order.b", Identities.Bytes(Record(9, 0xB)), 96);
        Assert.AreEqual(0xB, Identities.Newest(store).Key[0]);
        store.Write("order.a", Identities.Bytes(Record(10, 0xA)), 96);
        Assert.AreEqual(0xA, Identities.Newest(store).Key[0]);
        store.Write("order.a", Identities.Bytes(Record(10, 0xA)), 95);
        Assert.AreEqual(0xB, Identities.Newest(store).Key[0]);
        store.Write("order.new", [1, 2], 2);
        Assert.AreEqual(0xB, Identities.Newest(store).Key[0]);
        store.Write("order.new", Identities.Bytes(Record(0, 0xC)), 96);
        Assert.AreEqual(0xB, Identities.Newest(store).Key[0], "the agent refuses an identity whose ID is not its key's");
        DeviceKey deployed = DeviceKey.Create();
        store.Write("order.new", Identities.Bytes(Identities.ForNew(deployed)), 96);
        CollectionAssert.AreEqual(deployed.D, Identities.Newest(store).Key);
        Assert.IsTrue(Identities.IsAny(store));
    }

    private static OrderRecord Record(uint counter, byte key)
    {
        return new OrderRecord
        {
            Counter = counter,
            BootCount = 0x01020304,
            Last = uint.MaxValue,
            Key = Enumerable.Repeat(key, 32).ToArray(),
            Id = Enumerable.Repeat((byte)0x22, 32).ToArray(),
            Simulated = true,
            ReceiptTime = 0x0A0B0C0D,
        };
    }
}
