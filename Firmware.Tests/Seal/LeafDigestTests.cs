namespace Sealcam.Tests;

[TestClass]
public class LeafDigestTests
{
    [TestMethod]
    public void TheDigestIsThatOfTheProtocol()
    {
        // HMAC-SHA256 by another implementation, over bytes i mod 251.
        Is("a55701cf316f5a3516d55ebcf74edc3be2a3a33ad6880e2a1f38dd990f594eaa", 1);
        Is("a0273906ef10ec9bda5cf88de197669d0a8e74488cfa2fb07efd4926e0b9e309", 4095);
        Is("7204066d06e3bfbf0bcf0aba4957a12da97aa573dd4cf9b35aa63dcab8904538", 4096);
        Is("6238c3cdf3544d9e5172ca1470a8c2692679eb9ad98d819698c7ac5d56f6bc4d", 4097);
        Is("ef4b26ced79253c90dccb819533767c63f216c93cb7c05fc16e5df4cf0dfc3c8", 8192);
        Is("8e524eaa08a8a1757a58875cb23500c7b5f3ddcbf5b0442ce1e65f60ee9f3c61", 10000);
    }

    [TestMethod]
    public void ClearForgetsTheLeavesBefore()
    {
        var digest = new LeafDigest(new ManagedMac(), 4096);
        var leaf = new byte[4096];
        var first = new byte[32];
        var second = new byte[32];
        digest.AddLeaf(leaf);
        digest.Finish(4096, first);
        digest.Clear();
        digest.AddLeaf(leaf);
        digest.Finish(4096, second);
        Assert.AreEqual(Hex.Text(first), Hex.Text(second));
    }

    [TestMethod]
    public void TheLengthCountsThoughTheZerosLookAlike()
    {
        var digest = new LeafDigest(new ManagedMac(), 4096);
        var leaf = new byte[4096];
        var first = new byte[32];
        var second = new byte[32];
        digest.AddLeaf(leaf);
        digest.Finish(100, first);
        digest.Finish(101, second);
        Assert.AreNotEqual(Hex.Text(first), Hex.Text(second));
    }

    private static void Is(string expected, int length)
    {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            bytes[i] = (byte)(i % 251);
        }

        var digest = new LeafDigest(new ManagedMac(), length);
        var leaf = new byte[4096];
        for (int at = 0; at < length; at += 4096)
        {
            int count = length - at < 4096 ? length - at : 4096;
            System.Array.Clear(leaf, 0, 4096);
            System.Array.Copy(bytes, at, leaf, 0, count);
            digest.AddLeaf(leaf);
        }

        var root = new byte[32];
        digest.Finish(length, root);
        Assert.AreEqual(expected, Hex.Text(root));
        Assert.AreEqual(expected, Hex.Text(Reference.Digest(bytes, length)));
    }
}
