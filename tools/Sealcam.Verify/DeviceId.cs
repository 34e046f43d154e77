namespace Sealcam.Verify;

/// <summary>A device ID as text: RFC 4648 base32, lower case, without padding (PROTOCOL.md 2.5).</summary>
public static class DeviceId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The 52 characters for 32 bytes.</summary>
    /// <exception cref="ArgumentException">The ID is not 32 bytes.</exception>
    public static string ToText(ReadOnlySpan<byte> id)
    {
        if (id.Length != Protocol.DeviceIdBytes)
        {
            throw new ArgumentException("A device ID has 32 bytes.", nameof(id));
        }

        Span<char> text = stackalloc char[Protocol.DeviceIdText];
        for (int i = 0; i < text.Length; i++)
        {
            int bit = i * 5;
            int pair = id[bit / 8] << 8 | (bit / 8 + 1 < id.Length ? id[bit / 8 + 1] : 0);
            text[i] = Alphabet[pair >> (11 - bit % 8) & 31];
        }

        return new string(text);
    }

    /// <summary>
    /// The 32 bytes for 52 characters. Upper case, padding, spaces and a last character other than 'a' or 'q' are refused, so
    /// that one ID has one text.
    /// </summary>
    public static bool TryParse(string? text, out byte[] id)
    {
        id = [];
        if (text is null || text.Length != Protocol.DeviceIdText)
        {
            return false;
        }

        byte[] bytes = new byte[Protocol.DeviceIdBytes];
        int bits = 0, held = 0, at = 0;
        foreach (char c in text)
        {
            int digit = Alphabet.IndexOf(c);
            if (digit < 0)
            {
                return false;
            }

            held = (held << 5 | digit) & 0xFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(held >> bits);
            }
        }

        if ((held & (1 << bits) - 1) != 0)
        {
            return false;
        }

        id = bytes;
        return true;
    }

    /// <summary>The first eight characters as <c>xxxx-xxxx</c>: for eyes, never for decisions.</summary>
    /// <exception cref="ArgumentException">The ID is not 32 bytes.</exception>
    public static string Fingerprint(ReadOnlySpan<byte> id)
    {
        string text = ToText(id);
        return text[..4] + "-" + text[4..8];
    }
}
