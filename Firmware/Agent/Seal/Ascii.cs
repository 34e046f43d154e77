namespace Sealcam;

/// <summary>ASCII text and bytes; mscorlib on nanoFramework has no encodings.</summary>
public static class Ascii
{
    /// <summary>Copies the text's bytes to <paramref name="target"/> and returns how many there were.</summary>
    public static int Copy(string text, byte[] target, int offset)
    {
        for (int i = 0; i < text.Length; i++)
        {
            target[offset + i] = (byte)text[i];
        }

        return text.Length;
    }

    public static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        Copy(text, bytes, 0);
        return bytes;
    }

    /// <summary>
    /// Text of bytes that somebody else sent: everything that is not printable ASCII becomes a dot, so that a log line stays one.
    /// </summary>
    public static string Text(byte[] source, int offset, int count)
    {
        var text = new char[count];
        for (int i = 0; i < count; i++)
        {
            byte b = source[offset + i];
            text[i] = b >= 0x20 && b < 0x7F ? (char)b : '.';
        }

        return new string(text);
    }
}
