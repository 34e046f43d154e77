namespace Sealcam.Tests;

[TestClass]
public class Sha256Tests
{
    [TestMethod]
    public void TheExamplesOfFips1804Hold()
    {
        Assert.AreEqual(Sha256Vectors.Empty, Digest("", 1));
        Assert.AreEqual(Sha256Vectors.Abc, Digest("abc", 1));
        Assert.AreEqual(Sha256Vectors.TwoBlock, Digest(Sha256Vectors.TwoBlockText, 1));
    }

    [TestMethod]
    public void TheDigestDoesNotDependOnHowTheDataAreCut()
    {
        byte[] data = new byte[300];
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = (byte)(i * 7);
        }
        Sha256 hash = new Sha256();
        byte[] whole = new byte[32];
        hash.Update(data, 0, data.Length);
        hash.Finish(whole, 0);
        byte[] cut = new byte[34];
        for (int piece = 1; piece <= 129; piece += 16)
        {
            for (int at = 0; at < data.Length; at += piece)
            {
                hash.Update(data, at, at + piece > data.Length ? data.Length - at : piece);
            }
            hash.Finish(cut, 2);
            Assert.AreEqual(VectorHex.Text(whole), VectorHex.Text(cut, 2, 32));
        }
    }

    [TestMethod]
    public void AResetForgetsWhatWasGiven()
    {
        Sha256 hash = new Sha256();
        hash.Update(new byte[100], 0, 100);
        hash.Reset();
        byte[] digest = new byte[32];
        hash.Finish(digest, 0);
        Assert.AreEqual(Sha256Vectors.Empty, VectorHex.Text(digest));
    }

    private static string Digest(string text, int times)
    {
        byte[] data = VectorHex.Ascii(text);
        Sha256 hash = new Sha256();
        for (int i = 0; i < times; i++)
        {
            hash.Update(data, 0, data.Length);
        }
        byte[] digest = new byte[32];
        hash.Finish(digest, 0);
        return VectorHex.Text(digest);
    }

#if !NANOFRAMEWORK_1_0
    [TestMethod]
    public void OnTheHostAMillionTimesAHolds()
    {
        Assert.AreEqual(Sha256Vectors.MillionA, Digest("a", 1000000));
    }

    [TestMethod]
    public void OnTheHostEveryLengthUpTo300AgreesWithTheFramework()
    {
        byte[] data = new byte[300];
        new System.Random(1).NextBytes(data);
        Sha256 hash = new Sha256();
        byte[] digest = new byte[32];
        for (int count = 0; count <= data.Length; count++)
        {
            hash.Update(data, 0, count);
            hash.Finish(digest, 0);
            byte[] expected = System.Security.Cryptography.SHA256.HashData(new System.ReadOnlySpan<byte>(data, 0, count));
            Assert.AreEqual(VectorHex.Text(expected), VectorHex.Text(digest), "length " + count);
        }
    }
#endif
}
