namespace Sealcam.Verify;

/// <summary>
/// The letters that say what a verifier found (PROTOCOL.md 4.1). For one still the first that applies is given.
/// </summary>
public static class Verdict
{
    /// <summary>The file is not a JPEG that can be walked to its first scan.</summary>
    public const char Unreadable = 'X';

    /// <summary>A readable JPEG without a token.</summary>
    public const char Unsigned = 'U';

    /// <summary>There is a token, and it does not prove this file.</summary>
    public const char NotAuthentic = 'N';

    /// <summary>Another authentic still has the same device ID and order.</summary>
    public const char Conflict = 'C';

    /// <summary>Authentic, and from another device than the one asked for.</summary>
    public const char Foreign = 'F';

    /// <summary>Accepted before. Only a verifier with memory can say it.</summary>
    public const char Replayed = 'R';

    /// <summary>Authentic, and not an answer to the nonce asked for, or older than the age given.</summary>
    public const char Stale = 'S';

    /// <summary>Nothing above applies.</summary>
    public const char Authentic = '.';

    /// <summary>A still that a stream should have and has not.</summary>
    public const char Missing = 'M';

    /// <summary>The one or two words for a letter, as in PROTOCOL.md 4.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The letter is none of the verdicts.</exception>
    public static string Name(char verdict) => verdict switch
    {
        Unreadable => "unreadable",
        Unsigned => "unsigned",
        NotAuthentic => "not authentic",
        Conflict => "conflict",
        Foreign => "foreign",
        Replayed => "replayed",
        Stale => "stale",
        Authentic => "authentic",
        Missing => "missing",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>True if the claims of a still with this verdict are proved: the device did sign these very bytes.</summary>
    public static bool IsProved(char verdict) => verdict is Authentic or Conflict or Foreign or Replayed or Stale;
}
