using System;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Sealcam.Esp32;

/// <summary>The uplink's one TLS connection, over SslStream on Mbed TLS.</summary>
/// <remarks>
/// Traps of the platform that this class holds off (nf-interpreter:src/PAL/COM/sockets/ssl/MbedTLS/ and
/// sys_net_native_..._SslNative.cpp): only CertificateRequired checks anything, every other value of SslVerification means no
/// check; SslProtocols.None means TLS 1.3 alone; without a right clock no certificate can be judged; the handshake runs in one
/// native call, with every thread stopped and no timeout of its own; a stored CA bundle of the firmware's is trusted beside
/// ca.pem (deploy none); DataAvailable before a finished handshake follows a null pointer; a stream that is not disposed of
/// closes its socket number from its finalizer, when the number may already belong to the next connection.
/// </remarks>
public sealed class TlsLink : ILink
{
    /// <summary>ms: a server that takes nothing for so long has gone. Waited for in the scheduler, other threads run.</summary>
    private const int WriteTimeoutMs = 10000;

    /// <summary>
    /// ms: rest of a record whose first bytes are there. 0 would mean for ever; 1 ends at the next 10 ms tick of the scheduler.
    /// </summary>
    private const int ReadTimeoutMs = 1;

    private readonly WifiStation _wifi;
    private readonly Esp32Clock _clock;
    private readonly DeviceCredentials _credentials;
    private string _host;
    private IPAddress _address;
    private Socket _socket;
    private SslStream _tls;
    private bool _yielded;

    public TlsLink(WifiStation wifi, Esp32Clock clock, DeviceCredentials credentials)
    {
        _wifi = wifi;
        _clock = clock;
        _credentials = credentials;
    }

    /// <summary>Also false while it has yielded its place.</summary>
    public bool IsUp => _wifi.IsUp && !_yielded;

    /// <summary>The address that the last <see cref="Resolve"/> found, or null.</summary>
    public IPAddress Address => _address;

    /// <summary>
    /// Gives up its connection for another one of this board: the firmware's memory is reckoned for one TLS connection. The agent
    /// holds its still, and connects again after <see cref="TakeBack"/>.
    /// </summary>
    public void Yield()
    {
        _yielded = true;
        Close();
    }

    public void TakeBack() => _yielded = false;

    public void Resolve(string host)
    {
        _host = host;
        _address = null;
        try
        {
            var found = Dns.GetHostEntry(host).AddressList;
            _address = found.Length > 0 ? found[0] : null;
        }
        catch (Exception e)
        {
            throw new LinkException(LinkFault.Name, "no address for " + host + ": " + TcpDial.Describe(e));
        }

        if (_address == null)
        {
            throw new LinkException(LinkFault.Name, "no address for " + host);
        }
    }

    public void Connect(int port)
    {
        Close();
        if (_address == null)
        {
            throw new LinkException(LinkFault.Name, "no server was looked up");
        }

        if (!_clock.IsSet)
        {
            throw new LinkException(LinkFault.NoClock, "no time yet: certificates cannot be checked");
        }

        _credentials.Load();
        _clock.Restore();
        try
        {
            _socket = TcpDial.Open(_host, _address, port, _clock);
            _socket.ReceiveTimeout = ReadTimeoutMs;
            _socket.SendTimeout = WriteTimeoutMs;
            _tls = Shake();
        }
        catch (Exception)
        {
            Close();
            throw;
        }
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (count > Limits.WriteBytes)
        {
            throw new ArgumentException("a larger write may freeze the board");
        }

        try
        {
            Established().Write(buffer, offset, count);
        }
        catch (SocketException e)
        {
            throw e.ErrorCode == (int)SocketError.TimedOut
                ? new LinkException(LinkFault.Timeout, _host + " takes no data")
                : Lost(e);
        }
        catch (Exception e)
        {
            throw e is LinkException ? e : Lost(e);
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        var tls = Established();
        if (count == 0)
        {
            return 0;
        }

        try
        {
            // DataAvailable counts decrypted bytes alone; what waits in the socket shows only in Poll.
            if (!tls.DataAvailable && !_socket.Poll(0, SelectMode.SelectRead))
            {
                return 0;
            }

            int read = tls.Read(buffer, offset, count);
            return read == 0 ? -1 : read;
        }
        catch (SocketException e)
        {
            if (e.ErrorCode == (int)SocketError.TimedOut)
            {
                return 0;
            }

            throw Lost(e);
        }
        catch (Exception e)
        {
            throw Lost(e);
        }
    }

    public void Close()
    {
        var tls = _tls;
        var socket = _socket;
        _tls = null;
        _socket = null;
        TcpDial.Drop(tls);
        TcpDial.Drop(socket);
    }

    private SslStream Shake()
    {
        SslStream tls = null;
        try
        {
            // Asks for the peer's address, and throws if the server has hung up since.
            tls = new SslStream(_socket);
            tls.SslVerification = SslVerification.CertificateRequired;
            tls.AuthenticateAsClient(_host, _credentials.Device, _credentials.Ca, SslProtocols.Tls12 | SslProtocols.Tls13);
            return tls;
        }
        catch (Exception e)
        {
            TcpDial.Drop(tls);
            throw TlsFault.Of(e, _host, _credentials.Ca);
        }
    }

    private SslStream Established() => _tls ?? throw new LinkException(LinkFault.Lost, "there is no connection");

    private LinkException Lost(Exception e) =>
        new LinkException(LinkFault.Lost, "the connection to " + _host + " broke: " + TcpDial.Describe(e));
}
