#if !NANOFRAMEWORK_1_0
using System;
using System.IO;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Sealcam.Tests;

/// <summary>
/// The worked example of PROTOCOL.md, made anew by the agent's own code from its key, still and claims: every byte must come out
/// the same. On the host only, because the vectors are a file.
/// </summary>
[TestClass]
public class GoldenStillTests
{
    private static readonly JsonElement Worked = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Vectors", "worked.json"))).RootElement;

    [TestMethod]
    public void TheAgentSealsTheWorkedExampleByteForByteOnTheHost()
    {
        byte[] still = Hex("still");
        byte[] id = Hex("device ID");
        var claims = new Claims
        {
            Iat = 0x6955B900,
            Nonce = new byte[16],
            Uptime = 4000,
            BootCount = 7,
            Sequence = 3,
            FrameAge = 180,
            ClockQuality = WallClock.Receipt,
            Dropped = 0,
            PreviousLast = 12,
            PreviousLastKnown = true,
        };
        Array.Fill(claims.Nonce, (byte)0x5A);
        var block = new byte[Limits.LeafBytes];
        Array.Copy(still, block, still.Length);
        var digest = new LeafDigest(new ManagedMac(), Limits.LeafBytes);
        digest.AddLeaf(block);
        digest.Finish(still.Length, claims.Digest);
        var segment = new byte[Limits.SegmentBytes];

        // Without entropy the signature is that of RFC 6979 3.2, as in the example: the same key and digest give the same bytes.
        int length = new Sealer(new P256Signer(Hex("private key"), id, 1, new FakeEntropy { IsGood = false }, new ManagedMac()), id)
            .Seal(claims, segment);

        CollectionAssert.AreEqual(Hex("digest"), claims.Digest);
        CollectionAssert.AreEqual(Hex("segment"), segment[..length]);
    }

    [TestMethod]
    public void TheDeviceIdFollowsFromThePrivateKeyOnTheHost()
    {
        var x = new byte[32];
        var y = new byte[32];

        P256Key.Public(Hex("private key"), x, y);

        CollectionAssert.AreEqual(Hex("device ID"), x);
        CollectionAssert.AreEqual(Hex("y"), y);
    }

    private static byte[] Hex(string name) => Convert.FromHexString(Worked.GetProperty(name).GetString());
}
#endif
