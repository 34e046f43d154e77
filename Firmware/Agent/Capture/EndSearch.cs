namespace Sealcam;

/// <summary>
/// Looks for EOI (FF D9) from the end backwards. Sensors pad their last transfer; anything but padding behind EOI is cut off all
/// the same, since nothing behind it belongs to the still.
/// </summary>
public static class EndSearch
{
    public const int EoiBytes = 2;

    private const int Eoi = 0xD9;

    /// <summary>
    /// How many bytes lie behind the last EOI of the two blocks that end the still; -1 if there is none in the last
    /// <see cref="Limits.EndSearchBytes"/>. <paramref name="before"/> is a full block or null, <paramref name="last"/> holds
    /// <paramref name="count"/> bytes (at least 1).
    /// </summary>
    public static int Trim(byte[] before, byte[] last, int count)
    {
        for (int i = count - 1; i > 0; i--)
        {
            if (last[i] == Eoi && last[i - 1] == 0xFF)
            {
                return count - 1 - i;
            }
        }

        if (before == null)
        {
            return -1;
        }

        if (count < Limits.EndSearchBytes && last[0] == Eoi && before[Limits.LeafBytes - 1] == 0xFF)
        {
            return count - 1;
        }

        int floor = Limits.LeafBytes - (Limits.EndSearchBytes - count);
        for (int i = Limits.LeafBytes - 1; i > floor; i--)
        {
            if (before[i] == Eoi && before[i - 1] == 0xFF)
            {
                return count + Limits.LeafBytes - 1 - i;
            }
        }

        return -1;
    }
}
