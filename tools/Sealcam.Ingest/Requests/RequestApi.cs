using System.Buffers.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sealcam.Verify;

namespace Sealcam.Ingest;

/// <summary>
/// POST /v1/cameras/{device}/requests: a still now, that signs the requester's nonce. This server never makes a nonce: what it
/// made itself would prove nothing to who asks.
/// </summary>
internal sealed class RequestApi(DataFolder data, StillRequests requests, IngestLimits limits, TimeProvider time, ILogger log)
{
    private const int BodyMax = 512;

    public async Task AskAsync(HttpContext context)
    {
        if (context.Request.RouteValues["device"] is not string text || !DeviceId.TryParse(text, out byte[] id)
            || data.Cameras.Find(DeviceId.ToText(id)) is not { } camera)
        {
            await Json.ErrorAsync(context, 404, "There is no such camera.");
            return;
        }

        if (await NonceAsync(context.Request) is not { } nonce)
        {
            await Json.ErrorAsync(context, 400, "nonce is 16 to 64 bytes in hex or base64url, made by who asks.");
            return;
        }

        if (camera.Suspended)
        {
            await Json.ErrorAsync(context, 409, "The camera is suspended.");
            return;
        }

        CameraRequests mine = requests.Of(camera.Device);
        Asked asked = mine.TryAsk(nonce, out StillRequest? request);
        if (request is null)
        {
            await RefuseAsync(context, asked);
            return;
        }

        await WaitAsync(context, mine, request, id);
    }

    private async Task WaitAsync(HttpContext context, CameraRequests mine, StillRequest request, byte[] id)
    {
        try
        {
            byte[] still = await request.Still.WaitAsync(limits.RequestTime, time, context.RequestAborted);
            Finding finding = StillVerifier.Verify(still, new Question { Device = id, Nonce = request.Nonce });
            if (finding.Verdict != Verdict.Authentic)
            {
                throw new InvalidOperationException($"The still stored for a request is no answer: {finding.Reason}");
            }

            HttpResponse response = context.Response;
            response.ContentType = "image/jpeg";
            response.ContentLength = still.Length;
            response.Headers.CacheControl = "no-store";
            response.Headers.ContentLocation = StillView.AddressOf(
                finding.Token!.Device, new StillOrder(finding.Token.BootCount, finding.Token.Sequence));
            await response.Body.WriteAsync(still, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            log.LogInformation("Camera {Device} did not answer a request.", DeviceId.ToText(id));
            await Json.WriteAsync(context, new { error = Silence(mine, request), told = request.IsOffered }, 504);
        }
        catch (OperationCanceledException)
        {
            // Who asked has left.
        }
        finally
        {
            mine.Forget(request);
        }
    }

    private string Silence(CameraRequests mine, StillRequest request)
    {
        string within = $"within {limits.RequestTime.TotalSeconds:0.#} s";
        return request.IsOffered ? $"The camera was told and sent no still {within}."
            : mine.PolledAt is { } last
                ? $"The camera did not ask for requests {within}; it last did {(time.GetUtcNow() - last).TotalSeconds:0} s ago."
                : $"The camera did not ask for requests {within}, nor before since this server started.";
    }

    private async Task RefuseAsync(HttpContext context, Asked asked)
    {
        if (asked == Asked.Twice)
        {
            await Json.ErrorAsync(context, 409, "This nonce is being asked for already; each request needs a new one.");
            return;
        }

        context.Response.Headers.RetryAfter = $"{Math.Max(1, (int)Math.Ceiling(limits.RequestEvery.TotalSeconds))}";
        await Json.ErrorAsync(context, 429, asked == Asked.TooMany
            ? "Too many requests wait for this camera." : "This camera was asked too often; come again later.");
    }

    private static async Task<byte[]?> NonceAsync(HttpRequest request)
    {
        string? text = request.Query.TryGetValue("nonce", out var query)
            ? (string?)query : (await Json.ReadAsync<NonceBody>(request, BodyMax))?.Nonce;
        byte[]? nonce = text is null || text.Length > 2 * Protocol.NonceMax || text.Any(char.IsWhiteSpace) ? null : Decode(text);
        return nonce?.Length is >= Protocol.NonceMin and <= Protocol.NonceMax ? nonce : null;
    }

    /// <summary>
    /// Hex if all of it looks like hex; 16 random bytes in base64url do so once in 10^10 times, and are then too short.
    /// </summary>
    private static byte[]? Decode(string text)
    {
        bool hex = text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
        return hex ? Convert.FromHexString(text) : Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
    }

    private sealed record NonceBody(string? Nonce);
}
