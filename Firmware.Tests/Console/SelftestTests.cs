namespace Sealcam.Tests;

[TestClass]
public class SelftestTests
{
    [TestMethod]
    public void CryptoThatAnswersAsPublishedPasses()
    {
        var rig = new ConsoleRig(locked: false);
        Heard(Selftest(rig, ""), "PASS  crypto    HMAC-SHA256 and AES-128 answer as published\r\n");
        Heard(rig.Heard, "error FAILED: 4 of 6 tests failed\r\n");
    }

    [TestMethod]
    public void CryptoThatLiesOrIsMissingFailsOnTheBench()
    {
        var rig = new ConsoleRig(locked: false);
        rig.Parts.Cipher = new IdleCipher();
        Heard(Selftest(rig, ""), "FAIL  crypto    AES-128-CBC does not give the answer of SP 800-38A, F.2.1\r\n");
        Heard(rig.Heard, "error FAILED: 5 of 6 tests failed\r\n");
        rig.Parts.Cipher = null;
        Heard(Selftest(rig, " --json"), "\"result\":\"FAIL\",\"test\":\"crypto\",\"text\":\"this board has no AES-128-CBC\"");
    }

    // The rig's sensor never answers.
    private static string Selftest(ConsoleRig rig, string option)
    {
        rig.Say("selftest" + option + "\r");
        rig.UptimeMs += Limits.CaptureTimeoutMs;
        return rig.Settle();
    }

    private static void Heard(string said, string expected)
    {
        Assert.AreEqual(expected, said.IndexOf(expected) >= 0 ? expected : said);
    }

    /// <summary>A firmware whose AES leaves what lay in memory.</summary>
    private sealed class IdleCipher : ICipher
    {
        public void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count, byte[] result, int resultOffset)
        {
        }
    }
}
