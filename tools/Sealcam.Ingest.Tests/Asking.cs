using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Sealcam.Ingest.Tests;

/// <summary>
/// A server that knows one camera, that camera's connection, and somebody who asks it for stills. The server's time stands still
/// until a test lets it pass: no wait of a request or a poll ends because the machine is busy.
/// </summary>
internal sealed class Asking : IAsyncDisposable
{
    private bool _disposed;

    private Asking(TestServer server, FakeTimeProvider time)
    {
        Server = server;
        Time = time;
        Device = server.Device(Camera);
        Gallery = server.Gallery();
    }

    public TestServer Server { get; }

    public FakeTimeProvider Time { get; }

    public TestCamera Camera { get; } = new();

    public HttpClient Device { get; }

    public HttpClient Gallery { get; }

    public static async Task<Asking> StartAsync(IngestLimits? limits = null)
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        Asking asking = new(await TestServer.StartAsync(
            options => options with { Time = time, Limits = limits ?? new IngestLimits() }), time);
        await TestServer.PostAsync(asking.Device, asking.Camera.Seal(1, 1));
        return asking;
    }

    public async Task<object?[]> PollAsync(int waitMs)
    {
        using HttpResponseMessage answer = await Device.GetAsync($"/v1/requests?wait={waitMs}");
        (int status, object?[] body) = await TestServer.ReadAsync(answer);
        Assert.AreEqual(200, status);
        Assert.HasCount(3, body);
        return body;
    }

    /// <summary>Until the server holds the camera's poll.</summary>
    public Task PollIsOpenAsync() => Patience.UntilAsync(() => Requests.IsPolling);

    /// <summary>Until so many requests wait at the server.</summary>
    public Task ArrivedAsync(int requests) => Patience.UntilAsync(() => Requests.Waiting == requests);

    /// <summary>Lets the server's time pass until this has ended.</summary>
    public async Task<T> PassAsync<T>(Task<T> waiting)
    {
        // More than once: a timer that is made just after a step waits for the next.
        await Patience.UntilAsync(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            return waiting.IsCompleted;
        });
        return await waiting;
    }

    /// <summary>Lets the server's time pass until the camera's poll has ended. Returns how much of it passed.</summary>
    public async Task<TimeSpan> PollEndsAsync()
    {
        DateTimeOffset start = Time.GetUtcNow();
        await Patience.UntilAsync(() =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            return !Requests.IsPolling;
        });
        return Time.GetUtcNow() - start;
    }

    public Task<HttpResponseMessage> AskAsync(string nonce, string? device = null) =>
        Gallery.PostAsJsonAsync($"/v1/cameras/{device ?? Camera.Device}/requests", new { nonce });

    public async Task<(int Status, JsonElement Body)> BodyAsync(Task<HttpResponseMessage> asked)
    {
        using HttpResponseMessage answer = await asked;
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private CameraRequests Requests => Server.Server.Requests.Of(Camera.Device);

    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await Server.DisposeAsync();
            Camera.Dispose();
        }
    }
}
