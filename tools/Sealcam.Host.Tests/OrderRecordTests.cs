using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class OrderRecordTests
{
    [TestMethod]
    public void TheCheckIsThatOfZip()
    {
        // The check value of CRC-32/ISO-HDLC in the catalogues of CRC parameters.
        Assert.AreEqual(0xCBF43926u, Crc32.Of("123456789"u8));
    }

    [TestMethod]
    public void TheBytesAreThoseOfTheProtocol()
    {
        byte[] file = Record(5, 0x11).ToBytes();
        Assert.HasCount(96, file);
        Assert.AreEqual("SCR1", Encoding.ASCII.GetString(file, 0, 4));
        Assert.AreEqual("00000005" + "01020304" + "ffffffff", Convert.ToHexStringLower(file[4..16]));
        Assert.IsTrue(file[16..48].All(b => b == 0x11));
        Assert.IsTrue(file[48..80].All(b => b == 0x22));
        Assert.AreEqual("00000001" + "0a0b0c0d" + "00000000", Convert.ToHexStringLower(file[80..92]));
    }

    [TestMethod]
    public void WhatIsWrittenIsReadBack()
    {
        OrderRecord record = OrderRecord.Parse(Record(7, 0x11).ToBytes());
        CollectionAssert.AreEqual(Record(7, 0x11).ToBytes(), record.ToBytes());
    }

    [TestMethod]
    public void AnyFlippedBitAndAnyOtherLengthMakeItBad()
    {
        byte[] good = Record(1, 0x11).ToBytes();
        for (int bit = 0; bit < good.Length * 8; bit++)
        {
            byte[] bad = (byte[])good.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsNull(OrderRecord.Parse(bad), $"bit {bit}");
        }

        Assert.IsNull(OrderRecord.Parse(good[..95]));
        Assert.IsNull(OrderRecord.Parse([.. good, 0]));
        Assert.IsNull(OrderRecord.Parse([]));
    }

    [TestMethod]
    public void TheNewestGoodCopyIsTaken()
    {
        using var folder = new TestFolder();
        using var store = new DirectoryStore(folder.Root);
        Assert.IsNull(OrderRecord.Newest(store));
        Assert.IsFalse(OrderRecord.IsAny(store));
        store.Write("order.a", Record(8, 0xA).ToBytes(), 96);
        store.Write("order.b", Record(9, 0xB).ToBytes(), 96);
        Assert.AreEqual(0xB, OrderRecord.Newest(store).Key[0]);
        store.Write("order.a", Record(10, 0xA).ToBytes(), 96);
        Assert.AreEqual(0xA, OrderRecord.Newest(store).Key[0]);
        store.Write("order.a", Record(10, 0xA).ToBytes(), 95);
        Assert.AreEqual(0xB, OrderRecord.Newest(store).Key[0]);
        store.Write("order.new", [1, 2], 2);
        Assert.AreEqual(0xB, OrderRecord.Newest(store).Key[0]);
        store.Write("order.new", Record(0, 0xC).ToBytes(), 96);
        Assert.AreEqual(0xC, OrderRecord.Newest(store).Key[0]);
        Assert.IsTrue(OrderRecord.IsAny(store));
    }

    private static OrderRecord Record(uint counter, byte key)
    {
        return new OrderRecord
        {
            Counter = counter,
            BootCount = 0x01020304,
            LastSequence = uint.MaxValue,
            Key = Enumerable.Repeat(key, 32).ToArray(),
            DeviceId = Enumerable.Repeat((byte)0x22, 32).ToArray(),
            Simulated = true,
            LastTime = 0x0A0B0C0D,
        };
    }
}
