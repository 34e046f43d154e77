using System;

namespace Sealcam.Tests;

[TestClass]
public class P256KeyTests
{
    [TestMethod]
    public void MultiplesOfTheBasePointAreRightAtTheEdges()
    {
        byte[] x = new byte[32], y = new byte[32];
        for (int i = 0; i < PointVectors.All.Length; i += 3)
        {
            P256Key.Public(VectorHex.Bytes(PointVectors.All[i]), x, y);
            Assert.AreEqual(PointVectors.All[i + 1], VectorHex.Text(x), PointVectors.All[i]);
            Assert.AreEqual(PointVectors.All[i + 2], VectorHex.Text(y), PointVectors.All[i]);
        }
    }

    [TestMethod]
    public void APrivateKeyIsFromOneToNLessOne()
    {
        Assert.IsTrue(P256Key.IsPrivate(VectorHex.Bytes("0000000000000000000000000000000000000000000000000000000000000001")));
        Assert.IsTrue(P256Key.IsPrivate(VectorHex.Bytes("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550")));
        Assert.IsFalse(P256Key.IsPrivate(VectorHex.Bytes("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")));
        Assert.IsFalse(P256Key.IsPrivate(VectorHex.Bytes("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")));
        Assert.IsFalse(P256Key.IsPrivate(new byte[32]));
        Assert.IsFalse(P256Key.IsPrivate(new byte[31]));
    }

    [TestMethod]
    public void AtBirthAKeyWithAnOddYIsNegated()
    {
        byte[] d = VectorHex.Bytes(Rfc6979Vectors.D), x = new byte[32], y = new byte[32];
        P256Key.EvenY(d, x);
        Assert.AreEqual(Rfc6979Vectors.X, VectorHex.Text(x));
        Assert.AreNotEqual(Rfc6979Vectors.D, VectorHex.Text(d));
        P256Key.Public(d, x, y);
        Assert.AreEqual(Rfc6979Vectors.X, VectorHex.Text(x));
        Assert.AreEqual(0, y[31] & 1);
        string born = VectorHex.Text(d);
        P256Key.EvenY(d, x);
        Assert.AreEqual(born, VectorHex.Text(d));
    }

    [TestMethod]
    public void TheEvenYOfAnXIsFound()
    {
        byte[] y = new byte[32];
        for (int i = 0; i < PointVectors.All.Length; i += 3)
        {
            Assert.IsTrue(P256Key.TryEvenY(VectorHex.Bytes(PointVectors.All[i + 1]), y));
            byte[] known = VectorHex.Bytes(PointVectors.All[i + 2]);
            if ((known[31] & 1) != 0)
            {
                byte[] d = VectorHex.Bytes(PointVectors.All[i]), x = new byte[32];
                P256Key.EvenY(d, x);
                P256Key.Public(d, x, known);
            }
            Assert.AreEqual(VectorHex.Text(known), VectorHex.Text(y));
        }
    }

    [TestMethod]
    public void AnXThatIsNotOnTheCurveOrNotBelowPIsRefused()
    {
        byte[] y = new byte[32];
        Assert.IsFalse(P256Key.TryEvenY(VectorHex.Bytes("0000000000000000000000000000000000000000000000000000000000000001"), y));
        Assert.IsFalse(P256Key.TryEvenY(VectorHex.Bytes("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff"), y));
        Assert.IsFalse(P256Key.TryEvenY(VectorHex.Bytes("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"), y));
        Assert.IsTrue(P256Key.TryEvenY(new byte[32], y));
    }

    [TestMethod]
    public void ASignerTakesNoNumberThatIsNoKey()
    {
        Expect.Throws(typeof(ArgumentException), () => Signer(new byte[32], 4));
        Expect.Throws(typeof(ArgumentException), () => Signer(VectorHex.Bytes(Rfc6979Vectors.D), 0));
    }

    private static void Signer(byte[] d, int pool)
    {
        new P256Signer(d, new byte[32], 1, new CountedEntropy(true), new ManagedMac(), pool);
    }
}
