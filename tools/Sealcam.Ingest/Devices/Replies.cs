using System.Formats.Cbor;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>The bodies that a device is answered with (PROTOCOL.md 5.2 to 5.5): deterministic CBOR, at most 256 bytes.</summary>
internal static class Replies
{
    public const string ContentType = "application/cbor";

    /// <summary>Characters of a sentence, which are ASCII: the body stays under 256 bytes.</summary>
    private const int SentenceMax = 220;

    /// <param name="token">Order and digest come from here: what was verified, not what was asked.</param>
    /// <param name="now">Server's time.</param>
    /// <param name="reconnectWindow">See <see cref="IngestOptions.ReconnectWindow"/>.</param>
    /// <param name="request">Nonce of a still that somebody asks for, or null.</param>
    public static byte[] Receipt(Token token, DateTimeOffset now, TimeSpan? reconnectWindow, byte[]? request = null)
    {
        CborWriter cbor = new(CborConformanceMode.Canonical);
        cbor.WriteStartArray(7);
        cbor.WriteTextString("sealcam receipt 1");
        cbor.WriteUInt32(token.BootCount);
        cbor.WriteUInt32(token.Sequence);
        cbor.WriteByteString(token.Digest);
        cbor.WriteInt64(now.ToUnixTimeSeconds());
        WriteNonce(cbor, request);
        if (reconnectWindow is { } window)
        {
            cbor.WriteUInt32((uint)Math.Clamp(window.TotalMilliseconds, 0, uint.MaxValue));
        }
        else
        {
            cbor.WriteNull();
        }

        cbor.WriteEndArray();
        return cbor.Encode();
    }

    /// <summary>The answer to a poll.</summary>
    public static byte[] Request(byte[]? nonce, DateTimeOffset now)
    {
        CborWriter cbor = new(CborConformanceMode.Canonical);
        cbor.WriteStartArray(3);
        cbor.WriteTextString("sealcam request 1");
        WriteNonce(cbor, nonce);
        cbor.WriteInt64(now.ToUnixTimeSeconds());
        cbor.WriteEndArray();
        return cbor.Encode();
    }

    public static byte[] HealthReceipt(HealthReport report, DateTimeOffset now)
    {
        CborWriter cbor = new(CborConformanceMode.Canonical);
        cbor.WriteStartArray(4);
        cbor.WriteTextString("sealcam health receipt 1");
        cbor.WriteUInt32(report.BootCount);
        cbor.WriteUInt32(report.Counter);
        cbor.WriteInt64(now.ToUnixTimeSeconds());
        cbor.WriteEndArray();
        return cbor.Encode();
    }

    private static void WriteNonce(CborWriter cbor, byte[]? nonce)
    {
        if (nonce is null)
        {
            cbor.WriteNull();
        }
        else
        {
            cbor.WriteByteString(nonce);
        }
    }

    public static byte[] Error(int code, string sentence)
    {
        CborWriter cbor = new(CborConformanceMode.Canonical);
        cbor.WriteStartArray(3);
        cbor.WriteTextString("sealcam error 1");
        cbor.WriteInt32(code);
        cbor.WriteTextString(sentence.Length <= SentenceMax ? sentence : sentence[..SentenceMax]);
        cbor.WriteEndArray();
        return cbor.Encode();
    }
}
