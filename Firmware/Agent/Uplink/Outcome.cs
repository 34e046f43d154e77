namespace Sealcam;

/// <summary>What an answer means for the still (PROTOCOL.md 5.1). There is no fourth.</summary>
public static class Outcome
{
    /// <summary>A receipt that names this still: it is released.</summary>
    public const int Accepted = 1;

    /// <summary>Refused for good, in our own words: it is set aside, the next one goes on.</summary>
    public const int Refused = 2;

    /// <summary>Anything else, garbage included: the still is held and sent again later.</summary>
    public const int Unreachable = 3;

    /// <summary>
    /// A 2xx without the matching receipt, or a 4xx without our error body, may come from anything on the way (a captive portal,
    /// a proxy): it must neither release nor set aside.
    /// </summary>
    public static int Of(int status, bool hasReceipt, bool hasError)
    {
        if ((status == 200 || status == 201) && hasReceipt)
        {
            return Accepted;
        }

        return (status == 409 || status == 413 || status == 422) && hasError ? Refused : Unreachable;
    }
}
