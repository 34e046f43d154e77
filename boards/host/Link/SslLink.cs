using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace Sealcam.Host;

/// <summary>TLS 1.2 or 1.3 over TCP by the desktop's own TLS library, with the device's client certificate.</summary>
/// <remarks>
/// A server that hangs up before its first byte is a fault with a hint, because some refuse a client certificate that way,
/// without an alert; later its end is read as -1. One thread calls it. Like the ESP32 it resumes no session, so its handshakes
/// count as that board's would.
/// </remarks>
public sealed class SslLink : ILink, IDisposable
{
    private readonly SslLinkOptions _options;
    private byte[] _received = [];
    private int _start;
    private int _end;
    private Task<int> _pending;
    private bool _ended;
    private bool _answered;
    private string _host = "";
    private IPAddress[] _addresses = [];
    private string _server = "";
    private Socket _socket;
    private SslStream _stream;
    private X509Certificate2 _identity;
    private SslStreamCertificateContext _identityContext;

    public SslLink(SslLinkOptions options)
    {
        _options = options;
    }

    /// <summary>Set it to false to play a board whose Wi-Fi has not joined.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>Handshakes completed since the link was made.</summary>
    public int Handshakes { get; private set; }

    /// <summary>What the open connection speaks, "TLS 1.3"; "" if there is none.</summary>
    public string Protocol => _stream?.SslProtocol switch
    {
        SslProtocols.Tls13 => "TLS 1.3",
        SslProtocols.Tls12 => "TLS 1.2",
        _ => "",
    };

    public void Resolve(string host)
    {
        try
        {
            using var limit = new CancellationTokenSource(_options.TimeoutMs);
            // The limit is on the waiting too: the system's resolver itself cannot be interrupted everywhere.
            _addresses = Dns.GetHostAddressesAsync(host, limit.Token).WaitAsync(limit.Token).GetAwaiter().GetResult();
            _host = host;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ArgumentException)
        {
            throw LinkFaults.Name(host, e);
        }

        if (_addresses.Length == 0)
        {
            throw LinkFaults.Name(host, null);
        }
    }

    public void Connect(int port)
    {
        Close();
        _server = $"{_host}:{port}";
        SslStreamCertificateContext identity = Identity();
        ServerCheck check = ServerCheck.For(_options);
        try
        {
            _socket = Dial(port);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ArgumentException)
        {
            throw LinkFaults.Dial(_server, e);
        }

        Handshake(check, identity);
        // A new buffer each time: a read of the last connection may be cut off only after it has written into the old one.
        _received = new byte[4096];
        Handshakes++;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (count > Limits.WriteBytes)
        {
            throw new ArgumentException($"a write of {count} bytes: at most {Limits.WriteBytes}");
        }

        SslStream stream = _stream ?? throw LinkFaults.Closed(_server);
        try
        {
            stream.Write(buffer, offset, count);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or AuthenticationException)
        {
            throw LinkFaults.Broken(_server, "sending", _answered, e);
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        SslStream stream = _stream ?? throw LinkFaults.Closed(_server);
        if (_start == _end)
        {
            Fetch(stream);
        }

        if (_start == _end)
        {
            return _ended ? -1 : 0;
        }

        int taken = Math.Min(count, _end - _start);
        Buffer.BlockCopy(_received, _start, buffer, offset, taken);
        _start += taken;
        return taken;
    }

    /// <summary>
    /// Sleeps so long (ms), or until <see cref="Read"/> has something to tell. From the thread that calls the others.
    /// </summary>
    public void Sleep(int ms)
    {
        Task<int> pending = _pending;
        if (pending == null)
        {
            Thread.Sleep(ms);
            return;
        }

        try
        {
            pending.Wait(ms);
        }
        catch (AggregateException)
        {
            // Read tells it.
        }
    }

    public void Close()
    {
        // A read that is cut off here would otherwise be reported as an exception that nobody looked at.
        _pending?.ContinueWith(static read => read.Exception, TaskContinuationOptions.OnlyOnFaulted);
        try
        {
            _stream?.Dispose();
            _socket?.Dispose();
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            // The connection is gone either way.
        }

        _pending = null;
        _stream = null;
        _socket = null;
        _start = 0;
        _end = 0;
        _ended = false;
        _answered = false;
    }

    public void Dispose()
    {
        Close();
        _identity?.Dispose();
        _identity = null;
        _identityContext = null;
    }

    /// <summary>
    /// Keeps one read going in the background and takes what it brought. What arrives between two calls waits in the buffer; a
    /// record that is only half there keeps the read pending, not the caller.
    /// </summary>
    private void Fetch(SslStream stream)
    {
        if (_ended)
        {
            return;
        }

        try
        {
            _pending ??= stream.ReadAsync(_received).AsTask();
            if (!_pending.IsCompleted)
            {
                return;
            }

            int count = _pending.GetAwaiter().GetResult();
            _pending = null;
            _start = 0;
            _end = count;
            _ended = count == 0;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or AuthenticationException)
        {
            _pending = null;
            throw LinkFaults.Broken(_server, "receiving", _answered, e);
        }

        if (_ended && !_answered)
        {
            throw LinkFaults.Unanswered(_server);
        }

        _answered = true;
    }

    /// <summary>Tries each address within one time limit; the last address's reason is the one that is told.</summary>
    private Socket Dial(int port)
    {
        using var limit = new CancellationTokenSource(_options.TimeoutMs);
        for (int i = 0; i < _addresses.Length; i++)
        {
            var socket = new Socket(_addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.NoDelay = true;
                socket.SendTimeout = _options.TimeoutMs;
                socket.ConnectAsync(new IPEndPoint(_addresses[i], port), limit.Token).AsTask().GetAwaiter().GetResult();
                return socket;
            }
            catch (SocketException) when (i < _addresses.Length - 1)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new SocketException((int)SocketError.HostNotFound);
    }

    private void Handshake(ServerCheck check, SslStreamCertificateContext identity)
    {
        var stream = new SslStream(new NetworkStream(_socket, ownsSocket: true));
        _stream = stream;
        try
        {
            using var limit = new CancellationTokenSource(_options.TimeoutMs);
            stream.AuthenticateAsClientAsync(check.Options(_host, identity), limit.Token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or AuthenticationException or OperationCanceledException
            or InvalidOperationException or SocketException)
        {
            LinkException fault = check.Fault(_server) ?? LinkFaults.Handshake(_server, e);
            Close();
            throw fault;
        }
    }

    private SslStreamCertificateContext Identity()
    {
        try
        {
            _identity ??= _options.Identity();
            return _identityContext ??= SslStreamCertificateContext.Create(_identity, null, offline: true);
        }
        catch (Exception e)
        {
            throw new LinkException(LinkFault.Identity, $"this device has no usable certificate: {e.Message}");
        }
    }
}
