namespace Sealcam.Tests;

[TestClass]
public class OrderRecordTests
{
    [TestMethod]
    public void TheRecordIsTheBytesOfTheProtocol()
    {
        var record = TestIdentity.Record(3);
        record.Counter = 5;
        record.Last = 9;
        record.ReceiptTime = 1790000000;
        Assert.AreEqual("53435231" + "00000005" + "00000003" + "00000009" + TestIdentity.Key + TestIdentity.Id + "00000001"
            + "6ab13b80" + "00000000" + "70128703", Hex.Text(Bytes(record)));
    }

    [TestMethod]
    public void WhatIsWrittenIsRead()
    {
        var record = TestIdentity.Record(0xFFFFFFFF);
        record.Counter = 0xFFFFFFFE;
        record.Last = 17;
        record.Simulated = false;
        var read = OrderRecord.Decode(Bytes(record), 96);
        Assert.AreEqual(0xFFFFFFFEu, read.Counter);
        Assert.AreEqual(0xFFFFFFFFu, read.BootCount);
        Assert.AreEqual(17u, read.Last);
        Assert.AreEqual(0u, read.ReceiptTime);
        Assert.IsFalse(read.Simulated);
        Assert.AreEqual(TestIdentity.Key, Hex.Text(read.Key));
        Assert.IsTrue(read.SameIdentity(record));
        Assert.IsFalse(read.SameIdentity(TestIdentity.Other(1)));
    }

    [TestMethod]
    public void AnyFlippedBitIsSeen()
    {
        var bytes = Bytes(TestIdentity.Record(3));
        for (int bit = 0; bit < 96 * 8; bit += 3)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.IsNull(OrderRecord.Decode(bytes, 96), "bit " + bit);
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }

        Assert.IsNotNull(OrderRecord.Decode(bytes, 96));
    }

    [TestMethod]
    public void OtherLengthsAreNotARecord()
    {
        var bytes = Bytes(TestIdentity.Record(3));
        Assert.IsNull(OrderRecord.Decode(bytes, -1));
        Assert.IsNull(OrderRecord.Decode(bytes, 0));
        Assert.IsNull(OrderRecord.Decode(bytes, 95));
        Assert.IsNull(OrderRecord.Decode(bytes, 97));
    }

    [TestMethod]
    public void AGoodSumDoesNotMakeUpForWhatIsNotDefined()
    {
        Assert.IsNull(Changed(83, 2), "an unknown flag");
        Assert.IsNull(Changed(80, 1), "an unknown flag");
        Assert.IsNull(Changed(91, 1), "bytes that must be 0");
        Assert.IsNull(Changed(3, 0x32), "another version");
        Assert.IsNotNull(Changed(83, 0));
    }

    [TestMethod]
    public void AKeyOutOfRangeIsNotARecord()
    {
        KeyIsNone("0000000000000000000000000000000000000000000000000000000000000000");
        KeyIsNone("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
        KeyIsNone("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");  // n
    }

    [TestMethod]
    public void TheChecksumIsThatOfZip()
    {
        var digits = Ascii.Bytes("x123456789x");
        Assert.AreEqual(0xCBF43926u, Crc32.Compute(digits, 1, 9));
        Assert.AreEqual(0u, Crc32.Compute(digits, 0, 0));
    }

    private static void KeyIsNone(string hex)
    {
        var record = TestIdentity.Record(1);
        record.Key = Hex.Bytes(hex);
        Assert.IsNull(OrderRecord.Decode(Bytes(record), 96));
    }

    private static OrderRecord Changed(int at, int value)
    {
        var bytes = Bytes(TestIdentity.Record(3));
        bytes[at] = (byte)value;
        BigEndian.Put(Crc32.Compute(bytes, 0, 92), bytes, 92);
        return OrderRecord.Decode(bytes, 96);
    }

    private static byte[] Bytes(OrderRecord record)
    {
        var bytes = new byte[96];
        record.Encode(bytes);
        return bytes;
    }
}
