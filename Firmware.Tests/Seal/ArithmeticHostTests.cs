#if !NANOFRAMEWORK_1_0
using System;
using System.Numerics;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tests;

/// <summary>The arithmetic against System.Numerics.BigInteger, which nanoFramework does not have.</summary>
[TestClass]
public class ArithmeticHostTests
{
    private static readonly BigInteger _r = BigInteger.One << 261;

    [TestMethod]
    public void OnTheHostProductsOfRandomNumbersAndEdgesAgreeWithBigIntegers()
    {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++)
        {
            CheckProducts(Some(random), Some(random));
        }
        for (int i = 0; i < Edges.Count; i++)
        {
            for (int j = 0; j < Edges.Count; j++)
            {
                CheckProducts(Edges.Number(i), Edges.Number(j));
            }
        }
    }

    [TestMethod]
    public void OnTheHostAProductOfASumAndADifferenceDoesNotOverflow()
    {
        // The bounds of Field's remarks, all limbs at their greatest: a sum has twofold limbs, a difference limbs of either sign.
        foreach (int sign in new[] { 1, -1 })
        {
            long[] sum = new long[Limbs.Count], difference = new long[Limbs.Count];
            for (int i = 0; i < Limbs.Count - 1; i++)
            {
                sum[i] = 2L * Limbs.Mask + (1 << 26);
                difference[i] = sign * ((long)Limbs.Mask + (1 << 26));
            }
            sum[8] = 1 << 26;
            difference[8] = sign * (1 << 25);
            CheckProduct(sum, difference);
            CheckSquare(difference);
        }
    }

    [TestMethod]
    public void OnTheHostCombinationsOfRandomNumbersAreTidyAndRight()
    {
        Random random = new Random(2);
        long[] r = new long[Limbs.Count];
        for (int i = 0; i < 5000; i++)
        {
            long[] a = Some(random), b = Some(random);
            long k = random.Next(-8, 9);
            Field.Combine(r, a, k, b);
            BigInteger expected = HostCurve.Number(a) + k * HostCurve.Number(b);
            Assert.AreEqual(HostCurve.Mod(expected, HostCurve.P), HostCurve.Mod(HostCurve.Number(r), HostCurve.P));
            for (int limb = 0; limb < Limbs.Count; limb++)
            {
                Assert.IsTrue(Math.Abs(r[limb]) <= Limbs.Mask + (1 << 26), "limb " + limb);
            }
            Assert.IsTrue(Math.Abs(r[8]) < 1 << 26);
        }
    }

    [TestMethod]
    public void OnTheHostEveryEntryOfTheCombIsComputedAnew()
    {
        // Teeth[i] = 2^(22 i) * G: the digits of the lower table are the even ones, those of the upper one the odd ones.
        BigInteger[] teethX = new BigInteger[12], teethY = new BigInteger[12];
        for (int i = 0; i < 12; i++)
        {
            HostCurve.Multiply(BigInteger.One << (22 * i), out teethX[i], out teethY[i]);
        }
        long[] x = new long[Limbs.Count], y = new long[Limbs.Count];
        for (int entry = 0; entry < 64; entry++)
        {
            int high = entry < 32 ? 0 : 1;
            BigInteger expectedX = teethX[10 + high], expectedY = teethY[10 + high];
            for (int tooth = 0; tooth < 5; tooth++)
            {
                BigInteger toothY = teethY[2 * tooth + high];
                HostCurve.Add(expectedX, expectedY, teethX[2 * tooth + high], ((entry >> tooth) & 1) != 0 ? toothY : -toothY,
                    out expectedX, out expectedY);
            }
            foreach (long sign in new long[] { 1, -1 })
            {
                if (entry < 32)
                {
                    CombLow.Load(entry, sign, x, y);
                }
                else
                {
                    CombHigh.Load(entry - 32, sign, x, y);
                }
                Assert.AreEqual(HostCurve.Mod(expectedX * _r, HostCurve.P), HostCurve.Number(x), "entry " + entry);
                Assert.AreEqual(HostCurve.Mod(expectedY * _r, HostCurve.P), sign * HostCurve.Number(y), "entry " + entry);
            }
        }
    }

    [TestMethod]
    public void OnTheHostPublicKeysOfRandomNumbersAgreeWithBigIntegers()
    {
        Random random = new Random(3);
        byte[] d = new byte[32], x = new byte[32], y = new byte[32];
        for (int i = 0; i < 20; i++)
        {
            random.NextBytes(d);
            if (!P256Key.IsPrivate(d))
            {
                continue;
            }
            P256Key.Public(d, x, y);
            HostCurve.Multiply(HostCurve.Number(d, 0), out BigInteger expectedX, out BigInteger expectedY);
            Assert.AreEqual(expectedX, HostCurve.Number(x, 0));
            Assert.AreEqual(expectedY, HostCurve.Number(y, 0));
        }
    }

    private static void CheckProducts(long[] a, long[] b)
    {
        CheckProduct(a, b);
        CheckSquare(a);
        long[] r = new long[Limbs.Count];
        Scalar.Multiply(r, a, b);
        Check(r, HostCurve.Number(a) * HostCurve.Number(b), HostCurve.N);
        Scalar.Square(r, a);
        Check(r, HostCurve.Number(a) * HostCurve.Number(a), HostCurve.N);
    }

    private static void CheckProduct(long[] a, long[] b)
    {
        long[] r = new long[Limbs.Count];
        Field.Multiply(r, a, b);
        Check(r, HostCurve.Number(a) * HostCurve.Number(b), HostCurve.P);
    }

    private static void CheckSquare(long[] a)
    {
        long[] r = new long[Limbs.Count];
        Field.Square(r, a);
        Check(r, HostCurve.Number(a) * HostCurve.Number(a), HostCurve.P);
    }

    // r * 2^261 = product mod m, and r is tidy.
    private static void Check(long[] r, BigInteger product, BigInteger m)
    {
        BigInteger number = HostCurve.Number(r);
        Assert.AreEqual(HostCurve.Mod(product, m), HostCurve.Mod(number * _r, m));
        Assert.IsTrue(BigInteger.Abs(number) < 2 * m);
        for (int i = 0; i < 8; i++)
        {
            Assert.IsTrue(r[i] >= 0 && r[i] <= Limbs.Mask, "limb " + i);
        }
    }

    // Below 2^257, often with limbs that are all ones or all zeros.
    private static long[] Some(Random random)
    {
        long[] a = new long[Limbs.Count];
        for (int i = 0; i < Limbs.Count; i++)
        {
            int kind = random.Next(6);
            a[i] = kind == 0 ? 0 : kind == 1 ? Limbs.Mask : random.Next(Limbs.Mask + 1);
        }
        a[8] &= 0x1FFFFFF;
        return a;
    }
}
#endif
