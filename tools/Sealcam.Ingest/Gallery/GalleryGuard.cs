using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest;

/// <summary>
/// Stands before everything that the gallery serves: names, origins, the owner, and the headers that bind the browser.
/// </summary>
internal sealed class GalleryGuard(IngestOptions options, OwnerAccess owner, ILogger log)
{
    public const string SessionPath = "/v1/session";

    // Nothing from anywhere else, no inline script or style, no framing; stills are shown from memory (blob:), so that what the
    // browser verified is what it shows. Trusted Types without a policy make it impossible for a script to turn text into HTML.
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";

        if (!GalleryRules.IsOurs(context.Request.Host.Host, context.Connection.LocalIpAddress, options.GalleryHosts))
        {
            await RefuseAsync(context, 421, "This is not the server that you asked for.", "the Host header is not ours");
        }
        else if (IsCrossSite(context.Request))
        {
            await RefuseAsync(context, 403, "Other sites may not use this server.", "it came from another site");
        }
        else if (NeedsOwner(context.Request) && !owner.IsOwner(context.Request))
        {
            headers.WWWAuthenticate = "Bearer";
            await RefuseAsync(context, 401, "Say the owner token first.", "no valid owner token");
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>
    /// Origin goes with everything that changes something, Sec-Fetch-Site with every request of a current browser, that for an
    /// embedded still included. A link from elsewhere may open the page itself, which shows nothing to who sent the link.
    /// </summary>
    private static bool IsCrossSite(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (origin is not null && origin != $"{request.Scheme}://{request.Host}")
        {
            return true;
        }

        string? site = request.Headers["Sec-Fetch-Site"];
        bool link = request.Method == "GET" && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && request.Headers["Sec-Fetch-Dest"] == "document" && !request.Path.StartsWithSegments("/v1");
        return site is not (null or "same-origin" or "none") && !link;
    }

    private static bool NeedsOwner(HttpRequest request) =>
        request.Path.StartsWithSegments("/v1") && request.Path != SessionPath;

    private async Task RefuseAsync(HttpContext context, int status, string sentence, string reason)
    {
        log.LogWarning("Refused a browser at {Address}: {Status}, {Reason}.", context.Connection.RemoteIpAddress, status, reason);
        await Json.ErrorAsync(context, status, sentence);
    }
}
