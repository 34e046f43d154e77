using System.Numerics;
using System.Text.Json;

namespace Sealcam.Verify.Tests;

/// <summary>
/// The values of Project Wycheproof against the signature check alone, with the keys as given there, odd Y included.
/// </summary>
[TestClass]
public class WycheproofTests
{
    private sealed record Value(int Id, byte[] X, byte[] Y, byte[] Data, byte[] Signature, bool Valid)
    {
        private BigInteger S => TestKey.Number(Signature.AsSpan(32));

        /// <summary>Our rule on top of theirs.</summary>
        public bool IsLow => Signature.Length == 64 && S <= (TestKey.N - 1) / 2;

        public byte[] OtherS => [.. Signature[..32], .. TestKey.Fixed(TestKey.N - S)];
    }

    [TestMethod]
    public void ValidSignaturesWithALowSAreAcceptedAndNoOthers()
    {
        Value[] values = Read();
        foreach (Value v in values)
        {
            Assert.AreEqual(v.Valid && v.IsLow, P256.Verify(v.X, v.Y, v.Data, v.Signature), "Wycheproof " + v.Id);
        }

        Assert.AreEqual(103, values.Count(v => v.Valid && v.IsLow));
        Assert.AreEqual(70, values.Count(v => v.Valid && !v.IsLow));
    }

    [TestMethod]
    public void ValidSignaturesWithAHighSAreAcceptedOnlyWithTheOtherS()
    {
        foreach (Value v in Read().Where(v => v.Valid && !v.IsLow))
        {
            Assert.IsFalse(P256.Verify(v.X, v.Y, v.Data, v.Signature), "Wycheproof " + v.Id);
            Assert.IsTrue(P256.Verify(v.X, v.Y, v.Data, v.OtherS), "Wycheproof " + v.Id);
        }
    }

    [TestMethod]
    public void TheEvenYIsFoundForEveryKey()
    {
        foreach (Value v in Read())
        {
            Assert.IsTrue(P256.TryEvenY(v.X, out byte[] y));
            bool even = (v.Y[31] & 1) == 0;
            Assert.AreEqual(even, y.AsSpan().SequenceEqual(v.Y), "Wycheproof " + v.Id);
            Assert.AreEqual(0, y[31] & 1);
        }
    }

    [TestMethod]
    public void JavaScriptAcceptsAndRefusesTheSame()
    {
        Need.Tool("node");
        using NodeVerifier node = new();
        foreach (Value v in Read())
        {
            Assert.AreEqual(v.Valid && v.IsLow, node.IsSigned(v.X, v.Y, v.Data, v.Signature), "Wycheproof " + v.Id);
            if (v.Valid && !v.IsLow)
            {
                Assert.IsTrue(node.IsSigned(v.X, v.Y, v.Data, v.OtherS), "Wycheproof " + v.Id);
            }

            Assert.IsTrue(P256.TryEvenY(v.X, out byte[] y));
            CollectionAssert.AreEqual(y, node.EvenY(v.X));
        }
    }

    private static Value[] Read()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Tree.Vectors, "wycheproof-p256.json")));
        return [.. document.RootElement.GetProperty("tests").EnumerateArray().Select(test =>
        {
            byte[] Hex(string name) => Convert.FromHexString(test.GetProperty(name).GetString()!);
            byte[] key = Hex("key");
            return new Value(test.GetProperty("id").GetInt32(), key[..32], key[32..], Hex("data"), Hex("signature"),
                test.GetProperty("valid").GetBoolean());
        })];
    }
}
