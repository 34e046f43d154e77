namespace Sealcam;

/// <summary>
/// The address in "put https://host[:port]/path/{device}/{order}.jpg", without a query. Every part is checked once, here, so that
/// what goes on the wire needs no check.
/// </summary>
public sealed class StoreAddress
{
    /// <summary>What stands for the device ID as text, and for the order of a still.</summary>
    public const string Device = "{device}", Order = "{order}";

    private const string Verb = "put ", Scheme = "https://";

    /// <summary>RFC 3986 3.3: what a path may hold beside letters, digits and percent-encoded bytes.</summary>
    private const string PathMarks = "-._~!$&'()*+,;=:@/";

    public string Host { get; private set; }

    public int Port { get; private set; }

    /// <summary>The path with its placeholders.</summary>
    public string Path { get; private set; }

    /// <summary>
    /// Reads it. Returns null and says what is wrong in a sentence that holds no part of it, since a person may have put a secret
    /// where it does not belong.
    /// </summary>
    public static StoreAddress Parse(string text, out string fault)
    {
        var address = new StoreAddress();
        fault = address.Take(text);
        return fault == null ? address : null;
    }

    private string Take(string text)
    {
        if (!Starts(text, Verb))
        {
            return "uplink is empty, sealcam, or put https://host/path/" + Device + "/" + Order + ".jpg";
        }

        text = text.Substring(Verb.Length).Trim();
        if (!Starts(text, Scheme))
        {
            return "uplink: the address starts with https://, nothing leaves without TLS";
        }

        text = text.Substring(Scheme.Length);
        int slash = text.IndexOf('/');
        if (slash < 0)
        {
            return "uplink: the address has no path";
        }

        Path = text.Substring(slash);
        return TakeServer(text.Substring(0, slash)) ?? CheckPath();
    }

    private string TakeServer(string server)
    {
        if (server.IndexOf('@') >= 0)
        {
            return "uplink: no name or password in the address; header-1 = Authorization: Basic ... is for that";
        }

        int colon = server.IndexOf(':');
        Host = colon < 0 ? server : server.Substring(0, colon);
        Port = colon < 0 ? 443 : Number(server.Substring(colon + 1));
        bool named = Host.Length > 0 && Host.Length <= 128;
        for (int i = 0; i < Host.Length; i++)
        {
            named &= IsAlphanumeric(Host[i]) || Host[i] == '-' || Host[i] == '.';
        }

        return !named ? "uplink: the server is a host name" : Port < 1 ? "uplink: the port is 1 to 65535" : null;
    }

    /// <summary>Characters, placeholders and segments of the path.</summary>
    private string CheckPath()
    {
        int devices = 0, orders = 0, segment = 1;
        for (int i = 0; i < Path.Length; i++)
        {
            if (Path[i] == '{')
            {
                int device = At(Path, i, Device), order = At(Path, i, Order);
                if (device + order == 0)
                {
                    return "uplink: the placeholders are " + Device + " and " + Order + ", there are no others";
                }

                devices += device;
                orders += order;
                i += (device > 0 ? Device.Length : Order.Length) - 1;
            }
            else if (Path[i] == '%' ? !IsHex(Path, i + 1) || !IsHex(Path, i + 2)
                : !IsAlphanumeric(Path[i]) && PathMarks.IndexOf(Path[i]) < 0)
            {
                return "uplink: character " + (i + 1) + " of the path must be percent-encoded (RFC 3986 2.1)";
            }

            if (i + 1 == Path.Length || Path[i + 1] == '/')
            {
                string name = Path.Substring(segment, i + 1 > segment ? i + 1 - segment : 0);
                if (name == "." || name == "..")
                {
                    return "uplink: no . and no .. in the path";
                }

                segment = i + 2;
            }
        }

        return devices == 1 && orders == 1 ? null
            : "uplink: the path holds " + Device + " once and " + Order + " once, or stills would overwrite each other";
    }

    private static int At(string text, int at, string what)
    {
        bool same = text.Length - at >= what.Length;
        for (int i = 0; same && i < what.Length; i++)
        {
            same = text[at + i] == what[i];
        }

        return same ? 1 : 0;
    }

    private static bool Starts(string text, string with) => At(text, 0, with) > 0;

    private static bool IsAlphanumeric(char c) => c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';

    private static bool IsHex(string text, int at) =>
        at < text.Length
        && (text[at] >= '0' && text[at] <= '9' || text[at] >= 'a' && text[at] <= 'f' || text[at] >= 'A' && text[at] <= 'F');

    /// <summary>A port, 0 if it is none.</summary>
    private static int Number(string text)
    {
        int value = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool digit = text[i] >= '0' && text[i] <= '9' && i < 5;
            value = digit && value >= 0 ? value * 10 + text[i] - '0' : -1;
        }

        return value > 65535 ? 0 : value;
    }
}
