using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Sealcam.Ingest;

/// <summary>
/// JSON bodies of the gallery's API. The encoder escapes what HTML could take for markup, should a body ever be shown as such.
/// </summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Task WriteAsync<T>(HttpContext context, T body, int status = 200)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(body, Options);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    public static Task ErrorAsync(HttpContext context, int status, string sentence) =>
        WriteAsync(context, new { error = sentence }, status);

    /// <summary>Reads a small JSON body; null if it is none, or longer than <paramref name="limit"/> bytes.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, int limit)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }

        byte[] body = new byte[limit + 1];
        CancellationToken stop = request.HttpContext.RequestAborted;
        int length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, stop);
        try
        {
            return length > limit ? null : JsonSerializer.Deserialize<T>(body.AsSpan(0, length), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
