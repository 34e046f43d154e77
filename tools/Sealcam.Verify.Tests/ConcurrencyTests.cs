namespace Sealcam.Verify.Tests;

/// <summary>Keys are kept between stills: that must neither mix up devices nor threads.</summary>
[TestClass]
public class ConcurrencyTests
{
    [TestMethod]
    public void ManyThreadsMayVerifyTheSameDevicesAtOnce()
    {
        CaseBase[] bases = [.. Enumerable.Range(0, 4).Select(CaseBase.Numbered)];
        byte[][] good = [.. bases.Select(b => b.Sealed())];
        byte[][] bad = [.. bases.Select(b => TokenMaker.Seal(b.Recipe with { Signature = s => [.. s[..63], (byte)(s[63] ^ 1)] }))];
        Parallel.For(0, 4_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            Finding finding = StillVerifier.Verify(good[i % 4]);
            Assert.AreEqual(Verdict.Authentic, finding.Verdict);
            CollectionAssert.AreEqual(bases[i % 4].Key.Id, finding.Token!.DeviceId);
            Assert.AreEqual(Verdict.NotAuthentic, StillVerifier.Verify(bad[i % 4]).Verdict);
        });
    }

    [TestMethod]
    public void AKeptKeyVerifiesNoOtherDevicesStill()
    {
        CaseBase b = CaseBase.Golden;
        byte[] impostor = TokenMaker.Seal(b.Recipe with { Key = b.OtherKey, Header = _ => TokenMaker.HeaderFor(b.Recipe) });
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(Verdict.Authentic, StillVerifier.Verify(b.Sealed()).Verdict);
            Assert.AreEqual(Verdict.NotAuthentic, StillVerifier.Verify(impostor).Verdict);
        }
    }

    [TestMethod]
    public void MoreDevicesThanAreKeptAreAllVerified()
    {
        byte[] still = CaseBase.Golden.Still;
        foreach (int i in Enumerable.Range(0, 1_500).Concat(Enumerable.Range(0, 100)))
        {
            byte[] file = TokenMaker.Seal(new Recipe { Key = new TestKey("many " + i), Still = still });
            Assert.AreEqual(Verdict.Authentic, StillVerifier.Verify(file).Verdict, i.ToString());
        }
    }
}
