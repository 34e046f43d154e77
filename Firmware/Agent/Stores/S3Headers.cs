namespace Sealcam;

/// <summary>
/// The headers that authenticate one PUT to S3. The still itself is not part of the signature (UNSIGNED-PAYLOAD): TLS guards it
/// on the way, and its token for ever; a SHA-256 over it would take a device seconds.
/// </summary>
public sealed class S3Headers
{
    private const string Unsigned = "UNSIGNED-PAYLOAD";
    private const string ContentName = "x-amz-content-sha256", DateName = "x-amz-date";
    private const int SignatureLength = 64, TimeLength = 16;

    private readonly PlainStore _store;
    private readonly WallClock _wall;
    private readonly S3Signer _signer;
    private readonly string[] _names, _values;  // sorted by name, as they are signed
    private readonly int _date;

    public S3Headers(PlainStore store, IMac mac, WallClock wall)
    {
        _store = store;
        _wall = wall;
        _signer = new S3Signer(mac, store.S3Region, store.S3Secret);
        int count = store.Headers.Length;
        _names = new string[count + 4];
        _values = new string[count + 4];
        for (int i = 0; i < count; i++)
        {
            Insert(i, store.Headers[i].Lower, store.Headers[i].Value);
        }

        Insert(count, "content-type", PlainStore.ContentType);
        Insert(count + 1, "host", store.HostHeader);
        Insert(count + 2, ContentName, Unsigned);
        Insert(count + 3, DateName, "");
        while (_names[_date] != DateName)
        {
            _date++;
        }
    }

    /// <summary>Bytes of <see cref="Lines"/>.</summary>
    public static int MostBytes(PlainStore store)
    {
        int names = "content-type;host;".Length + ContentName.Length + DateName.Length + 2;
        for (int i = 0; i < store.Headers.Length; i++)
        {
            names += store.Headers[i].Lower.Length + 1;
        }

        return Text("", "", "", store.S3Region, store.S3KeyId).Length + names + SignatureLength + TimeLength
            + "20130524//s3/aws4_request".Length;
    }

    /// <summary>The lines for the still at this path, now.</summary>
    public string Lines(string path)
    {
        string time = S3Signer.TimeText(_wall.UnixSeconds);
        _values[_date] = time;
        string headers = "", names = "";
        for (int i = 0; i < _names.Length; i++)
        {
            headers += _names[i] + ":" + _values[i] + "\n";
            names += (i > 0 ? ";" : "") + _names[i];
        }

        string signature = _signer.Sign(time, "PUT\n" + path + "\n\n" + headers + "\n" + names + "\n" + Unsigned);
        return Text(time, names, signature, _signer.Scope(time), _store.S3KeyId);
    }

    private static string Text(string time, string names, string signature, string scope, string keyId) =>
        ContentName + ": " + Unsigned + "\r\n" + DateName + ": " + time + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential="
        + keyId + "/" + scope + ",SignedHeaders=" + names + ",Signature=" + signature + "\r\n";

    /// <summary>Keeps the first <paramref name="count"/> names sorted while one more comes.</summary>
    private void Insert(int count, string name, string value)
    {
        while (count > 0 && IsBefore(name, _names[count - 1]))
        {
            _names[count] = _names[count - 1];
            _values[count] = _values[count - 1];
            count--;
        }

        _names[count] = name;
        _values[count] = value;
    }

    private static bool IsBefore(string a, string b)
    {
        for (int i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] != b[i])
            {
                return a[i] < b[i];
            }
        }

        return a.Length < b.Length;
    }
}
