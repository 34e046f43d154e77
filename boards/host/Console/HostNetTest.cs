using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Sealcam.Host;

/// <summary>The way to the server step by step, over a second <see cref="SslLink"/> like the one that the uplink has.</summary>
public sealed class HostNetTest : INetTest, IDisposable
{
    private readonly SslLink _link;
    private readonly int _timeoutMs;
    private readonly Func<bool> _isUp;
    private string _host = "";

    public HostNetTest(SslLinkOptions options, Func<bool> isUp)
    {
        _link = new SslLink(options);
        _timeoutMs = options.TimeoutMs;
        _isUp = isUp;
    }

    public ILink Link => _link;

    public string Resolve(string host)
    {
        if (!_isUp())
        {
            throw new LinkException(LinkFault.Other, "there is no network: 'wifi set' first");
        }

        _link.Resolve(host);
        _host = host;
        return string.Join(" ", Dns.GetHostAddresses(host).Take(2).Select(a => a.ToString()));
    }

    public void Dial(int port)
    {
        string server = $"{_host}:{port}";
        try
        {
            using var limit = new CancellationTokenSource(_timeoutMs);
            using var client = new TcpClient();
            client.ConnectAsync(_host, port, limit.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ArgumentException)
        {
            throw LinkFaults.Dial(server, e);
        }
    }

    public string Handshake(int port)
    {
        _link.Connect(port);
        return _link.Protocol;
    }

    public void Close() => _link.Close();

    public void Dispose() => _link.Dispose();
}
