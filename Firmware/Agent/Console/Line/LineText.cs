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

    /// <summary>Characters from one byte to before another.</summary>
    public static int Chars(byte[] line, int start, int end)
    {
        int chars = 0;
        for (int i = start; i < end; i++)
        {
            chars += (line[i] & 0xC0) != 0x80 ? 1 : 0;
        }

        return chars;
    }
}
