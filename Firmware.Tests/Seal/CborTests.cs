namespace Sealcam.Tests;

[TestClass]
public class CborTests
{
    [TestMethod]
    public void HeadsAreShortest()
    {
        // RFC 8949 appendix A, and the borders in between.
        Written("00", 0);
        Written("17", 23);
        Written("1818", 24);
        Written("18ff", 255);
        Written("190100", 256);
        Written("19ffff", 65535);
        Written("1a00010000", 65536);
        Written("1affffffff", 0xFFFFFFFF);
    }

    [TestMethod]
    public void EveryKindIsWrittenAsTheRfcSays()
    {
        var cbor = new CborWriter(64);
        cbor.WriteNegative(6);
        cbor.WriteNegative(65536);
        cbor.WriteNull();
        cbor.WriteArray(25);
        cbor.WriteMap(3);
        cbor.WriteBytes(new byte[] { 1, 2, 3 }, 1, 2);
        cbor.WriteBytes(new byte[0], 0, 0);
        cbor.WriteText("IETF");
        Assert.AreEqual("26" + "3a00010000" + "f6" + "9819" + "a3" + "420203" + "40" + "6449455446",
            Hex.Text(cbor.Buffer, 0, cbor.Length));
        cbor.Clear();
        Assert.AreEqual(0, cbor.Length);
    }

    [TestMethod]
    public void WhatIsWrittenIsRead()
    {
        var dice = new Dice(3);
        var cbor = new CborWriter(32);
        var reader = new CborReader();
        for (int i = 0; i < 200; i++)
        {
            uint value = dice.Next() >> dice.Below(32);
            cbor.Clear();
            cbor.WriteArray(i);
            cbor.WriteUInt(value);
            cbor.WriteNull();
            cbor.WriteText("ab");
            cbor.WriteBytes(cbor.Buffer, 0, 3);
            reader.Start(cbor.Buffer, 0, cbor.Length);
            Assert.AreEqual(i, reader.ReadArray());
            Assert.AreEqual(value, reader.ReadUInt());
            Assert.IsTrue(reader.TryReadNull());
            Assert.AreEqual(2, reader.ReadText(out _));
            Assert.AreEqual(3, reader.ReadBytes(out int offset));
            Assert.AreEqual(cbor.Length - 3, offset);
            Assert.IsTrue(reader.AtEnd);
        }
    }

    [TestMethod]
    public void LongFormsAreNotRead()
    {
        NotAnInteger("1817");
        NotAnInteger("1900ff");
        NotAnInteger("1a0000ffff");
        NotAnInteger("1b0000000000000001");
        NotAnInteger("1c");
        NotAnInteger("1f");
        NotAnInteger("20");
        NotAnInteger("f6");
        NotAnInteger("fa00000000");
    }

    [TestMethod]
    public void CutItemsAreNotRead()
    {
        NotAnInteger("");
        NotAnInteger("18");
        NotAnInteger("19ff");
        NotAnInteger("1affffff");
    }

    [TestMethod]
    public void StringsMustLieWithinTheBuffer()
    {
        Assert.AreEqual(0, Bytes("42 01").ReadBytes(out _));
        Assert.IsTrue(Failed("42 01"));
        Assert.IsTrue(Failed("59 ffff 01"));
        Assert.IsTrue(Failed("5a 7fffffff 01"));
        Assert.IsTrue(Failed("5a ffffffff 01"));
        Assert.IsTrue(Failed("5f 41 01 ff"));
        Assert.IsFalse(Failed("42 0102"));
    }

    [TestMethod]
    public void AFailureStaysAndEveryAnswerIsThenNothing()
    {
        var reader = Bytes("20 00 f6 41 07");
        Assert.AreEqual(0u, reader.ReadUInt());
        Assert.IsTrue(reader.Failed);
        Assert.AreEqual(0u, reader.ReadUInt());
        Assert.AreEqual(0, reader.ReadArray());
        Assert.IsFalse(reader.TryReadNull());
        Assert.AreEqual(0, reader.ReadText(out _));
        Assert.IsFalse(reader.AtEnd);
    }

    [TestMethod]
    public void OnlyThePartGivenIsRead()
    {
        var reader = new CborReader();
        reader.Start(Hex.Bytes("ff 05 06"), 1, 1);
        Assert.AreEqual(5u, reader.ReadUInt());
        Assert.IsTrue(reader.AtEnd);
        Assert.AreEqual(0u, reader.ReadUInt());
        Assert.IsTrue(reader.Failed);
    }

    private static void Written(string hex, uint value)
    {
        var cbor = new CborWriter(8);
        cbor.WriteUInt(value);
        Assert.AreEqual(hex, Hex.Text(cbor.Buffer, 0, cbor.Length));
        Assert.AreEqual(value, Bytes(hex).ReadUInt());
    }

    private static void NotAnInteger(string hex)
    {
        var reader = Bytes(hex);
        Assert.AreEqual(0u, reader.ReadUInt());
        Assert.IsTrue(reader.Failed, hex);
    }

    private static bool Failed(string hex)
    {
        var reader = Bytes(hex);
        reader.ReadBytes(out _);
        return reader.Failed;
    }

    private static CborReader Bytes(string hex)
    {
        var bytes = Hex.Bytes(hex);
        var reader = new CborReader();
        reader.Start(bytes, 0, bytes.Length);
        return reader;
    }
}
