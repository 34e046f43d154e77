using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Sealcam.Ingest;

/// <summary>
/// The owner's access. Programs send the token as a bearer; a browser trades it for a cookie that scripts cannot read and other
/// sites cannot use. The cookie holds an end and a MAC under the token, never the token: a new token ends every session.
/// </summary>
internal sealed class OwnerAccess(string? token, TimeProvider time)
{
    /// <summary>Characters: a shorter token could be guessed over the network, because tries are not slowed down.</summary>
    public const int TokenMin = 24;

    private const string CookieName = "sealcam-owner";

    private static readonly TimeSpan SessionTime = TimeSpan.FromDays(7);

    private readonly byte[]? _token = token is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Without a token whoever reaches the listener is taken for the owner: loopback only.</summary>
    public bool IsNeeded => _token is not null;

    public bool IsOwner(HttpRequest request)
    {
        if (_token is null)
        {
            return true;
        }

        string? header = request.Headers.Authorization;
        return header?.StartsWith("Bearer ", StringComparison.Ordinal) == true
            ? IsToken(header["Bearer ".Length..])
            : IsSession(request.Cookies[CookieName]);
    }

    /// <summary>Compares digests in fixed time: neither the first wrong character nor the length shows.</summary>
    public bool IsToken(string? said) => _token is not null && said is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(said)), _token);

    public void SignIn(HttpContext context)
    {
        DateTimeOffset end = time.GetUtcNow() + SessionTime;
        string until = end.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(CookieName, until + "." + Mac(until), Options(context, end));
    }

    public static void SignOut(HttpContext context) => context.Response.Cookies.Delete(CookieName, Options(context, null));

    private bool IsSession(string? cookie)
    {
        int dot = cookie?.IndexOf('.') ?? -1;
        if (dot < 0 || !long.TryParse(cookie.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out long end))
        {
            return false;
        }

        byte[] expected = Encoding.ASCII.GetBytes(Mac(cookie![..dot])), found = Encoding.UTF8.GetBytes(cookie[(dot + 1)..]);
        return CryptographicOperations.FixedTimeEquals(expected, found) && end > time.GetUtcNow().ToUnixTimeSeconds();
    }

    private string Mac(string until) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_token!, Encoding.ASCII.GetBytes("sealcam owner session 1 " + until)));

    private static CookieOptions Options(HttpContext context, DateTimeOffset? end) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        Expires = end,
    };
}
