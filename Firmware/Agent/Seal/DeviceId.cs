namespace Sealcam;

/// <summary>The device ID as people see it (PROTOCOL.md 2.5): RFC 4648 base32 in lower case without padding.</summary>
public static class DeviceId
{
    /// <summary>Bytes: the X coordinate of a P-256 public key whose Y is even.</summary>
    public const int Bytes = 32;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>52 characters for the 32 bytes at <paramref name="offset"/>.</summary>
    public static string Text(byte[] source, int offset)
    {
        var text = new char[(Bytes * 8 + 4) / 5];
        int bits = 0, held = 0, next = 0;
        for (int i = 0; i < Bytes; i++)
        {
            held = (held << 8 | source[offset + i]) & 0xFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text[next++] = Alphabet[held >> (bits - 5) & 31];
            }
        }

        text[next] = Alphabet[held << (5 - bits) & 31];
        return new string(text);
    }

    /// <summary>The first 40 bits, "xxxx-xxxx": for eyes, never for decisions.</summary>
    public static string Fingerprint(string text) => text.Substring(0, 4) + "-" + text.Substring(4, 4);
}
