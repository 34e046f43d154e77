using System.Net;
using System.Net.Sockets;

namespace Sealcam.Ingest.Tests;

/// <summary>
/// What stood between the cameras and the screens in 2020: a proxy with a cache that keys answers by camera, and gives an earlier
/// one back to whoever asks the same camera again. It looks right in every way but the still.
/// </summary>
internal sealed class LyingCache : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _behind;
    private readonly Dictionary<string, (string? Type, byte[] Body)> _kept = [];
    private readonly Thread _thread;

    public LyingCache(Uri behind)
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Address = new Uri($"http://localhost:{port}/");
        _behind = new HttpClient { BaseAddress = behind };
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public Uri Address { get; }

    /// <summary>Answers given out of the cache.</summary>
    public int Lies { get; private set; }

    public void Dispose()
    {
        _listener.Close();
        _thread.Join();
        _behind.Dispose();
    }

    private void Serve()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = _listener.GetContext();
            }
            catch (Exception closed) when (closed is HttpListenerException or InvalidOperationException)
            {
                return;
            }

            // The mistake: the key is the address without its query, and a POST is cached at all.
            string key = context.Request.Url!.AbsolutePath;
            if (!_kept.TryGetValue(key, out (string? Type, byte[] Body) answer))
            {
                HttpMethod method = new(context.Request.HttpMethod);
                using HttpRequestMessage request = new(method, context.Request.Url.PathAndQuery);
                using HttpResponseMessage reply = _behind.Send(request);
                byte[] body = reply.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
                answer = (reply.Content.Headers.ContentType?.ToString(), body);
                _kept[key] = answer;
            }
            else
            {
                Lies++;
            }

            context.Response.ContentType = answer.Type;
            context.Response.OutputStream.Write(answer.Body);
            context.Response.Close();
        }
    }
}
