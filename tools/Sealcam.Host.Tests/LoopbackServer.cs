#nullable disable
using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;

namespace Sealcam.Host.Tests;

/// <summary>A server on 127.0.0.1 that does to every connection what a test says.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Socket, Task> _serve;

    /// <param name="serve">Gets the accepted connection; owns it.</param>
    public LoopbackServer(Func<Socket, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Accept();
    }

    public int Port { get; }

    /// <summary>The client's certificate of the last handshake.</summary>
    public X509Certificate Client { get; private set; }

    public SslProtocols Protocol { get; private set; }

    /// <summary>A TLS server that asks for a client certificate and takes any.</summary>
    public static LoopbackServer Tls(X509Certificate2 certificate, Func<SslStream, Socket, Task> serve,
        SslProtocols protocols = SslProtocols.None, bool takesClient = true)
    {
        LoopbackServer server = null;
        server = new LoopbackServer(async socket =>
        {
            await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                ClientCertificateRequired = true,
                EnabledSslProtocols = protocols,
                RemoteCertificateValidationCallback = (_, client, _, _) => client != null && takesClient,
            });
            server.Client = stream.RemoteCertificate;
            server.Protocol = stream.SslProtocol;
            await serve(stream, socket);
        });
        return server;
    }

    public void Dispose()
    {
        _listener.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => Serve(socket));
        }
    }

    private async Task Serve(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            await _serve(socket);
        }
        catch (Exception e) when (e is IOException or AuthenticationException or SocketException or ObjectDisposedException)
        {
            // The tests look at the device's side.
        }
    }
}
