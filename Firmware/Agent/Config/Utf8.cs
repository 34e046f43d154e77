namespace Sealcam;

/// <summary>UTF-8 (RFC 3629) and strings; mscorlib on nanoFramework has no encodings. Names of networks are in it.</summary>
public static class Utf8
{
    /// <summary>Bytes of the text.</summary>
    public static int Count(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            count += c < 0x80 ? 1 : c < 0x800 ? 2 : IsPair(text, i) ? 4 : 3;
            i += IsPair(text, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Writes the text's bytes and returns how many; the target must have room. Half a surrogate pair becomes '?'.
    /// </summary>
    public static int Copy(string text, byte[] target, int offset)
    {
        int start = offset;
        for (int i = 0; i < text.Length; i++)
        {
            int c = text[i];
            if (IsPair(text, i))
            {
                c = 0x10000 + ((c - 0xD800) << 10) + text[++i] - 0xDC00;
                target[offset++] = (byte)(0xF0 | c >> 18);
                target[offset++] = (byte)(0x80 | c >> 12 & 0x3F);
            }
            else if (c >= 0xD800 && c < 0xE000)
            {
                c = '?';
                target[offset++] = (byte)0xEF;  // as wide as Count says: U+FFFD
                target[offset++] = 0xBF;
                target[offset++] = 0xBD;
                continue;
            }
            else if (c >= 0x800)
            {
                target[offset++] = (byte)(0xE0 | c >> 12);
            }

            if (c >= 0x800)
            {
                target[offset++] = (byte)(0x80 | c >> 6 & 0x3F);
            }
            else if (c >= 0x80)
            {
                target[offset++] = (byte)(0xC0 | c >> 6);
            }

            target[offset++] = (byte)(c < 0x80 ? c : 0x80 | c & 0x3F);
        }

        return offset - start;
    }

    public static byte[] Bytes(string text)
    {
        var bytes = new byte[Count(text)];
        Copy(text, bytes, 0);
        return bytes;
    }

    /// <summary>
    /// The text of bytes that somebody sent. What is not UTF-8 (overlong forms and surrogates included) gives null.
    /// </summary>
    public static string Text(byte[] source, int offset, int count)
    {
        var text = new char[count];
        int length = 0, end = offset + count;
        while (offset < end)
        {
            int lead = source[offset++];
            int more = lead < 0x80 ? 0 : lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0
                ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : -1;
            if (more < 0 || offset + more > end)
            {
                return null;
            }

            int c = more == 0 ? lead : lead & 0x3F >> more;
            for (int i = 0; i < more; i++)
            {
                int next = source[offset++];
                if ((next & 0xC0) != 0x80)
                {
                    return null;
                }

                c = c << 6 | next & 0x3F;
            }

            if (more == 2 && (c < 0x800 || c >= 0xD800 && c < 0xE000) || more == 3 && (c < 0x10000 || c > 0x10FFFF))
            {
                return null;
            }

            if (c >= 0x10000)
            {
                text[length++] = (char)(0xD800 + (c - 0x10000 >> 10));
                c = 0xDC00 + (c - 0x10000 & 0x3FF);
            }

            text[length++] = (char)c;
        }

        return new string(text, 0, length);
    }

    private static bool IsPair(string text, int i) =>
        text[i] >= 0xD800 && text[i] < 0xDC00 && i + 1 < text.Length && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
}
