using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Sealcam.Ingest.Tests;

/// <summary>A TLS connection of a device, on which a test says exactly the bytes it wants.</summary>
internal sealed class RawTls(SslStream stream) : IDisposable
{
    public const string Request = "POST /v1/stills HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n";

    private readonly StringBuilder _read = new();

    public static async Task<RawTls> OpenAsync(TestServer server, TestCamera camera)
    {
        TcpClient tcp = new() { NoDelay = true };
        await tcp.ConnectAsync("127.0.0.1", server.Server.DevicesPort);
        SslStream stream = new(tcp.GetStream());
        await stream.AuthenticateAsClientAsync(TestServer.Tls(TestServer.Fleet.For(camera)));
        stream.ReadTimeout = 60_000;
        return new RawTls(stream);
    }

    public static byte[] Head(long length) => Encoding.ASCII.GetBytes($"{Request}Content-Length: {length}\r\n\r\n");

    public async Task SendAsync(params byte[][] parts)
    {
        foreach (byte[] part in parts)
        {
            await stream.WriteAsync(part);
        }

        await stream.FlushAsync();
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Says that nothing more will be sent, and still reads.</summary>
    public Task EndAsync() => stream.ShutdownAsync();

    /// <summary>Reads one answer with Content-Length and returns its status.</summary>
    public async Task<int> StatusAsync() => int.Parse((await AnswerAsync()).Split(' ')[1]);

    public async Task<string> AnswerAsync()
    {
        while (true)
        {
            string text = _read.ToString();
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                int total = end + 4 + LengthOf(text[..end]);
                if (text.Length >= total)
                {
                    _read.Remove(0, total);
                    return text[..total];
                }
            }

            if (!await ReadAsync())
            {
                return _read.ToString();
            }
        }
    }

    /// <summary>True if the server closes without another word.</summary>
    public async Task<bool> ClosesAsync()
    {
        try
        {
            return _read.Length == 0 && !await ReadAsync();
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => stream.Dispose();

    private static int LengthOf(string head)
    {
        foreach (string line in head.Split("\r\n"))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                return int.Parse(line["Content-Length:".Length..]);
            }
        }

        return 0;
    }

    private async Task<bool> ReadAsync()
    {
        byte[] buffer = new byte[4096];
        using CancellationTokenSource stop = new(60_000);
        int read = await stream.ReadAsync(buffer, stop.Token);
        _read.Append(Encoding.Latin1.GetString(buffer, 0, read));
        return read > 0;
    }
}
