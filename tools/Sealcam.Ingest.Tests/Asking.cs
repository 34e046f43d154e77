using System.Net.Http.Json;
using System.Text.Json;

namespace Sealcam.Ingest.Tests;

/// <summary>A server that knows one camera, that camera's connection, and somebody who asks it for stills.</summary>
internal sealed class Asking : IAsyncDisposable
{
    private bool _disposed;

    private Asking(TestServer server)
    {
        Server = server;
        Device = server.Device(Camera);
        Gallery = server.Gallery();
    }

    public TestServer Server { get; }

    public TestCamera Camera { get; } = new();

    public HttpClient Device { get; }

    public HttpClient Gallery { get; }

    public static async Task<Asking> StartAsync(IngestLimits? limits = null)
    {
        Asking asking = new(await TestServer.StartAsync(options => options with { Limits = limits ?? new IngestLimits() }));
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

    public Task<HttpResponseMessage> AskAsync(string nonce, string? device = null) =>
        Gallery.PostAsJsonAsync($"/v1/cameras/{device ?? Camera.Device}/requests", new { nonce });

    public async Task<(int Status, JsonElement Body)> BodyAsync(Task<HttpResponseMessage> asked)
    {
        using HttpResponseMessage answer = await asked;
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

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
