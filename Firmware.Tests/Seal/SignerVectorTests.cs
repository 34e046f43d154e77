namespace Sealcam.Tests;

[TestClass]
public class SignerVectorTests
{
    [TestMethod]
    public void WithoutEntropyTheSignaturesAreThoseOfRfc6979A25()
    {
        Assert.AreEqual(Rfc6979Vectors.SampleR + Rfc6979Vectors.SampleLowS, Sign("sample"));
        Assert.AreEqual(Rfc6979Vectors.TestR + Rfc6979Vectors.TestS, Sign("test"));
    }

    [TestMethod]
    public void ThePublicKeyOfRfc6979A25IsFound()
    {
        byte[] x = new byte[32], y = new byte[32];
        P256Key.Public(VectorHex.Bytes(Rfc6979Vectors.D), x, y);
        Assert.AreEqual(Rfc6979Vectors.X, VectorHex.Text(x));
        Assert.AreEqual(Rfc6979Vectors.Y, VectorHex.Text(y));
    }

    private static string Sign(string text)
    {
        byte[] data = VectorHex.Ascii(text), digest = new byte[32], signature = new byte[64];
        Sha256 hash = new Sha256();
        hash.Update(data, 0, data.Length);
        hash.Finish(digest, 0);
        P256Signer signer = new P256Signer(VectorHex.Bytes(Rfc6979Vectors.D), VectorHex.Bytes(Rfc6979Vectors.X), 1,
            new CountedEntropy(false), new ManagedMac(), 1);
        Assert.IsFalse(signer.Prepare());
        signer.Sign(digest, signature, 0);
        return VectorHex.Text(signature);
    }
}
