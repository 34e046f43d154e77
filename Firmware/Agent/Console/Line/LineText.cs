namespace Sealcam;

/// <summary>Steps through a line of UTF-8 by characters: a byte 10xxxxxx belongs to the one before it.</summary>
public static class LineText
{
    /// <summary>Start of the character before a position; 0 at the beginning.</summary>
    public static int Back(byte[] line, int position)
    {
        do
        {
            position--;
        }
        while (position > 0 && (line[position] & 0xC0) == 0x80);
        return position < 0 ? 0 : position;
    }

    /// <summary>Start of the character behind the one at a position; the length at the end.</summary>
    public static int Forth(byte[] line, int length, int position)
    {
        do
        {
            position++;
        }
        while (position < length && (line[position] & 0xC0) == 0x80);
        return position > length ? length : position;
    }

    /// <summary>Start of the word that stands before a position.</summary>
    public static int WordStart(byte[] line, int position)
    {
        while (position > 0 && line[position - 1] == ' ')
        {
            position--;
        }

        while (position > 0 && line[position - 1] != ' ')
        {
            position--;
        }

        return position;
    }

    /// <summary>A word of ASCII stands in it.</summary>
    public static bool Has(byte[] line, int length, string word)
    {
        for (int start = 0; start + word.Length <= length; start++)
        {
            int same = 0;
            while (same < word.Length && line[start + same] == word[same])
            {
                same++;
            }

            if (same == word.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bytes of a character by its first one (RFC 3629 section 3); 1 for what cannot be a first one.</summary>
    public static int Bytes(int first) => first < 0xC2 || first > 0xF4 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;

    /// <summary>
    /// Columns that a terminal gives to the character between two positions: 2 to those of Unicode's East Asian Width (UAX 11) W and F, by
    /// blocks, 0 to marks that stand on the one before, else 1.
    /// </summary>
    public static int Width(byte[] line, int start, int end)
    {
        int c = line[start], count = Bytes(c);
        if (count == 1 || end - start != count)
        {
            return 1;
        }

        c &= 0x7F >> count;
        for (int i = start + 1; i < end; i++)
        {
            c = c << 6 | line[i] & 0x3F;
        }

        bool none = c >= 0x300 && c < 0x370 || c >= 0x200B && c < 0x2010 || c >= 0x20D0 && c < 0x2100 || c >= 0xFE00 && c < 0xFE10;
        bool two = c >= 0x1100 && c < 0x1160 || c >= 0x2E80 && c < 0xA4D0 && c != 0x303F || c >= 0xAC00 && c < 0xD7A4
            || c >= 0xF900 && c < 0xFB00 || c >= 0xFE30 && c < 0xFE70 || c >= 0xFF01 && c < 0xFF61 || c >= 0xFFE0 && c < 0xFFE7
            || c >= 0x1F300 && c < 0x1F650 || c >= 0x1F680 && c < 0x1F700 || c >= 0x1F900 && c < 0x1FB00 || c >= 0x20000 && c < 0x40000;
        return none ? 0 : two ? 2 : 1;
    }
}
