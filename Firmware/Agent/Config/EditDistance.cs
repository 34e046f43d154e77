namespace Sealcam;

/// <summary>How far a typed word is from a right one: insertions, deletions and replacements (Levenshtein).</summary>
public static class EditDistance
{
    private const int Most = 40;

    /// <summary>The distance; words longer than 40 characters are far from everything.</summary>
    public static int Of(string typed, string right)
    {
        if (typed.Length > Most || right.Length > Most)
        {
            return Most;
        }

        var row = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= typed.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                int change = diagonal + (typed[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Limits.Least(change, Limits.Least(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
