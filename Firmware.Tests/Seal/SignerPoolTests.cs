namespace Sealcam.Tests;

[TestClass]
public class SignerPoolTests
{
    [TestMethod]
    public void NoPairIsBegunBeforeTheEntropyIsGood()
    {
        CountedEntropy entropy = new CountedEntropy(false);
        P256Signer signer = Signer(entropy, 1, 2);
        Assert.IsFalse(signer.Prepare());
        Assert.AreEqual(0, entropy.Given);
        Assert.AreEqual(0u, signer.Begun);
        entropy.IsGood = true;
        Fill(signer);
        Assert.AreEqual(2, signer.Ready);
        Assert.AreEqual(2u, signer.Begun);
        Assert.AreEqual(64, entropy.Given);
    }

    [TestMethod]
    public void EntropyThatTurnsBadEndsABatchEarly()
    {
        CountedEntropy entropy = new CountedEntropy(true);
        P256Signer signer = Signer(entropy, 1, 4);
        signer.Prepare();
        entropy.IsGood = false;
        Fill(signer);
        Assert.AreEqual(1, signer.Ready);
        Assert.AreEqual(32, entropy.Given);
    }

    [TestMethod]
    public void APairIsUsedOnce()
    {
        P256Signer signer = Signer(Same(), 1, 2);
        Fill(signer);
        string one = R(signer), two = R(signer);
        Assert.AreEqual(0, signer.Ready);
        Assert.AreNotEqual(one, two);
        string three = R(signer);
        Assert.AreNotEqual(one, three);
        Assert.AreNotEqual(two, three);
    }

    [TestMethod]
    public void ADiscardedPairBurnsItsIndex()
    {
        P256Signer signer = Signer(Same(), 1, 2);
        Fill(signer);
        P256Signer twin = Signer(Same(), 1, 2);
        Fill(twin);
        signer.Discard();
        Assert.AreEqual(0, signer.Ready);
        Fill(signer);
        Assert.AreEqual(4u, signer.Begun);
        string one = R(twin), two = R(twin), three = R(signer), four = R(signer);
        Assert.AreNotEqual(one, three);
        Assert.AreNotEqual(one, four);
        Assert.AreNotEqual(two, three);
        Assert.AreNotEqual(two, four);
    }

    [TestMethod]
    public void APairDiscardedHalfWayBurnsItsIndexToo()
    {
        P256Signer signer = Signer(Same(), 1, 1);
        for (int i = 0; i < 5; i++)
        {
            signer.Prepare();
        }
        signer.Discard();
        Fill(signer);
        Assert.AreEqual(2u, signer.Begun);
        P256Signer twin = Signer(Same(), 1, 1);
        Fill(twin);
        Assert.AreNotEqual(R(twin), R(signer));
    }

    [TestMethod]
    public void KRepeatsOnlyIfBootCountIndexAndEntropyAllRepeat()
    {
        P256Signer first = Signer(Same(), 7, 1), twin = Signer(Same(), 7, 1), nextBoot = Signer(Same(), 8, 1);
        CountedEntropy fresh = Same();
        fresh.Next = 1;
        P256Signer other = Signer(fresh, 7, 1);
        Fill(first);
        Fill(twin);
        Fill(nextBoot);
        Fill(other);
        string r = R(first);
        Assert.AreEqual(r, R(twin));
        Assert.AreNotEqual(r, R(nextBoot));
        Assert.AreNotEqual(r, R(other));
    }

    [TestMethod]
    public void OnTheSpotFreshEntropyChangesK()
    {
        CountedEntropy entropy = new CountedEntropy(true);
        P256Signer signer = Signer(entropy, 1, 1);
        string one = R(signer), two = R(signer);
        Assert.AreNotEqual(one, two);
        Assert.AreEqual(64, entropy.Given);
        Assert.AreEqual(0u, signer.Begun);
    }

    [TestMethod]
    public void TheSignatureGoesWhereItIsWanted()
    {
        P256Signer signer = Signer(new CountedEntropy(true), 1, 1);
        byte[] signature = new byte[70];
        signature[2] = 0xAB;
        signature[67] = 0xCD;
        signer.Sign(new byte[32], signature, 3);
        Assert.AreEqual("0000ab", VectorHex.Text(signature, 0, 3));
        Assert.AreEqual("cd0000", VectorHex.Text(signature, 67, 3));
        Assert.AreNotEqual("0000000000000000", VectorHex.Text(signature, 3, 8));
        Assert.AreNotEqual("0000000000000000", VectorHex.Text(signature, 59, 8));
    }

    [TestMethod]
    public void SIsAlwaysInTheLowerHalf()
    {
        P256Signer signer = Signer(new CountedEntropy(true), 1, 4);
        byte[] digest = new byte[32], signature = new byte[64];
        for (int i = 0; i < 8; i++)
        {
            if (i == 2)
            {
                Fill(signer);
            }
            digest[i] = (byte)(i + 1);
            signer.Sign(digest, signature, 0);
            // (n - 1) / 2 begins with 7fffffff 80000000; the chance that a low s begins with more is nil.
            Assert.IsTrue(signature[32] < 0x80, "s of signature " + i);
        }
    }

    [TestMethod]
    public void ThePoolIsFilledAgainOnceHalfOfItIsUsed()
    {
        P256Signer signer = Signer(new CountedEntropy(true), 1, 4);
        Fill(signer);
        R(signer);
        Assert.IsFalse(signer.Prepare());
        R(signer);
        Assert.IsTrue(signer.Prepare());
        Fill(signer);
        Assert.AreEqual(4, signer.Ready);
        Assert.AreEqual(6u, signer.Begun);
    }

    [TestMethod]
    public void WithTheReadyPairsUsedUpABegunOneIsFinishedAndUsed()
    {
        P256Signer twin = Signer(Same(), 3, 2);
        Fill(twin);
        string second = R(twin), first = R(twin);
        int all = Slices(Signer(Same(), 3, 2));
        for (int slices = 1; slices < all; slices += 11)
        {
            P256Signer signer = Signer(Same(), 3, 2);
            for (int i = 0; i < slices; i++)
            {
                signer.Prepare();
            }
            uint begun = signer.Begun;
            string r = R(signer);
            Assert.AreEqual(begun == 1 ? first : second, r, "after slice " + slices);
            Assert.AreEqual(begun, signer.Begun);
            Fill(signer);
            Assert.AreEqual(2, signer.Ready);
            Assert.AreNotEqual(r, R(signer));
            Assert.AreNotEqual(r, R(signer));
        }
    }

    [TestMethod]
    public void SigningWithAReadyPairDoesNotDisturbTheBatchUnderWay()
    {
        P256Signer signer = Signer(Same(), 3, 4), twin = Signer(Same(), 3, 4);
        Fill(signer);
        Fill(twin);
        for (int i = 0; i < 2; i++)
        {
            Assert.AreEqual(R(twin), R(signer));
        }
        for (int i = 0; i < 30; i++)
        {
            signer.Prepare();
        }
        string third = R(signer), fourth = R(signer);
        while (signer.Ready == 0)
        {
            signer.Prepare();
        }
        Fill(twin);
        string[] made = { R(signer), R(signer) };
        Assert.AreEqual(R(twin), made[0]);
        Assert.AreEqual(R(twin), made[1]);
        Assert.AreEqual(R(twin), third);
        Assert.AreEqual(R(twin), fourth);
    }

    private static int Slices(P256Signer signer)
    {
        int slices = 1;
        while (signer.Prepare())
        {
            slices++;
        }
        return slices;
    }

    private static CountedEntropy Same()
    {
        CountedEntropy entropy = new CountedEntropy(true);
        entropy.Repeats = true;
        return entropy;
    }

    private static P256Signer Signer(IEntropy entropy, uint bootCount, int pool)
    {
        return new P256Signer(VectorHex.Bytes(Rfc6979Vectors.D), VectorHex.Bytes(Rfc6979Vectors.X), bootCount, entropy,
            new ManagedMac(), pool);
    }

    private static void Fill(P256Signer signer)
    {
        while (signer.Prepare())
        {
        }
    }

    private static string R(P256Signer signer)
    {
        byte[] signature = new byte[64];
        signer.Sign(new byte[32], signature, 0);
        return VectorHex.Text(signature, 0, 32);
    }
}
