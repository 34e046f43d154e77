namespace Sealcam.Tests;

[TestClass]
public class KnownAnswersTests
{
    [TestMethod]
    public void TheManagedTwinsAreRight()
    {
        Assert.IsNull(KnownAnswers.Fault(new ManagedMac(), new ManagedCipher()));
    }

    [TestMethod]
    public void ACipherThatIsWrongInAnyWayIsFound()
    {
        for (int way = 0; way < LyingCipher.Ways; way++)
        {
            string fault = KnownAnswers.Fault(new ManagedMac(), new LyingCipher(way));
            Assert.IsTrue(fault != null && fault.StartsWith("AES-128-CBC "), "way " + way + ": " + fault);
        }
    }

    [TestMethod]
    public void AMacThatIsWrongInAnyWayIsFound()
    {
        for (int way = 0; way < LyingMac.Ways; way++)
        {
            string fault = KnownAnswers.Fault(new LyingMac(way), new ManagedCipher());
            Assert.IsTrue(fault != null && fault.StartsWith("HMAC-SHA256 "), "way " + way + ": " + fault);
        }
    }

    [TestMethod]
    public void TheSentenceSaysWhichAnswerIsWrongOrWhatWasThrown()
    {
        Assert.AreEqual("AES-128-CBC does not give the answer of SP 800-38A, F.2.1", Of(LyingCipher.NoChain));
        Assert.AreEqual("AES-128-CBC does not give the answer of FIPS 197, C.1", Of(LyingCipher.WholeArray));
        Assert.IsTrue(Of(LyingCipher.Missing).StartsWith("AES-128-CBC threw NotSupportedException: "));
        Assert.AreEqual("HMAC-SHA256 does not give the answer of RFC 4231, 4.7",
            KnownAnswers.Fault(new LyingMac(LyingMac.ShortKeys), new ManagedCipher()));
    }

    [TestMethod]
    public void ABoardWithoutOneOfThemIsAFault()
    {
        Assert.AreEqual("this board has no HMAC-SHA256", KnownAnswers.Fault(null, new ManagedCipher()));
        Assert.AreEqual("this board has no AES-128-CBC", KnownAnswers.Fault(new ManagedMac(), null));
    }

    private static string Of(int way) => KnownAnswers.Fault(new ManagedMac(), new LyingCipher(way));
}
