using System;

namespace Sealcam.Tests;

[TestClass]
public class HmacDrbgTests
{
    // The seed of RFC 6979 A.2.5, message "sample": x and the digest mod n. Its first output is the k that the RFC prints.
    private const string SampleDigest = "af2bdbe1aa9b6ec1e2ade1d694f41fc71a831d0268e9891562113d8a62add1bf";

    [TestMethod]
    public void TheKOfRfc6979A25IsTheFirstOutput()
    {
        HmacDrbg drbg = new HmacDrbg(new ManagedMac());
        byte[] k = new byte[32];
        drbg.Seed(VectorHex.Bytes(Rfc6979Vectors.D + SampleDigest), 64);
        while (drbg.Step())
        {
        }
        drbg.Next(k);
        Assert.AreEqual(Rfc6979Vectors.SampleK, VectorHex.Text(k));
    }

    [TestMethod]
    public void AnOutputThatIsNoKIsPassedOver()
    {
        HighMac mac = new HighMac();
        mac.From = 5;       // four seed the generator, the fifth is the first output
        mac.To = 5;
        P256Signer signer = new P256Signer(VectorHex.Bytes(Rfc6979Vectors.D), new byte[32], 1, new CountedEntropy(true), mac, 1);
        while (signer.Prepare())
        {
        }
        Assert.AreEqual(1, signer.Ready);
        Assert.AreEqual(8, mac.Calls);      // two that update, one more output
    }

    [TestMethod]
    public void AnHmacThatNeverGivesAKIsAnErrorAndNotAnEndlessLoop()
    {
        HighMac mac = new HighMac();
        mac.To = int.MaxValue;
        P256Signer signer = new P256Signer(VectorHex.Bytes(Rfc6979Vectors.D), new byte[32], 1, new CountedEntropy(true), mac, 1);
        for (int i = 0; i < 50; i++)
        {
            signer.Prepare();
        }
        Assert.AreEqual(0, signer.Ready);
        Expect.Throws(typeof(InvalidOperationException), () => signer.Sign(new byte[32], new byte[64], 0));
    }
}
