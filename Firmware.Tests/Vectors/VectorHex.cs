namespace Sealcam.Tests;

/// <summary>Vectors as hexadecimal text.</summary>
public static class VectorHex
{
    private const string Digits = "0123456789abcdef";

    /// <summary>Bytes of pairs of digits; blanks are skipped.</summary>
    public static byte[] Bytes(string text)
    {
        char[] all = text.ToLower().ToCharArray();
        int count = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i] != ' ')
            {
                all[count++] = all[i];
            }
        }
        byte[] bytes = new byte[count / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((Digits.IndexOf(all[2 * i]) << 4) | Digits.IndexOf(all[2 * i + 1]));
        }
        return bytes;
    }

    /// <summary>Lower-case digits of <paramref name="count"/> bytes.</summary>
    public static string Text(byte[] bytes, int offset, int count)
    {
        char[] text = new char[2 * count];
        for (int i = 0; i < count; i++)
        {
            text[2 * i] = Digits[bytes[offset + i] >> 4];
            text[2 * i + 1] = Digits[bytes[offset + i] & 15];
        }
        return new string(text);
    }

    /// <summary>The bytes of an ASCII text. (nanoFramework has Encoding in a package of its own.)</summary>
    public static byte[] Ascii(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)text[i];
        }
        return bytes;
    }

    public static string Text(byte[] bytes)
    {
        return Text(bytes, 0, bytes.Length);
    }
}
