namespace Sealcam.Tests;

/// <summary>
/// Identities that hold mod p and mod n at the edges; the values themselves are checked in ArithmeticHostTests.
/// </summary>
[TestClass]
public class ArithmeticTests
{
    [TestMethod]
    public void OneIsNeutralAtTheEdgesOfTheField()
    {
        long[] one = new long[Limbs.Count], r = new long[Limbs.Count];
        Curve.LoadOne(one);
        for (int i = 0; i < Edges.Count; i++)
        {
            long[] a = Edges.Number(i);
            Field.Multiply(r, a, one);
            Assert.AreEqual(Text(a, false), Text(r, false), "edge " + i);
        }
    }

    [TestMethod]
    public void SquaringIsMultiplyingByItself()
    {
        long[] r = new long[Limbs.Count], s = new long[Limbs.Count];
        for (int i = 0; i < Edges.Count; i++)
        {
            long[] a = Edges.Number(i);
            Field.Square(r, a);
            Field.Multiply(s, a, a);
            Assert.AreEqual(Text(s, false), Text(r, false), "mod p, edge " + i);
            Scalar.Square(r, a);
            Scalar.Multiply(s, a, a);
            Assert.AreEqual(Text(s, true), Text(r, true), "mod n, edge " + i);
        }
    }

    [TestMethod]
    public void MinusOneSquaredIsOne()
    {
        long[] a = new long[Limbs.Count];
        Limbs.Subtract(a, Field.Prime, Limbs.One);
        Field.ToMontgomery(a, a);
        Field.Square(a, a);
        Field.FromMontgomery(a, a);
        Assert.AreEqual(0, Limbs.Compare(a, Limbs.One));
        Limbs.Subtract(a, Scalar.Order, Limbs.One);
        Scalar.ToMontgomery(a, a);
        Scalar.Square(a, a);
        Scalar.FromMontgomery(a, a);
        Assert.AreEqual(0, Limbs.Compare(a, Limbs.One));
    }

    [TestMethod]
    public void PAndNAreZero()
    {
        long[] a = new long[Limbs.Count];
        Field.ToMontgomery(a, Field.Prime);
        Field.FromMontgomery(a, a);
        Assert.IsTrue(Limbs.IsZero(a));
        Scalar.ToMontgomery(a, Scalar.Order);
        Scalar.FromMontgomery(a, a);
        Assert.IsTrue(Limbs.IsZero(a));
    }

    [TestMethod]
    public void ANumberTimesItsInverseIsOne()
    {
        Power power = new Power();
        long[] a = new long[Limbs.Count];
        for (int i = 1; i < Edges.Count; i++)
        {
            Field.ToMontgomery(a, Edges.Number(i));
            power.Start(a, Field.PrimeLess2, false);
            Finish(power);
            Field.Multiply(a, a, power.Result);
            Field.FromMontgomery(a, a);
            Assert.AreEqual(Edges.IsZeroModP(i) ? 1 : 0, Limbs.Compare(Limbs.One, a), "mod p, edge " + i);
            Scalar.ToMontgomery(a, Edges.Number(i));
            power.Start(a, Scalar.OrderLess2, true);
            Finish(power);
            Scalar.Multiply(a, a, power.Result);
            Scalar.FromMontgomery(a, a);
            Assert.AreEqual(Edges.IsZeroModN(i) ? 1 : 0, Limbs.Compare(Limbs.One, a), "mod n, edge " + i);
        }
    }

    [TestMethod]
    public void BytesComeBackAsTheyWent()
    {
        byte[] bytes = new byte[34], back = new byte[34];
        for (int i = 0; i < 32; i++)
        {
            bytes[i + 1] = (byte)(255 - 8 * i);
        }
        long[] a = new long[Limbs.Count];
        Limbs.Read(bytes, 1, a);
        Limbs.Write(a, back, 1);
        Assert.AreEqual(VectorHex.Text(bytes), VectorHex.Text(back));
    }

    private static void Finish(Power power)
    {
        while (power.Step())
        {
        }
    }

    private static string Text(long[] a, bool modOrder)
    {
        long[] canonical = new long[Limbs.Count];
        Limbs.Copy(a, canonical);
        Limbs.Reduce(canonical, modOrder ? Scalar.Order : Field.Prime);
        byte[] bytes = new byte[32];
        Limbs.Write(canonical, bytes, 0);
        return VectorHex.Text(bytes);
    }
}
