using System.Text;

namespace Sealcam.Verify.Tests;

/// <summary>The token maker itself, against values that others published.</summary>
[TestClass]
public class MakerTests
{
    /// <summary>RFC 6979 A.2.5, P-256 with SHA-256; s as it is there or n minus it, whichever is lower.</summary>
    [TestMethod]
    [DataRow("sample", "A6E3C57DD01ABE90086538398355DD4C3B17AA873382B0F24D6129493D8AAD60",
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716")]
    [DataRow("test", "D16B6AE827F17175E040871A1C7EC3500192C4C92677336EC2537ACAEE0008E0",
        "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367")]
    public void TheMakerSignsAsRfc6979Says(string text, string k, string r)
    {
        byte[] d = Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
        TestKey key = new(TestKey.Number(d), false);
        byte[] data = Encoding.ASCII.GetBytes(text);
        byte[] hash = System.Security.Cryptography.SHA256.HashData(data);
        Assert.AreEqual(k, Convert.ToHexString(TestKey.Fixed(key.NonceOf(hash))));
        byte[] signature = key.Sign(data);
        Assert.AreEqual(r, Convert.ToHexString(signature[..32]));
        Assert.IsTrue(P256.Verify(key.Id, key.Y, data, signature));
    }

    [TestMethod]
    public void TheVerifierComputesTheMakersDigest()
    {
        foreach (int length in (int[])[0, 1, 4095, 4096, 4097, 8191, 8192, 50_001])
        {
            byte[] still = new byte[length];
            new Random(length).NextBytes(still);
            CollectionAssert.AreEqual(TokenMaker.DigestOf(still), Digest.Of(still), length.ToString());
        }
    }

    [TestMethod]
    public void TheSegmentIsNoLargerThanPromised()
    {
        Recipe most = CleanCases.Most(CaseBase.Golden.Recipe);
        Assert.IsLessThanOrEqualTo(256, TokenMaker.SegmentFor(most with { Nonce = null }).Length);
        Assert.IsLessThanOrEqualTo(272, TokenMaker.SegmentFor(most with { Nonce = new byte[16] }).Length);
        Recipe later = most with { Extras = [.. Enumerable.Repeat(Cbor.Bytes(new byte[64]), 10)] };
        Assert.IsLessThanOrEqualTo(Protocol.SegmentMax, TokenMaker.SegmentFor(later).Length);
    }
}
