#if !NANOFRAMEWORK_1_0
using System;
using System.Linq;
using System.Security.Cryptography;

namespace Sealcam.Tests;

/// <summary>What the agent sends, checked with the platform's own cryptography, which nanoFramework does not have.</summary>
[TestClass]
public class AgentTokenTests
{
    [TestMethod]
    public void EverySignatureAndDigestVerifiesWithTheHostsCryptography()
    {
        var rig = new Rig(4, 9000, 0, 1000);
        rig.Link.Server.Whole = new byte[10000];
        rig.Start();
        int seen = 0;
        for (uint sequence = 0; rig.Clock.UptimeMs < 20000; rig.Step(1000))
        {
            if (rig.Link.Server.HasStill && rig.Link.Server.Token.Good && rig.Link.Server.Token.Sequence != sequence)
            {
                sequence = rig.Link.Server.Token.Sequence;
                Verify(rig.Link.Server);
                seen++;
            }
        }

        Assert.AreEqual(20, seen);
    }

    [TestMethod]
    public void WhatIsSentIsTheSensorsStillAndTheSegmentByteForByteAsTheHostRebuildsIt()
    {
        var rig = new Rig(4, 9000, 1, 1000);
        rig.Link.Server.Whole = new byte[10000];
        Assert.IsTrue(rig.Start().Drain(5000));
        var server = rig.Link.Server;
        int segment = 2 + (server.Whole[4] << 8 | server.Whole[5]);
        var sensor = rig.Camera.LastBytes.AsSpan(0, rig.Camera.LastLength);
        Assert.AreEqual(sensor.Length + segment, server.WholeCount);
        Assert.IsTrue(server.Whole.AsSpan(0, 2).SequenceEqual(sensor[..2]));
        Assert.IsTrue(server.Whole.AsSpan(2 + segment, sensor.Length - 2).SequenceEqual(sensor[2..]));
    }

    private static void Verify(FakeServer server)
    {
        var whole = server.Whole.AsSpan(0, server.WholeCount);
        var token = server.Token;
        int segment = 2 + (whole[4] << 8 | whole[5]);
        var still = whole[..2].ToArray().Concat(whole[(2 + segment)..].ToArray()).ToArray();
        Assert.IsTrue(Digest(still).SequenceEqual(token.Digest));

        // Sig_structure, RFC 9052 4.4.
        var signed = new byte[] { 0x84, 0x6A }.Concat(Ascii.Bytes("Signature1"))
            .Concat(new byte[] { 0x58, (byte)token.ProtectedCount }).Concat(At(whole, token.ProtectedAt, token.ProtectedCount))
            .Concat(new byte[] { 0x4F }).Concat(Ascii.Bytes("sealcam still 1"))
            .Concat(new byte[] { 0x58, (byte)token.ClaimsCount }).Concat(At(whole, token.ClaimsAt, token.ClaimsCount)).ToArray();
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256, D = Hex.Bytes(TestIdentity.Key),
        });
        Assert.AreEqual(TestIdentity.Id, Convert.ToHexStringLower(key.ExportParameters(false).Q.X));
        Assert.AreEqual(0, key.ExportParameters(false).Q.Y[31] & 1);
        Assert.IsTrue(key.VerifyData(signed, token.Signature, HashAlgorithmName.SHA256));
    }

    private static byte[] Digest(byte[] still)
    {
        var key = Ascii.Bytes("sealcam digest 1");
        var leaves = still.Chunk(4096)
            .Select(leaf => HMACSHA256.HashData(key, leaf.Concat(new byte[4096 - leaf.Length]).ToArray()));
        var length = BitConverter.GetBytes((long)still.Length).Reverse();
        return HMACSHA256.HashData(key, leaves.SelectMany(leaf => leaf).Concat(length).ToArray());
    }

    // The server reads the token out of an array that starts with SOI, as the file does.
    private static byte[] At(Span<byte> whole, int offset, int count) => whole.Slice(offset, count).ToArray();
}
#endif
