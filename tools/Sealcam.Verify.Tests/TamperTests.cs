namespace Sealcam.Verify.Tests;

/// <summary>Samples of the long runs, which <c>Sealcam.Fuzz</c> does whole.</summary>
[TestClass]
public class TamperTests
{
    [TestMethod]
    public void NoMutationGetsAWrongLetterFromEitherVerifier()
    {
        using Runs runs = new(TextWriter.Null);
        Case[] cases = [.. Tampering.All(1)];
        Assert.IsGreaterThan(4_000, cases.DistinctBy(c => Convert.ToHexString(c.File)).Count());
        Fine(runs.Check(cases, javaScript: true));
    }

    [TestMethod]
    public void RandomFilesGetTheOraclesLetterFromBothVerifiers()
    {
        using Runs runs = new(TextWriter.Null);
        Fine(runs.Fuzz(seed: 7, count: 20_000, javaScript: true));
        Assert.IsLessThan(TimeSpan.FromSeconds(5), runs.Slowest);
    }

    [TestMethod]
    public void CleanStillsAreNeverAccused()
    {
        using Runs runs = new(TextWriter.Null);
        Fine(runs.Clean(seed: 7, count: 1_000, javaScript: true));
        Assert.AreEqual(1_000, runs.Letters['.']);
    }

    private static void Fine(List<string> faults) => Assert.IsEmpty(faults, string.Join('\n', faults));
}
