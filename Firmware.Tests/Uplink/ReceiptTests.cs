namespace Sealcam.Tests;

[TestClass]
public class ReceiptTests
{
    private const string Tag = "71" + "7365616c63616d2072656365697074" + "2031";  // "sealcam receipt 1"
    private const string Digest = "5820" + "11111111111111111111111111111111" + "11111111111111111111111111111111";

    [TestMethod]
    public void AReceiptForThisStillIsTaken()
    {
        var receipt = new Receipt();
        var body = ReplyMaker.Receipt(7, 300, Still().Digest, 1790000000, null, -1, 0);
        Assert.IsTrue(receipt.IsFor(Still(), body, body.Length));
        Assert.AreEqual(1790000000u, receipt.Time);
        Assert.IsNull(receipt.Request);
        Assert.IsFalse(receipt.HasWindow);
    }

    [TestMethod]
    public void AReceiptIsTheBytesOfTheProtocol()
    {
        Assert.IsTrue(Takes("87" + Tag + "07" + "19012c" + Digest + "1a6ab13b80" + "f6" + "f6"));
        Assert.IsTrue(Takes("87" + Tag + "07" + "19012c" + Digest + "00" + "50" + "000102030405060708090a0b0c0d0e0f" + "1901f4"));
        Assert.IsTrue(Takes("89" + Tag + "07" + "19012c" + Digest + "00" + "f6" + "f6" + "80" + "a0"),
            "elements behind are ignored");
        Assert.IsTrue(Takes("88" + Tag + "07" + "19012c" + Digest + "00" + "f6" + "f6" + "fb3ff199999999999a"));
    }

    [TestMethod]
    public void ARequestAndAWindowAreHandedOn()
    {
        var receipt = new Receipt();
        for (int length = 0; length < 70; length++)
        {
            var nonce = new byte[length];
            var body = ReplyMaker.Receipt(7, 300, Still().Digest, 5, nonce, 0xFFFFFFFF, 0);
            bool good = length >= 16 && length <= 64;
            Assert.AreEqual(good, receipt.IsFor(Still(), body, body.Length));
            Assert.IsTrue(!good || receipt.Request.Length == length);
            Assert.AreEqual(0xFFFFFFFFu, receipt.WindowMs);
            receipt.Forget();
            Assert.IsNull(receipt.Request);
        }
    }

    [TestMethod]
    public void AReceiptForAnotherStillIsNot()
    {
        Assert.IsFalse(Takes("87" + Tag + "08" + "19012c" + Digest + "00f6f6"));
        Assert.IsFalse(Takes("87" + Tag + "07" + "19012d" + Digest + "00f6f6"));
        var body = ReplyMaker.Receipt(7, 300, Still().Digest, 1, null, -1, 0);
        for (int i = 0; i < 32; i++)
        {
            var still = Still();
            still.Digest[i] ^= 1;
            Assert.IsFalse(new Receipt().IsFor(still, body, body.Length));
        }
    }

    [TestMethod]
    public void AReceiptForAnotherHealthReportIsNot()
    {
        var receipt = new Receipt();
        var body = ReplyMaker.HealthReceipt(7, 300, 1790000000);
        Assert.IsTrue(receipt.IsForHealth(7, 300, body, body.Length));
        Assert.AreEqual(1790000000u, receipt.Time);
        Assert.IsFalse(receipt.IsForHealth(7, 301, body, body.Length), "the one before, come late");
        Assert.IsFalse(receipt.IsForHealth(8, 300, body, body.Length), "that of another boot");
        Assert.IsFalse(receipt.IsFor(Still(), body, body.Length));
        for (int count = 0; count < body.Length; count++)
        {
            Assert.IsFalse(receipt.IsForHealth(7, 300, body, count));
        }
    }

    [TestMethod]
    public void WhatIsNotWrittenAsItMustIsNone()
    {
        Assert.IsFalse(Takes(""));
        Assert.IsFalse(Takes("86" + Tag + "07" + "19012c" + Digest + "00f6"));
        Assert.IsFalse(Takes("87" + Tag + "07" + "19012c" + Digest + "00f6"));
        Assert.IsFalse(Takes("87" + Tag + "07" + "19012c" + Digest + "00f6f6" + "00"), "something behind the array");
        Assert.IsFalse(Takes("9f" + Tag + "07" + "19012c" + Digest + "00f6f6" + "ff"));
        Assert.IsFalse(Takes("87" + Tag + "1807" + "19012c" + Digest + "00f6f6"), "a long form");
        Assert.IsFalse(Takes("87" + Tag + "07" + "1a0000012c" + Digest + "00f6f6"));
        Assert.IsFalse(Takes("87" + Tag + "07" + "19012c" + "581f" + Digest.Substring(4, 62) + "00f6f6"), "a short digest");
        Assert.IsFalse(Takes("87" + Tag + "07" + "19012c" + "7820" + Digest.Substring(4) + "00f6f6"), "text for bytes");
        Assert.IsFalse(Takes("87" + Tag + "07" + "19012c" + Digest + "20f6f6"), "a time before 1970");
        Assert.IsFalse(Takes("87" + Tag + "07" + "19012c" + Digest + "00f7f6"), "undefined for null");
        Assert.IsFalse(Takes("87" + Tag.Substring(0, 34) + "32" + "07" + "19012c" + Digest + "00f6f6"), "another version");
        Assert.IsFalse(Takes("d9d9f7" + "87" + Tag + "07" + "19012c" + Digest + "00f6f6"), "tagged");
        Assert.IsFalse(Takes("bb7fffffffffffffff"));
        Assert.IsFalse(Takes("8181818181818181818181818181818181"));
    }

    [TestMethod]
    public void EveryCutReceiptIsNone()
    {
        var body = ReplyMaker.Receipt(7, 300, Still().Digest, 1790000000, new byte[16], 500, 0);
        var receipt = new Receipt();
        for (int count = 0; count < body.Length; count++)
        {
            Assert.IsFalse(receipt.IsFor(Still(), body, count));
            Assert.IsNull(receipt.Request);
        }
    }

    [TestMethod]
    public void AnErrorBodyIsReadAndItsSentenceMadePrintable()
    {
        var receipt = new Receipt();
        var body = ReplyMaker.Error(4, "another still\r\nhas this order");
        Assert.IsTrue(receipt.IsError(body, body.Length));
        Assert.AreEqual("error 4: another still..has this order", receipt.Sentence);
        for (int count = 0; count < body.Length; count++)
        {
            Assert.IsFalse(receipt.IsError(body, count));
        }

        Assert.IsFalse(receipt.IsFor(Still(), body, body.Length));
        body = ReplyMaker.Receipt(7, 300, Still().Digest, 1, null, -1, 0);
        Assert.IsFalse(receipt.IsError(body, body.Length));
    }

    [TestMethod]
    public void NoChangedReceiptIsForAnotherStill()
    {
#if NANOFRAMEWORK_1_0
        const int rounds = 300;
#else
        const int rounds = 100000;
#endif
        var receipt = new Receipt();
        var dice = new Dice(4);
        var still = Still();
        var good = ReplyMaker.Receipt(7, 300, still.Digest, 1790000000, new byte[16], 500, 1);
        var other = Still();
        other.Sequence = 301;
        var body = new byte[good.Length + 20];
        for (int round = 0; round < rounds; round++)
        {
            System.Array.Copy(good, 0, body, 0, good.Length);
            for (int flips = dice.Below(4); flips > 0; flips--)
            {
                // The order stays: only a receipt that names another order may be taken for another still.
                int at = dice.Below(good.Length);
                body[at < 19 || at > 22 ? at : 0] = (byte)dice.Below(256);
            }

            int count = dice.Below(4) == 0 ? dice.Below(body.Length) : good.Length;
            Assert.IsFalse(receipt.IsFor(other, body, count));
            receipt.IsFor(still, body, count);
            receipt.IsError(body, count);
            Assert.IsTrue(receipt.Request == null || receipt.Request.Length >= 16);
        }
    }

    private static KeptStill Still()
    {
        var still = new KeptStill { BootCount = 7, Sequence = 300 };
        for (int i = 0; i < 32; i++)
        {
            still.Digest[i] = 0x11;
        }

        return still;
    }

    private static bool Takes(string hex)
    {
        var body = Hex.Bytes(hex);
        return new Receipt().IsFor(Still(), body, body.Length);
    }
}
