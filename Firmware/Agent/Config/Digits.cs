namespace Sealcam;

/// <summary>Whole decimal numbers, strictly: digits only, no sign, no blanks.</summary>
public static class Digits
{
    /// <summary>True if the text is a number from <paramref name="least"/> (not negative) to <paramref name="most"/>.</summary>
    public static bool TryParse(string text, int least, int most, out int value)
    {
        value = 0;
        bool good = TryParse(text, out long number) && number >= least && number <= most;
        value = good ? (int)number : 0;
        return good;
    }

    /// <summary>True if the text is 1 to 12 digits.</summary>
    public static bool TryParse(string text, out long value)
    {
        value = 0;
        if (text.Length == 0 || text.Length > 12)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < '0' || text[i] > '9')
            {
                return false;
            }

            value = value * 10 + text[i] - '0';
        }

        return true;
    }
}
