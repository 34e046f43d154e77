using Microsoft.AspNetCore.Http;

namespace Sealcam.Ingest;

/// <summary>Writes what a device is told.</summary>
internal static class Answers
{
    public static async Task WriteAsync(HttpContext context, Refusal refusal)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        if (refusal.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString();
        }

        if (refusal.Close)
        {
            context.Response.Headers.Connection = "close";
        }

        await WriteAsync(context, refusal.Status, Replies.Error((int)refusal.Code, refusal.Sentence));
    }

    public static async Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Replies.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
