namespace Sealcam.Verify.Tests;

[TestClass]
public class StreamTests
{
    private static readonly CaseBase _base = CaseBase.Golden;

    [TestMethod]
    public void EverySetGetsItsLetters()
    {
        StreamCase[] sets = [.. StreamCases.Of(_base)];
        string[] faults = [.. sets.Select(set => set.Fault()).OfType<string>()];
        Assert.IsEmpty(faults, string.Join('\n', faults));
        Assert.IsGreaterThan(25, sets.Length);
    }

    [TestMethod]
    public void TheOrderInWhichStillsComeMakesNoDifference()
    {
        Random random = new(4);
        foreach (StreamCase set in StreamCases.Of(_base).Where(set => set.Unordered.Length < 2))
        {
            byte[][] files = [.. set.Files];
            random.Shuffle(files);
            Assert.IsNull((set with { Files = files }).Fault());
        }
    }

    [TestMethod]
    public void AGapOfABillionTakesNoMemory()
    {
        StreamVerifier verifier = new();
        verifier.Add("a", Still(1, 1));
        verifier.Add("b", Still(1, 1_000_000_001));
        long before = GC.GetAllocatedBytesForCurrentThread();
        DeviceStream stream = verifier.Report().Devices.Single();
        Assert.AreEqual(999_999_999L, stream.Missing);
        Assert.AreEqual(".M.", stream.Letters);
        Assert.IsLessThan(100_000, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void MissingStillsThatWereDeclaredAreNotLost()
    {
        StreamVerifier verifier = new();
        verifier.Add("a", Still(1, 1));
        verifier.Add("b", TokenMaker.Seal(_base.Recipe with { Boot = 1, Sequence = 6, Dropped = 3 }));
        DeviceStream stream = verifier.Report().Devices.Single();
        Assert.AreEqual((4L, 3L, 1L), (stream.Missing, stream.Declared, stream.Lost));
        Assert.AreEqual(new Gap(1, 2, 5), stream.Gaps.Single());
    }

    [TestMethod]
    public void EachStillHasItsNameAndReason()
    {
        StreamVerifier verifier = new();
        verifier.Add("good", Still(1, 1));
        verifier.Add("one", Still(1, 2));
        verifier.Add("two", TokenMaker.Seal(_base.Recipe with { Boot = 1, Sequence = 2, Still = _base.OtherStill }));
        verifier.Add("bad", [1]);
        StreamReport report = verifier.Report();
        CollectionAssert.AreEqual(new[] { "good", "one", "two" },
            report.Devices[0].Items.Select(item => item.Still!.Name).ToArray());
        Assert.AreEqual("Another authentic still has the same device ID and order.",
            report.Devices[0].Items[2].Still!.Finding.Reason);
        Assert.AreEqual("bad", report.Unordered.Single().Name);
    }

    [TestMethod]
    public void TheReportCanBeAskedForAgainAfterMoreStills()
    {
        StreamVerifier verifier = new();
        verifier.Add("a", Still(1, 1));
        verifier.Add("c", Still(1, 3));
        Assert.AreEqual(".M.", verifier.Report().Devices.Single().Letters);
        verifier.Add("b", Still(1, 2));
        Assert.AreEqual("...", verifier.Report().Devices.Single().Letters);
    }

    [TestMethod]
    public void WhatIsOddIsRemarked()
    {
        Assert.AreEqual("Boot 2 says that boot 1 ended with sequence 1, and a later one is here: 2.",
            Remark(Still(1, 2), Still(2, 1, 1)));
        Assert.AreEqual("In boot 1 the device's clock moved by 61 s against its uptime.",
            Remark(Still(1, 1), Clock(1_767_225_661)));
        Assert.IsNull(Remark(Still(1, 1), Clock(1_767_225_660)));
        Assert.IsNull(Remark(Still(1, 1), Still(2, 1, 1)));
    }

    private static string? Remark(params byte[][] files)
    {
        StreamVerifier verifier = new();
        foreach (byte[] file in files)
        {
            verifier.Add("", file);
        }

        return verifier.Report().Devices.Single().Remarks.SingleOrDefault();
    }

    private static byte[] Clock(uint issued) => TokenMaker.Seal(_base.Recipe with { Boot = 1, Sequence = 2, IssuedAt = issued });

    private static byte[] Still(uint boot, uint sequence, uint? last = null) =>
        TokenMaker.Seal(_base.Recipe with { Boot = boot, Sequence = sequence, PreviousLast = last });
}
