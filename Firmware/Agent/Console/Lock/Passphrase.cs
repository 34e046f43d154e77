namespace Sealcam;

/// <summary>
/// A console passphrase as labels show it: three groups of four from a-z and 2-7, "abcd-efgh-ijkl". Ten of them are random (50
/// bits), the last two follow from those, so that a slip of the finger is told from a wrong passphrase and nobody makes one
/// up by hand.
/// </summary>
public static class Passphrase
{
    /// <summary>Random bits in a passphrase.</summary>
    public const int RandomBits = 50;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Chars = 12, RandomChars = 10;

    /// <summary>Makes one from 10 random bytes, of each of which 5 bits are used.</summary>
    public static string Make(byte[] random)
    {
        var chars = new char[Chars];
        for (int i = 0; i < RandomChars; i++)
        {
            chars[i] = Alphabet[random[i] & 31];
        }

        int check = Check(chars);
        chars[10] = Alphabet[check >> 5];
        chars[11] = Alphabet[check & 31];
        var text = new string(chars);
        return text.Substring(0, 4) + "-" + text.Substring(4, 4) + "-" + text.Substring(8, 4);
    }

    /// <summary>
    /// The twelve characters of what somebody typed, in lower case, without dashes and blanks; null if it has another form or
    /// its last two do not fit the others.
    /// </summary>
    public static byte[] Parse(string typed)
    {
        var chars = new char[Chars];
        int count = 0;
        for (int i = 0; i < typed.Length; i++)
        {
            char c = typed[i];
            c = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
            if (c == '-' || c == ' ')
            {
                continue;
            }

            if (count == Chars || Alphabet.IndexOf(c) < 0)
            {
                return null;
            }

            chars[count++] = c;
        }

        if (count < Chars)
        {
            return null;
        }

        int check = Check(chars);
        return chars[10] == Alphabet[check >> 5] && chars[11] == Alphabet[check & 31] ? Ascii.Bytes(new string(chars)) : null;
    }

    /// <summary>
    /// One stands among these bytes, as labels have it: typed where a command belongs. Random text is taken for one in 1 of 1,024 cases.
    /// </summary>
    public static bool IsIn(byte[] text, int count)
    {
        int start = 0;
        for (int i = 0; i <= count; i++)
        {
            int c = i < count ? text[i] : ' ';
            if (IsLetter(c) || c == '-')
            {
                continue;
            }

            if (i - start >= Chars && i - start < 2 * Chars && Parse(Ascii.Text(text, start, i - start)) != null)
            {
                return true;
            }

            start = i + 1;
        }

        return false;
    }

    /// <summary>A letter of labels, in either case.</summary>
    public static bool IsLetter(int c) => c >= '2' && c <= '7' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z';

    /// <summary>Ten bits of the CRC-32 of the random characters.</summary>
    private static int Check(char[] chars)
    {
        var bytes = new byte[RandomChars];
        for (int i = 0; i < RandomChars; i++)
        {
            bytes[i] = (byte)chars[i];
        }

        return (int)(Crc32.Compute(bytes, 0, RandomChars) & 1023);
    }
}
