using System.Buffers.Binary;
using System.Text;
using Sealcam.Fleets.Storm;
using Sealcam.Verify;

namespace Sealcam.Fleets.World;

/// <summary>What the server says to one request (PROTOCOL.md 5.2 to 5.4).</summary>
internal static class Answers
{
    private const uint Time = 1790000000;

    /// <summary>201 with the receipt, for a still that the verifier finds authentic.</summary>
    public static byte[] ToStill(ReadOnlySpan<byte> still, Scenario scenario, long nowMs)
    {
        Finding finding = StillVerifier.Verify(still);
        return finding.Token is { } token
            ? Whole("201 Created", [0x87, .. Text("sealcam receipt 1"), .. Number(token.BootCount), .. Number(token.Sequence),
                0x58, 32, .. token.Digest, .. Number(Now(nowMs)), 0xF6,
                .. scenario.ToldWindowMs == 0 ? [(byte)0xF6] : Number((uint)scenario.ToldWindowMs)])
            : throw new InvalidOperationException($"a camera sent a still with verdict {finding.Verdict}: {finding.Reason}");
    }

    /// <summary>201 with the receipt, for a health report that the verifier finds authentic.</summary>
    public static byte[] ToReport(ReadOnlySpan<byte> report, long nowMs)
    {
        HealthFinding finding = HealthVerifier.Verify(report);
        return finding.Report is { } read && finding.Verdict == Verdict.Authentic
            ? Whole("201 Created", [0x84, .. Text("sealcam health receipt 1"), .. Number(read.BootCount), .. Number(read.Counter),
                .. Number(Now(nowMs))])
            : throw new InvalidOperationException($"a camera sent a report with verdict {finding.Verdict}: {finding.Reason}");
    }

    /// <summary>200 to a poll: nobody asks for a still.</summary>
    public static byte[] ToPoll(long nowMs) => Whole("200 OK", [0x83, .. Text("sealcam request 1"), 0xF6, .. Number(Now(nowMs))]);

    public static byte[] Overloaded(int seconds) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 503 Service Unavailable\r\nRetry-After: {seconds}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

    /// <summary>The clock that the cameras are given at boot, and that receipts go on with.</summary>
    public static uint Now(long nowMs) => (uint)(Time + nowMs / 1000);

    private static byte[] Whole(string status, byte[] body) => [.. Encoding.ASCII.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: application/cbor\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    private static byte[] Text(string text) =>
        [.. text.Length < 24 ? [(byte)(0x60 + text.Length)] : new byte[] { 0x78, (byte)text.Length }, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Number(uint value)
    {
        byte[] four = new byte[5];
        four[0] = 0x1A;
        BinaryPrimitives.WriteUInt32BigEndian(four.AsSpan(1), value);
        return value < 24 ? [(byte)value] : value < 256 ? [0x18, (byte)value]
            : value < 65536 ? [0x19, (byte)(value >> 8), (byte)value] : four;
    }
}
