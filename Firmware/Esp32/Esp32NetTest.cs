using System.Net.Sockets;

namespace Sealcam.Esp32;

/// <summary>
/// The way to the server step by step, for <c>net test</c>, with the certificates and the checks of the uplink.
/// </summary>
/// <remarks>
/// Name and TCP are tried beside the uplink's connection; for the handshake the uplink's has to go, because the memory outside
/// the managed heap is reckoned for one TLS connection (boards/*/README.md, "Memory"). The agent then finds its connection lost,
/// holds its still, and sees no network until <see cref="Close"/>. So <c>net test</c> costs a handshake, and nothing else.
/// </remarks>
public sealed class Esp32NetTest : INetTest
{
    private readonly WifiStation _wifi;
    private readonly IClock _clock;
    private readonly TlsLink _uplinks;
    private readonly TlsLink _link;
    private string _host;

    /// <param name="uplinks">The agent's link.</param>
    /// <param name="wifi">The station.</param>
    /// <param name="clock">The board's.</param>
    /// <param name="credentials">Those of the uplink: each pair of certificates stays pinned in the heap for good.</param>
    public Esp32NetTest(TlsLink uplinks, WifiStation wifi, Esp32Clock clock, DeviceCredentials credentials)
    {
        _uplinks = uplinks;
        _wifi = wifi;
        _clock = clock;
        _link = new TlsLink(wifi, clock, credentials);
    }

    public ILink Link => _link;

    public string Resolve(string host)
    {
        if (!_wifi.IsUp)
        {
            throw new LinkException(LinkFault.Other, "there is no network: 'wifi set' first");
        }

        _host = host;
        _link.Resolve(host);
        return _link.Address.ToString();
    }

    public void Dial(int port)
    {
        Socket socket = TcpDial.Open(_host, _link.Address, port, _clock);
        TcpDial.Drop(socket);
    }

    /// <summary>"": the platform does not tell which version was agreed.</summary>
    public string Handshake(int port)
    {
        _uplinks.Yield();
        _link.Connect(port);
        return "";
    }

    public void Close()
    {
        _link.Close();
        _uplinks.TakeBack();
    }
}
