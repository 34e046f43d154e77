using System;

namespace Sealcam;

/// <summary>The first block of a PEM file (RFC 7468), as DER.</summary>
public static class Pem
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";

    /// <summary>True if the bytes start like PEM; DER starts with 0x30, never with a dash.</summary>
    public static bool Is(byte[] file) => Matches(file, 0, Begin);

    /// <summary>
    /// The bytes of the first block, or null if there is none or it is not base64. Text before the block is skipped, as in RFC
    /// 7468 section 2; headers inside a block (RFC 1421) are not base64 and give null.
    /// </summary>
    public static byte[] Decode(byte[] file)
    {
        int at = Find(file, 0, Begin);
        if (at < 0)
        {
            return null;
        }

        while (at < file.Length && file[at] != '\n')
        {
            at++;
        }

        int end = Find(file, at, End);
        if (end < 0)
        {
            return null;
        }

        // Line ends are taken out here: what the platforms' base64 readers do with them differs.
        var text = new char[end - at];
        int count = 0;
        for (; at < end; at++)
        {
            if (file[at] > ' ')
            {
                text[count++] = (char)file[at];
            }
        }

        try
        {
            return count == 0 ? null : Convert.FromBase64CharArray(text, 0, count);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static int Find(byte[] file, int from, string what)
    {
        for (int at = from; at + what.Length <= file.Length; at++)
        {
            if (Matches(file, at, what))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool Matches(byte[] file, int at, string what)
    {
        if (at + what.Length > file.Length)
        {
            return false;
        }

        for (int i = 0; i < what.Length; i++)
        {
            if (file[at + i] != what[i])
            {
                return false;
            }
        }

        return true;
    }
}
