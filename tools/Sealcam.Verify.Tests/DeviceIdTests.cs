namespace Sealcam.Verify.Tests;

[TestClass]
public class DeviceIdTests
{
    [TestMethod]
    public void TextAndBytesAreOneToOne()
    {
        Random random = new(2);
        for (int i = 0; i < 500; i++)
        {
            byte[] id = new byte[32];
            random.NextBytes(id);
            string text = DeviceId.ToText(id);
            Assert.AreEqual(52, text.Length);
            Assert.Contains(text[^1], "aq");
            Assert.IsTrue(DeviceId.TryParse(text, out byte[] back));
            CollectionAssert.AreEqual(id, back);
        }
    }

    /// <summary>RFC 4648 10: "foobar" is MZXW6YTBOI; here it is followed by zeros.</summary>
    [TestMethod]
    public void TheTextIsRfc4648InLowerCase()
    {
        byte[] id = [.. "foobar"u8, .. new byte[26]];
        Assert.StartsWith("mzxw6ytboi", DeviceId.ToText(id));
        Assert.AreEqual("mzxw-6ytb", DeviceId.Fingerprint(id));
        Assert.AreEqual(new string('7', 51) + "q", DeviceId.ToText(CleanCases.Fill(32, 0xFF)));
    }

    [TestMethod]
    public void OtherTextsAreRefused()
    {
        string good = DeviceId.ToText(CaseBase.Golden.Key.Id);
        string most = good[..51];
        foreach (string? bad in (string?[])
            [null, "", good[1..], good + "a", good.ToUpperInvariant(), most + "b", most + "=", most + " ", "0" + good[1..]])
        {
            Assert.IsFalse(DeviceId.TryParse(bad, out byte[] id));
            Assert.IsEmpty(id);
        }
    }

    [TestMethod]
    public void OnlyThirtyTwoBytesHaveAText()
    {
        Assert.ThrowsExactly<ArgumentException>(() => DeviceId.ToText(new byte[31]));
        Assert.ThrowsExactly<ArgumentException>(() => DeviceId.Fingerprint(new byte[33]));
    }
}
