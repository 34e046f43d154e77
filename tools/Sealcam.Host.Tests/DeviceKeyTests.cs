using System;
using System.Linq;
using System.Security.Cryptography;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Host.Tests;

[TestClass]
public class DeviceKeyTests
{
    [TestMethod]
    public void EveryKeyHasAnEvenYAndComesBackFromItsRecord()
    {
        for (int i = 0; i < 20; i++)
        {
            DeviceKey key = DeviceKey.Create();
            using ECDsa made = key.ToEcdsa();
            ECParameters shown = made.ExportParameters(true);
            Assert.AreEqual(0, shown.Q.Y[31] & 1);
            CollectionAssert.AreEqual(key.X, shown.Q.X);

            DeviceKey back = DeviceKey.From(Identities.ForNew(key));
            using ECDsa again = back.ToEcdsa();
            CollectionAssert.AreEqual(shown.Q.Y, again.ExportParameters(false).Q.Y);
            Assert.IsTrue(made.VerifyHash(new byte[32], again.SignHash(new byte[32])));
        }
    }

    [TestMethod]
    public void AKeyWithAnOddYIsNegated()
    {
        // The key of RFC 6979 A.2.5: its public Y (7903fe10...) ends in 9, odd.
        var odd = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721"),
            Q = new ECPoint
            {
                X = Convert.FromHexString("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"),
                Y = Convert.FromHexString("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"),
            },
        };
        DeviceKey key = DeviceKey.Even(odd);
        Assert.AreEqual("36505626ba458aea94a3dea8984e296c6e9636d2702f0372782f6897ea53be30", Convert.ToHexStringLower(key.D));
        CollectionAssert.AreEqual(odd.Q.X, key.X);
        using ECDsa even = key.ToEcdsa();
        Assert.AreEqual(0, even.ExportParameters(false).Q.Y[31] & 1);
        Assert.IsTrue(even.VerifyHash(new byte[32], even.SignHash(new byte[32])));
    }

    [TestMethod]
    public void AKeyAndAnIdThatDoNotBelongTogetherAreRefused()
    {
        DeviceKey one = DeviceKey.Create();
        DeviceKey two = DeviceKey.Create();
        Refused(one.D, two.X);
        Refused(new byte[32], one.X);
        Refused(Enumerable.Repeat((byte)0xFF, 32).ToArray(), one.X);
        Refused(one.D, Enumerable.Repeat((byte)0xFF, 32).ToArray());
        // Negated, it is the key of the odd Y.
        Refused(DeviceKey.Even(Odd(one)).D, one.X);
    }

    [TestMethod]
    public void TheTextOfAnIdIsBase32()
    {
        // RFC 4648 section 10, lower case, without padding.
        Assert.AreEqual("", DeviceKey.Text(""u8));
        Assert.AreEqual("my", DeviceKey.Text("f"u8));
        Assert.AreEqual("mzxw6", DeviceKey.Text("foo"u8));
        Assert.AreEqual("mzxw6ytboi", DeviceKey.Text("foobar"u8));
        string text = DeviceKey.Text(Enumerable.Repeat((byte)0xFF, 32).ToArray());
        Assert.AreEqual(new string('7', 51) + "q", text);
    }

    /// <summary>The key with a Y that is said to be odd, so that d is negated needlessly.</summary>
    private static ECParameters Odd(DeviceKey key)
    {
        byte[] y = new byte[32];
        y[31] = 1;
        return new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = key.D, Q = new ECPoint { X = key.X, Y = y } };
    }

    private static void Refused(byte[] d, byte[] x)
    {
        Assert.ThrowsExactly<CryptographicException>(() => DeviceKey.From(new OrderRecord { Key = d, Id = x }));
    }
}
