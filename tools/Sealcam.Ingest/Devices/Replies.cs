using System.Formats.Cbor;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>The bodies that a device is answered with (PROTOCOL.md 5.2 and 5.3): deterministic CBOR, at most 256 bytes.</summary>
internal static class Replies
{
    public const string ContentType = "application/cbor";

    /// <summary>Characters of a sentence, which are ASCII: the body stays under 256 bytes.</summary>
    private const int SentenceMax = 220;

    /// <param name="token">Order and digest come from here: what was verified, not what was asked.</param>
    /// <param name="now">Server's time.</param>
    /// <param name="reconnectWindow">See <see cref="IngestOptions.ReconnectWindow"/>.</param>
    public static byte[] Receipt(Token token, DateTimeOffset now, TimeSpan? reconnectWindow)
    {
        CborWriter cbor = new(CborConformanceMode.Canonical);
        cbor.WriteStartArray(7);
        cbor.WriteTextString("sealcam receipt 1");
        cbor.WriteUInt32(token.BootCount);
        cbor.WriteUInt32(token.Sequence);
        cbor.WriteByteString(token.Digest);
        cbor.WriteInt64(now.ToUnixTimeSeconds());

        // The place of a request with a nonce: none is made before the server can relay one.
        cbor.WriteNull();
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
