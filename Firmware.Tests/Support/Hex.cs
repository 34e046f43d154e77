namespace Sealcam.Tests;

/// <summary>Bytes as hex and back; spaces are passed over.</summary>
public static class Hex
{
    private const string Digits = "0123456789abcdef";

    public static byte[] Bytes(string hex)
    {
        int digits = 0;
        for (int i = 0; i < hex.Length; i++)
        {
            digits += hex[i] == ' ' ? 0 : 1;
        }

        var bytes = new byte[digits / 2];
        int next = 0;
        for (int i = 0; i < hex.Length; i++)
        {
            if (hex[i] != ' ')
            {
                bytes[next / 2] = (byte)(bytes[next / 2] << 4 | Digits.IndexOf(hex[i]));
                next++;
            }
        }

        return bytes;
    }

    public static string Text(byte[] bytes, int offset, int count)
    {
        var text = new char[2 * count];
        for (int i = 0; i < count; i++)
        {
            text[2 * i] = Digits[bytes[offset + i] >> 4];
            text[2 * i + 1] = Digits[bytes[offset + i] & 15];
        }

        return new string(text);
    }

    public static string Text(byte[] bytes) => Text(bytes, 0, bytes.Length);
}
