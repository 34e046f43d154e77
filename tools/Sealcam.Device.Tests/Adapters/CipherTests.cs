using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Sealcam.Host;

namespace Sealcam.Esp32.Tests;

[TestClass]
public class CipherTests
{
    private const int Seed = 38;

    [TestInitialize]
    public void TheUnitWorks()
    {
        Aes.Room = -1;
        Aes.Zeroes = false;
    }

    [TestMethod]
    public void TheBoardsAndTheHostsAnswerAsPublished()
    {
        Assert.IsNull(KnownAnswers.Fault(new HostMac(), new HostCipher()));
        Assert.IsNull(KnownAnswers.Fault(new HostMac(), new NativeCipher()));
    }

    [TestMethod]
    public void AllCiphersAgreeWhateverTheyAreGiven()
    {
        var random = new System.Random(Seed);
        ICipher[] ciphers = [new ManagedCipher(), new HostCipher(), new NativeCipher()];
        for (int i = 0; i < 300; i++)
        {
            int count = 16 * random.Next(0, i % 10 == 0 ? 258 : 12);
            bool whole = random.Next(4) == 0, inPlace = random.Next(2) == 0;
            int offset = whole ? 0 : random.Next(40), behind = whole ? 0 : random.Next(40);
            byte[] key = Bytes(random, 16), iv = Bytes(random, 16), data = Bytes(random, offset + count + behind);
            byte[] other = Bytes(random, random.Next(40) + count);
            byte[][] results =
                [.. ciphers.Select(cipher => Encrypted(cipher, key, iv, data, offset, count, inPlace ? null : other))];
            CollectionAssert.AreEqual(results[0], results[1], $"host, call {i} of seed {Seed}");
            CollectionAssert.AreEqual(results[0], results[2], $"native, call {i} of seed {Seed}");
        }
    }

    [TestMethod]
    public void AllCiphersRefuseWrongLengthsAndTheNativeOneLeaksNothingByThem()
    {
        int leaked = Aes.Leaked;
        foreach (ICipher cipher in new ICipher[] { new ManagedCipher(), new HostCipher(), new NativeCipher() })
        {
            foreach (var (key, iv, count, at) in new[]
                { (15, 16, 16, 0), (32, 16, 16, 0), (16, 12, 16, 0), (16, 16, 8, 0), (16, 16, 48, 17) })
            {
                byte[] result = new byte[64];
                Assert.ThrowsExactly<ArgumentException>(
                    () => cipher.Encrypt(new byte[key], new byte[iv], new byte[64], 0, count, result, at),
                    $"{cipher} {key} {iv} {count} {at}");
                Assert.IsTrue(result.All(b => b == 0));
            }
        }

        Assert.AreEqual(leaked, Aes.Leaked);
    }

    /// <summary>Without a look at the result, freed memory would go out as ciphertext.</summary>
    [TestMethod]
    [DataRow(0, false)]
    [DataRow(0, true)]
    [DataRow(1600, false)]
    [DataRow(4096, true)]
    public void WhatAUnitWithoutMemoryLeavesIsNeverTakenForCiphertext(int room, bool zeroes)
    {
        var random = new System.Random(Seed);
        var cipher = new NativeCipher();
        byte[] key = Bytes(random, 16), iv = Bytes(random, 16), chunk = Bytes(random, 4112), result = new byte[4112];
        cipher.Encrypt(key, iv, chunk, 0, chunk.Length, result, 0);
        Aes.Room = room;
        Aes.Zeroes = zeroes;
        byte[] next = Bytes(random, 4112), untouched = new byte[4112];
        Assert.ThrowsExactly<InvalidOperationException>(() => cipher.Encrypt(key, iv, next, 0, next.Length, untouched, 0));
        Assert.IsTrue(untouched.All(b => b == 0), "something was written");
        Aes.Room = -1;
        cipher.Encrypt(key, iv, next, 0, next.Length, result, 0);
        CollectionAssert.AreEqual(Encrypted(new ManagedCipher(), key, iv, next, 0, next.Length, untouched), result);
    }

    [TestMethod]
    public void AUnitWithoutMemoryFailsTheKnownAnswers()
    {
        Aes.Room = 0;
        string fault = KnownAnswers.Fault(new HostMac(), new NativeCipher());
        Assert.StartsWith("AES-128-CBC threw InvalidOperationException: the chip's AES gave a wrong result", fault);
    }

    private static byte[] Encrypted(ICipher cipher, byte[] key, byte[] iv, byte[] data, int offset, int count, byte[] other)
    {
        byte[] keyNow = [.. key], ivNow = [.. iv], source = [.. data];
        byte[] result = other == null ? source : [.. other];
        cipher.Encrypt(keyNow, ivNow, source, offset, count, result, other == null ? offset : other.Length - count);
        CollectionAssert.AreEqual(key, keyNow);
        CollectionAssert.AreEqual(iv, ivNow);
        Assert.IsTrue(other == null || source.SequenceEqual(data), "the data moved");
        return result;
    }

    private static byte[] Bytes(System.Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
