using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Sealcam.Ingest;

/// <summary>
/// GET /v1/events: server-sent events (HTML, "Server-sent events"). Each says which list changed; after a gap the browser asks
/// for all of them, so none needs to be repeated.
/// </summary>
internal sealed class EventStream(IngestFeed feed, int most, IHostApplicationLifetime lifetime)
{
    /// <summary>Proxies cut what is silent for a minute, and a browser that left is noticed only by writing to it.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public async Task GetAsync(HttpContext context)
    {
        if (feed.Streams >= most)
        {
            context.Response.Headers.RetryAfter = "5";
            await Json.ErrorAsync(context, 503, "Too many live views are open.");
            return;
        }

        Channel<FeedItem> stream = feed.Open();
        using CancellationTokenSource stop =
            CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            await SendAsync(context.Response, "retry: 2000\nevent: hello\ndata: {}\n\n", stop.Token);
            await CopyAsync(stream.Reader, context.Response, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The browser left, or the server stops: both end the stream.
        }
        finally
        {
            feed.Close(stream);
        }
    }

    private static async Task CopyAsync(ChannelReader<FeedItem> items, HttpResponse response, CancellationToken stop)
    {
        Task<bool> more = items.WaitToReadAsync(stop).AsTask();
        while (true)
        {
            if (await Task.WhenAny(more, Task.Delay(Beat, stop)) != more)
            {
                stop.ThrowIfCancellationRequested();
                await SendAsync(response, ":\n\n", stop);
                continue;
            }

            if (!await more)
            {
                return;
            }

            while (items.TryRead(out FeedItem? item))
            {
                string data = JsonSerializer.Serialize(new { device = item.Device });
                await SendAsync(response, $"event: {item.Name}\ndata: {data}\n\n", stop);
            }

            more = items.WaitToReadAsync(stop).AsTask();
        }
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken stop)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await response.Body.FlushAsync(stop);
    }
}
