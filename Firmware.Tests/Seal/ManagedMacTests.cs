namespace Sealcam.Tests;

[TestClass]
public class ManagedMacTests
{
    [TestMethod]
    public void TheTestCasesOfRfc4231Hold()
    {
        ManagedMac mac = new ManagedMac();
        byte[] result = new byte[32];
        for (int i = 1; i <= HmacVectors.Count; i++)
        {
            byte[] data = HmacVectors.Data(i);
            mac.Compute(HmacVectors.Key(i), data, 0, data.Length, result, 0);
            string expected = HmacVectors.Mac(i);
            Assert.AreEqual(expected, VectorHex.Text(result, 0, expected.Length / 2), "case " + i);
        }
    }

    [TestMethod]
    public void AKeyArrayThatHoldsAnotherKeyByNowIsNoticed()
    {
        ManagedMac mac = new ManagedMac();
        byte[] key = HmacVectors.Key(1), data = HmacVectors.Data(3), result = new byte[32], other = HmacVectors.Key(3);
        mac.Compute(key, data, 0, data.Length, result, 0);
        for (int i = 0; i < key.Length; i++)
        {
            key[i] = other[i];
        }
        mac.Compute(key, data, 0, data.Length, result, 0);
        Assert.AreEqual(HmacVectors.Mac(3), VectorHex.Text(result));
    }

    [TestMethod]
    public void AKeyThatIsAnotherKeysBeginningIsNotTakenForIt()
    {
        ManagedMac mac = new ManagedMac();
        byte[] data = HmacVectors.Data(1), one = new byte[32], two = new byte[32];
        mac.Compute(new byte[] { 1, 2, 3, 4 }, data, 0, data.Length, one, 0);
        mac.Compute(new byte[] { 1, 2, 3 }, data, 0, data.Length, two, 0);
        Assert.AreNotEqual(VectorHex.Text(one), VectorHex.Text(two));
    }

    [TestMethod]
    public void TheResultMayGoOverTheDataAndOverTheKey()
    {
        ManagedMac mac = new ManagedMac();
        byte[] data = new byte[32], key = new byte[32], apart = new byte[32];
        data[5] = 1;
        mac.Compute(key, data, 0, 32, apart, 0);
        mac.Compute(key, data, 0, 32, data, 0);
        Assert.AreEqual(VectorHex.Text(apart), VectorHex.Text(data));
        mac.Compute(key, data, 0, 32, apart, 0);
        mac.Compute(key, data, 0, 32, key, 0);
        Assert.AreEqual(VectorHex.Text(apart), VectorHex.Text(key));
    }
}
