namespace Sealcam;

/// <summary>
/// A plain HTTPS store (PROTOCOL.md 5.6): WebDAV, an S3 bucket, an Azure container. Made of what a person set, all of which is
/// checked here.
/// </summary>
public sealed class PlainStore : StillTarget
{
    public const string ContentType = "image/jpeg";

    /// <summary>RFC 3986 3.4: what a query may hold beside letters and digits.</summary>
    private const string QueryMarks = "-._~!$&'()*+,;=:@/?%";

    private PlainStore()
    {
    }

    public StoreAddress Address { get; private set; }

    /// <summary>What follows the path behind a question mark, a secret; "" for none.</summary>
    public string Query { get; private set; }

    public StoreHeader[] Headers { get; private set; }

    /// <summary>"" for none.</summary>
    public string S3Region { get; private set; }

    public string S3KeyId { get; private set; }

    public string S3Secret { get; private set; }

    public bool IsS3 => S3KeyId.Length > 0;

    /// <summary>The value of the Host header (RFC 9110 7.2).</summary>
    public string HostHeader => Address.Port == 443 ? Address.Host : Address.Host + ":" + Address.Port;

    /// <summary>
    /// Null if something is wrong; <paramref name="fault"/> then says what, in a sentence without any value. Empty strings are
    /// what is not set. <paramref name="headers"/> are those of the settings header-1, header-2 ...
    /// </summary>
    public static PlainStore Parse(
        string uplink, string query, string[] headers, string s3Region, string s3KeyId, string s3Secret, out string fault)
    {
        var store = new PlainStore { Query = query, S3Region = s3Region, S3KeyId = s3KeyId, S3Secret = s3Secret };
        store.Address = StoreAddress.Parse(uplink, out fault);
        fault = fault ?? store.CheckKeys() ?? store.TakeHeaders(headers);
        if (fault == null && new StoreHead(store, null, null).MostBytes > StillPost.HeadBytes)
        {
            fault = "uplink: address, query and headers are more than " + StillPost.HeadBytes + " bytes together";
        }

        return fault == null ? store : null;
    }

    /// <summary>Makes these settings ship to this store.</summary>
    public void Apply(Settings settings)
    {
        settings.Target = this;
        settings.Host = Address.Host;
        settings.Port = Address.Port;
    }

    public override StillExchange Exchange(Parts parts, WallClock wall, IOutbox outbox, Counters counters, RetryGate retry) =>
        new StoreExchange(this, parts, wall, outbox, counters, retry);

    private string CheckKeys()
    {
        for (int i = 0; i < Query.Length; i++)
        {
            char c = Query[i];
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || QueryMarks.IndexOf(c) >= 0))
            {
                return "uplink-query: character " + (i + 1) + " must be percent-encoded (RFC 3986 2.1)";
            }
        }

        int set = (S3Region.Length > 0 ? 1 : 0) + (S3KeyId.Length > 0 ? 1 : 0) + (S3Secret.Length > 0 ? 1 : 0);
        return set == 1 || set == 2 ? "s3-region, s3-key-id and s3-secret are set together or not at all"
            : set == 3 && Query.Length > 0 ? "uplink-query: a request to S3 is signed in its headers and has no query"
            : IsWord(S3Region) && IsWord(S3KeyId) ? null
            : "s3-region and s3-key-id are letters, digits, - and _";
    }

    private string TakeHeaders(string[] settings)
    {
        int count = 0;
        for (int i = 0; i < settings.Length; i++)
        {
            count += settings[i].Length > 0 ? 1 : 0;
        }

        Headers = new StoreHeader[count];
        count = 0;
        for (int i = 0; i < settings.Length; i++)
        {
            if (settings[i].Length == 0)
            {
                continue;
            }

            string name = "header-" + (i + 1);
            Headers[count] = StoreHeader.Parse(name, settings[i], IsS3, out string fault);
            for (int j = 0; fault == null && j < count; j++)
            {
                fault = Headers[j].Lower == Headers[count].Lower ? name + " sets a header again" : null;
            }

            if (fault != null)
            {
                return fault;
            }

            count++;
        }

        return null;
    }

    private static bool IsWord(string text)
    {
        bool good = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            good &= c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
        }

        return good;
    }
}
