namespace Sealcam;

/// <summary>A fixed header, "Name: value" (RFC 9110 5), that goes with every still.</summary>
public sealed class StoreHeader
{
    /// <summary>RFC 9110 5.6.2: what a name may hold beside letters and digits.</summary>
    private const string NameMarks = "!#$%&'*+-.^_`|~";

    /// <summary>
    /// What the agent says itself, or what would change how its bytes are read; a condition would hold a still for ever whose
    /// answer was lost, because its repetition finds it there.
    /// </summary>
    private const string Ours = "|host|content-length|content-type|content-encoding|content-range|transfer-encoding|connection"
        + "|keep-alive|te|trailer|upgrade|expect|proxy-connection|if-match|if-none-match|if-modified-since|if-unmodified-since|";

    /// <summary>What the signer of S3 says itself.</summary>
    private const string Signed = "|authorization|x-amz-date|x-amz-content-sha256|";

    public string Name { get; private set; }

    /// <summary>The name in lower case: names are the same without regard to case (RFC 9110 5.1).</summary>
    public string Lower { get; private set; }

    public string Value { get; private set; }

    /// <summary>
    /// Reads it; <paramref name="setting"/> names it in the sentence that says what is wrong, which holds no part of the value.
    /// </summary>
    public static StoreHeader Parse(string setting, string text, bool isS3, out string fault)
    {
        var header = new StoreHeader();
        fault = header.Take(text, isS3);
        fault = fault == null ? null : setting + fault;
        return fault == null ? header : null;
    }

    private string Take(string text, bool isS3)
    {
        int colon = text.IndexOf(':');
        Name = colon < 1 ? "" : text.Substring(0, colon);
        Value = text.Substring(colon + 1).Trim();
        if (isS3)
        {
            Value = Squeeze(Value);
        }

        Lower = Name.ToLower();
        bool good = Name.Length > 0 && Value.Length > 0;
        for (int i = 0; i < Name.Length; i++)
        {
            char c = Lower[i];
            good &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || NameMarks.IndexOf(c) >= 0;
        }

        for (int i = 0; i < Value.Length; i++)
        {
            good &= Value[i] >= ' ' && Value[i] <= '~';  // a line end would begin a header of its own
        }

        return !good ? " is 'Name: value' in printable ASCII (RFC 9110 5)"
            : Ours.IndexOf("|" + Lower + "|") >= 0 
                ? " may not set this header: the agent sets it, or could not keep its promises with it"
            : isS3 && Signed.IndexOf("|" + Lower + "|") >= 0 ? " may not set this header: the signature for S3 sets it"
            : null;
    }

    /// <summary>
    /// Runs of blanks as one blank: so they are signed, and so they are sent, since not every server reads them so.
    /// </summary>
    private static string Squeeze(string value)
    {
        for (int at = value.IndexOf("  "); at >= 0; at = value.IndexOf("  "))
        {
            value = value.Substring(0, at) + value.Substring(at + 1);
        }

        return value;
    }
}
