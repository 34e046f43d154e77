namespace Sealcam;

/// <summary>
/// The path as Signature Version 4 wants it for S3 (AWS, "Signature Calculations for the Authorization Header", UriEncode): every
/// byte percent-encoded once but for A-Z a-z 0-9 - . _ ~ and the slashes. It goes on the wire in this very form, so that signer
/// and server cannot read it in two ways.
/// </summary>
public static class S3Path
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Encodes a checked path; placeholders stay, because what comes in their place needs no encoding.</summary>
    public static string Encode(string path)
    {
        string encoded = "";
        for (int i = 0; i < path.Length; i++)
        {
            int c = path[i];
            bool given = c == '%';
            if (given)
            {
                c = Digit(path[i + 1]) << 4 | Digit(path[i + 2]);
                i += 2;
            }

            // A slash that is percent-encoded is part of a name and stays encoded.
            bool plain = IsUnreserved(c) || !given && (c == '/' || c == '{' || c == '}');
            encoded += plain ? ((char)c).ToString() : "%" + Hex[c >> 4] + Hex[c & 15];
        }

        return encoded;
    }

    private static bool IsUnreserved(int c) =>
        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~';

    private static int Digit(int c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
