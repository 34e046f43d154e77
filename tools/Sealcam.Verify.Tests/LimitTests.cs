using System.Diagnostics;

namespace Sealcam.Verify.Tests;

/// <summary>Large and nasty files cost time in proportion and no memory.</summary>
[TestClass]
public class LimitTests
{
    private const int Large = 50_000_000;

    [TestMethod]
    public void ALargeAuthenticStillIsVerified()
    {
        byte[] still = CleanCases.Padded(CaseBase.Golden.Still, 5_000_000);
        byte[] file = TokenMaker.Seal(CaseBase.Golden.Recipe with { Still = still });
        Bounded(file, Verdict.Authentic);
        Need.Tool("node");
        using NodeVerifier node = new();
        Assert.AreEqual(".", node.Verify(new Case("large", file, '.')).Verdict);
    }

    [TestMethod]
    public void FiftyMegabytesBehindATokenAreNotAuthentic() =>
        Bounded([.. CaseBase.Golden.Sealed(), .. new byte[Large]], Verdict.NotAuthentic);

    [TestMethod]
    public void FiftyMegabytesOfFillBytesAreUnreadable()
    {
        byte[] file = [0xFF, 0xD8, .. CleanCases.Fill(Large, 0xFF)];
        Bounded(file, Verdict.Unreadable);
        Need.Tool("node");
        using NodeVerifier node = new();
        Assert.AreEqual("X", node.Verify(new Case("fill", file, 'X')).Verdict);
    }

    [TestMethod]
    public void FiftyMegabytesOfLoneMarkersAndEmptySegmentsAreUnreadable()
    {
        Bounded([0xFF, 0xD8, .. Repeated([0xFF, 0xD0, 0xFF, 0x01])], Verdict.Unreadable);
        Bounded([0xFF, 0xD8, .. Repeated([0xFF, 0xE0, 0x00, 0x02])], Verdict.Unreadable);
    }

    [TestMethod]
    public void ManyTokensAreOneTooMany()
    {
        byte[] segment = TokenMaker.SegmentFor(CaseBase.Golden.Recipe);
        Bounded(TokenMaker.Insert(CaseBase.Golden.Still, Repeated(segment)), Verdict.NotAuthentic);
    }

    /// <summary>The pattern over and over, in some 50 MB.</summary>
    private static byte[] Repeated(ReadOnlySpan<byte> pattern)
    {
        byte[] all = new byte[Large / pattern.Length * pattern.Length];
        for (int at = 0; at < all.Length; at += pattern.Length)
        {
            pattern.CopyTo(all.AsSpan(at));
        }

        return all;
    }

    private static void Bounded(byte[] file, char verdict)
    {
        StillVerifier.Verify(CaseBase.Golden.Sealed());
        long before = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        Finding finding = StillVerifier.Verify(file);
        Assert.AreEqual(verdict, finding.Verdict, finding.Reason);
        Assert.IsLessThan(20_000, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.IsLessThan(TimeSpan.FromSeconds(10), watch.Elapsed);
    }
}
