using System;
#if !NANOFRAMEWORK_1_0
using System.Linq;
using System.Reflection;
#endif

namespace Sealcam.Tests;

[TestClass]
public class ManagedCipherTests
{
    [TestMethod]
    public void TheBlocksOfFips197Hold()
    {
        Assert.AreEqual(CipherVectors.CipherB, Hex.Text(Encrypted(CipherVectors.KeyB, new byte[16], CipherVectors.PlainB)));
        Assert.AreEqual(CipherVectors.CipherC, Hex.Text(Encrypted(CipherVectors.KeyC, new byte[16], CipherVectors.PlainC)));
    }

    [TestMethod]
    public void TheChainOfSp80038AHolds()
    {
        byte[] iv = Hex.Bytes(CipherVectors.Iv);
        Assert.AreEqual(CipherVectors.Chained, Hex.Text(Encrypted(CipherVectors.KeyB, iv, CipherVectors.Plain)));
    }

    [TestMethod]
    public void ATextInSeveralCallsGoesOnFromTheLastBlock()
    {
        var cipher = new ManagedCipher();
        byte[] key = Hex.Bytes(CipherVectors.KeyB), iv = Hex.Bytes(CipherVectors.Iv), data = Hex.Bytes(CipherVectors.Plain);
        var result = new byte[64];
        cipher.Encrypt(key, iv, data, 0, 48, result, 0);
        Array.Copy(result, 32, iv, 0, 16);
        cipher.Encrypt(key, iv, data, 48, 16, result, 48);
        Assert.AreEqual(CipherVectors.Chained, Hex.Text(result));
    }

    [TestMethod]
    public void InPlaceTheRangeChangesAndNothingElse()
    {
        byte[] plain = Hex.Bytes(CipherVectors.Plain), data = new byte[64 + 7], iv = Hex.Bytes(CipherVectors.Iv);
        byte[] key = Hex.Bytes(CipherVectors.KeyB);
        Array.Copy(plain, 0, data, 3, 64);
        new ManagedCipher().Encrypt(key, iv, data, 3, 64, data, 3);
        Assert.AreEqual("000000" + CipherVectors.Chained + "00000000", Hex.Text(data));
        CollectionAssert.AreEqual(Hex.Bytes(CipherVectors.Iv), iv);
        CollectionAssert.AreEqual(Hex.Bytes(CipherVectors.KeyB), key);
    }

    [TestMethod]
    public void ElsewhereTheResultIsWrittenAndTheDataStays()
    {
        byte[] data = Hex.Bytes("ffff " + CipherVectors.PlainC + " ff"), result = Hex.Bytes("ee" + CipherVectors.PlainB + "eeee");
        new ManagedCipher().Encrypt(Hex.Bytes(CipherVectors.KeyC), new byte[16], data, 2, 16, result, 1);
        Assert.AreEqual("ee" + CipherVectors.CipherC + "eeee", Hex.Text(result));
        CollectionAssert.AreEqual(Hex.Bytes("ffff " + CipherVectors.PlainC + " ff"), data);
    }

    [TestMethod]
    public void NoBlockIsNoError()
    {
        var result = new byte[1];
        new ManagedCipher().Encrypt(new byte[16], new byte[16], new byte[0], 0, 0, result, 1);
        Assert.AreEqual(0, (int)result[0]);
    }

    [TestMethod]
    public void AWrongLengthIsRefusedAndNothingIsWritten()
    {
        Refused(15, 16, 32, 0, 16, 0, "the key must have 16 bytes");
        Refused(24, 16, 32, 0, 16, 0, "the key must have 16 bytes");
        Refused(32, 16, 32, 0, 16, 0, "the key must have 16 bytes");
        Refused(-1, 16, 32, 0, 16, 0, "the key must have 16 bytes");
        Refused(16, 0, 32, 0, 16, 0, "the IV must have 16 bytes");
        Refused(16, 17, 32, 0, 16, 0, "the IV must have 16 bytes");
        Refused(16, -1, 32, 0, 16, 0, "the IV must have 16 bytes");
        Refused(16, 16, 32, 0, 15, 0, "the bytes to encrypt must be whole blocks of 16");
        Refused(16, 16, 32, 0, -16, 0, "the bytes to encrypt must be whole blocks of 16");
        Refused(16, 16, 32, 1, 32, 0, "the bytes to encrypt leave their array");
        Refused(16, 16, 32, -1, 16, 0, "the bytes to encrypt leave their array");
        Refused(16, 16, 32, int.MaxValue, 16, 0, "the bytes to encrypt leave their array");
        Refused(16, 16, -1, 0, 16, 0, "the bytes to encrypt leave their array");
        Refused(16, 16, 32, 0, 16, 33, "the result leaves its array");
        Refused(16, 16, 32, 0, 32, 17, "the result leaves its array");
        Refused(16, 16, 32, 0, 16, -16, "the result leaves its array");
    }

    [TestMethod]
    public void EachCallHasItsOwnKey()
    {
        var cipher = new ManagedCipher();
        byte[] key = Hex.Bytes(CipherVectors.KeyB), result = new byte[16], other = Hex.Bytes(CipherVectors.KeyC);
        cipher.Encrypt(key, new byte[16], Hex.Bytes(CipherVectors.PlainB), 0, 16, result, 0);
        Array.Copy(other, 0, key, 0, 16);
        cipher.Encrypt(key, new byte[16], Hex.Bytes(CipherVectors.PlainC), 0, 16, result, 0);
        Assert.AreEqual(CipherVectors.CipherC, Hex.Text(result));
    }

#if !NANOFRAMEWORK_1_0
    [TestMethod]
    public void AfterACallNothingOfTheKeyIsLeft()
    {
        var cipher = new ManagedCipher();
        cipher.Encrypt(Hex.Bytes(CipherVectors.KeyB), new byte[16], new byte[32], 0, 32, new byte[32], 0);
        var words = typeof(ManagedCipher).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(field => field.FieldType == typeof(uint[])).Select(field => (uint[])field.GetValue(cipher)).Single();
        Assert.AreEqual(44, words.Length);
        Assert.IsTrue(words.All(word => word == 0));
    }
#endif

    private static byte[] Encrypted(string key, byte[] iv, string plain)
    {
        byte[] data = Hex.Bytes(plain), result = new byte[data.Length];
        new ManagedCipher().Encrypt(Hex.Bytes(key), iv, data, 0, data.Length, result, 0);
        return result;
    }

    // Lengths of -1 stand for null.
    private static void Refused(int key, int iv, int data, int offset, int count, int resultOffset, string why)
    {
        var result = new byte[48];
        var thrown = Expect.Throws(typeof(ArgumentException), () => new ManagedCipher().Encrypt(
            OfLength(key), OfLength(iv), OfLength(data), offset, count, result, resultOffset));
        Assert.AreEqual(why, thrown.Message);
        CollectionAssert.AreEqual(new byte[48], result);
    }

    private static byte[] OfLength(int length) => length < 0 ? null : new byte[length];
}
