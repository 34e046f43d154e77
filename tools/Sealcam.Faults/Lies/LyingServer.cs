using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sealcam.Faults;

/// <summary>
/// A server with a certificate that a camera trusts, in front of the real one: it reads requests and answers as it likes. What it
/// forwards it sends with the camera's own certificate, or the real server would not take it.
/// </summary>
internal sealed class LyingServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<X509Certificate2> _certificate;
    private readonly Func<LyingExchange, Task> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _connections, _requests;

    /// <param name="certificate">Shown from the next handshake on, with its key.</param>
    /// <param name="answer">Answers one request, or does not. Called one at a time for each connection.</param>
    public LyingServer(Func<X509Certificate2> certificate, Func<LyingExchange, Task> answer)
    {
        _certificate = certificate;
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Handshakes that were completed.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Heads of requests read.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                _ = Task.Run(() => ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = _certificate(),
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
            });
            Interlocked.Increment(ref _connections);
            while (await ReadHeadAsync(stream) is { } head)
            {
                await _answer(new LyingExchange(stream, socket, head, Interlocked.Increment(ref _requests)));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException
            or System.Security.Authentication.AuthenticationException or InvalidOperationException)
        {
            // The camera hung up, refused the certificate, or was reset.
        }
    }

    private static async Task<string?> ReadHeadAsync(SslStream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (head.Length < 4 || head.ToString(head.Length - 4, 4) != "\r\n\r\n")
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}

/// <summary>One request that a <see cref="LyingServer"/> has the head of.</summary>
internal sealed record LyingExchange(SslStream Stream, Socket Socket, string Head, int Number)
{
    /// <summary>The body by its Content-Length.</summary>
    public async Task<byte[]> ReadBodyAsync()
    {
        const string Name = "Content-Length: ";
        int at = Head.IndexOf(Name, StringComparison.Ordinal) + Name.Length;
        byte[] body = new byte[int.Parse(Head[at..Head.IndexOf('\r', at)])];
        await Stream.ReadExactlyAsync(body);
        return body;
    }

    /// <summary>Sends the request on to a real server and gives back its answer.</summary>
    public async Task<byte[]> ForwardAsync(int port, X509Certificate2 device)
    {
        byte[] body = await ReadBodyAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var real = new SslStream(client.GetStream(), false, (_, _, _, _) => true);
        await real.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ClientCertificateContext = SslStreamCertificateContext.Create(device, null, offline: true),
        });
        await real.WriteAsync(Encoding.ASCII.GetBytes(Head));
        await real.WriteAsync(body);
        byte[] answer = new byte[4096];
        return answer[..await real.ReadAsync(answer)];
    }

    public Task SayAsync(string text) => SayAsync(Encoding.ASCII.GetBytes(text));

    public async Task SayAsync(byte[] bytes)
    {
        await Stream.WriteAsync(bytes);
        await Stream.FlushAsync();
    }

    /// <summary>Closes with a reset, at once.</summary>
    public void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Close();
    }
}
