#if !NANOFRAMEWORK_1_0
using System;
using System.Numerics;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tests;

/// <summary>The signer against System.Security.Cryptography and BigInteger, which nanoFramework does not have.</summary>
[TestClass]
public class SignerHostTests
{
    [TestMethod]
    public void OnTheHostTheFrameworkVerifiesPooledAndOnTheSpotSignatures()
    {
        Random random = new Random(4);
        byte[] digest = new byte[32], signature = new byte[64];
        int checkedPooled = 0;
        for (int i = 0; i < 40; i++)
        {
            P256Signer signer = Signer(random, out ECDsa verifier);
            for (int j = 0; j < 6; j++)
            {
                random.NextBytes(digest);
                if (j == 2)
                {
                    while (signer.Prepare())
                    {
                    }
                }
                checkedPooled += signer.Ready > 0 ? 1 : 0;
                signer.Sign(digest, signature, 0);
                Assert.IsTrue(verifier.VerifyHash(digest, signature), "signature " + j + " of key " + i);
                Assert.IsTrue(HostCurve.Number(signature, 32) <= (HostCurve.N - 1) / 2, "high s");
            }
            verifier.Dispose();
        }
        Assert.AreEqual(160, checkedPooled);
    }

    [TestMethod]
    public void OnTheHostDigestsAtTheEdgesAreSigned()
    {
        P256Signer signer = Signer(new Random(5), out ECDsa verifier);
        byte[] signature = new byte[64];
        for (int i = 0; i < Edges.Count; i++)
        {
            byte[] digest = HostCurve.Bytes(HostCurve.Number(Edges.Number(i)));
            signer.Sign(digest, signature, 0);
            Assert.IsTrue(verifier.VerifyHash(digest, signature), "edge " + i);
        }
        verifier.Dispose();
    }

    [TestMethod]
    public void OnTheHostKIsTheDrbgsFirstOutputFromKeyBootCountIndexAndEntropy()
    {
        byte[] d = VectorHex.Bytes(Rfc6979Vectors.D);
        CountedEntropy entropy = new CountedEntropy(true);
        P256Signer signer = new P256Signer(d, VectorHex.Bytes(Rfc6979Vectors.X), 0x01020304, entropy, new ManagedMac(), 2);
        while (signer.Prepare())
        {
        }
        entropy.Next = 0;
        string[] expected = new string[2];
        for (int index = 0; index < 2; index++)
        {
            byte[] seed = new byte[72];
            d.CopyTo(seed, 0);
            new byte[] { 1, 2, 3, 4, 0, 0, 0, (byte)index }.CopyTo(seed, 32);
            entropy.Fill(seed, 40, 32);
            HostCurve.Multiply(HostCurve.Number(FirstOutput(seed), 0), out BigInteger x, out BigInteger y);
            expected[index] = VectorHex.Text(HostCurve.Bytes(HostCurve.Mod(x, HostCurve.N)));
        }
        byte[] signature = new byte[64];
        signer.Sign(new byte[32], signature, 0);
        Assert.AreEqual(expected[1], VectorHex.Text(signature, 0, 32));
        signer.Sign(new byte[32], signature, 0);
        Assert.AreEqual(expected[0], VectorHex.Text(signature, 0, 32));
    }

    [TestMethod]
    public void OnTheHostNothingOfAUsedPairOrBatchIsLeft()
    {
        P256Signer signer = Signer(new Random(6), out ECDsa verifier);
        while (signer.Prepare())
        {
        }
        Pair[] pool = (Pair[])Inside(signer, "_pool");
        Pair last = pool[3];
        Assert.IsFalse(Limbs.IsZero(last.Inverse));
        byte[] signature = new byte[64];
        signer.Sign(new byte[32], signature, 0);
        AssertWiped(last);
        signer.Discard();
        foreach (Pair pair in pool)
        {
            AssertWiped(pair);
        }
        signer.Sign(new byte[32], signature, 0);
        object batch = Inside(signer, "_batch");
        foreach (string field in new[] { "_x", "_product" })
        {
            foreach (long[] number in (long[][])Inside(batch, field))
            {
                Assert.IsTrue(Limbs.IsZero(number), field);
            }
        }
        foreach (string field in new[] { "_key", "_buffer" })
        {
            foreach (byte b in (byte[])Inside(Inside(batch, "_drbg"), field))
            {
                Assert.AreEqual(0, (int)b, field);
            }
        }
        AssertWiped(pool[0]);
        verifier.Dispose();
    }

    [TestMethod]
    public void OnTheHostAPointThatAFaultMovedOffTheCurveIsNotUsed()
    {
        P256Signer signer = new P256Signer(VectorHex.Bytes(Rfc6979Vectors.D), new byte[32], 1,
            new CountedEntropy(true), new ManagedMac(), 1);
        for (int i = 0; i < 12; i++)
        {
            signer.Prepare();
        }
        Comb comb = (Comb)Inside(Inside(signer, "_batch"), "_comb");
        comb.Point.X[3] ^= 1 << 7;
        while (signer.Prepare())
        {
        }
        Assert.AreEqual(1, signer.Ready);
        Assert.AreEqual(2u, signer.Begun);
    }

    [TestMethod]
    public void OnTheHostPreparingAndSigningAllocateNothing()
    {
        P256Signer signer = new P256Signer(VectorHex.Bytes(Rfc6979Vectors.D), new byte[32], 1,
            new CountedEntropy(true), new ManagedMac());
        byte[] digest = new byte[32], signature = new byte[64];
        Cycle(signer, digest, signature);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Cycle(signer, digest, signature);
        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static object Inside(object owner, string field)
    {
        return owner.GetType().GetField(field, BindingFlags.Instance | BindingFlags.NonPublic).GetValue(owner);
    }

    // A full pool used up, and one signature on the spot.
    private static void Cycle(P256Signer signer, byte[] digest, byte[] signature)
    {
        while (signer.Prepare())
        {
        }
        for (int i = 0; i < 5; i++)
        {
            signer.Sign(digest, signature, 0);
        }
    }

    private static P256Signer Signer(Random random, out ECDsa verifier)
    {
        byte[] d = new byte[32], x = new byte[32], y = new byte[32];
        random.NextBytes(d);
        d[0] &= 0x7F;
        P256Key.EvenY(d, x);
        Assert.IsTrue(P256Key.TryEvenY(x, y));
        ECParameters key = new ECParameters { Curve = ECCurve.NamedCurves.nistP256 };
        key.Q.X = x;
        key.Q.Y = y;
        verifier = ECDsa.Create(key);
        CountedEntropy entropy = new CountedEntropy(true) { Next = random.Next(1000) };
        return new P256Signer(d, x, (uint)random.Next(), entropy, new ManagedMac());
    }

    // HMAC_DRBG with SHA-256 by the framework's HMAC: instantiate, generate.
    private static byte[] FirstOutput(byte[] seed)
    {
        byte[] key = new byte[32], v = new byte[32];
        Array.Fill(v, (byte)1);
        foreach (byte separator in new byte[] { 0, 1 })
        {
            byte[] all = new byte[33 + seed.Length];
            v.CopyTo(all, 0);
            all[32] = separator;
            seed.CopyTo(all, 33);
            key = HMACSHA256.HashData(key, all);
            v = HMACSHA256.HashData(key, v);
        }
        return HMACSHA256.HashData(key, v);
    }

    private static void AssertWiped(Pair pair)
    {
        Assert.IsTrue(Limbs.IsZero(pair.Inverse));
        Assert.IsTrue(Limbs.IsZero(pair.Fixed));
        Assert.AreEqual(new string('0', 64), VectorHex.Text(pair.R));
    }
}
#endif
