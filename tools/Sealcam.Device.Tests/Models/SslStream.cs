using System;
using System.IO;
using System.Net.Sockets;

namespace Sealcam.Esp32;

/// <summary>
/// nanoFramework's SslStream over Mbed TLS; see the remarks of <see cref="TlsLink"/> for where its ways are written.
/// </summary>
internal sealed class SslStream : IDisposable
{
    /// <summary>ms: the scheduler's tick; no wait is shorter.</summary>
    private const int TickMs = 10;

    private readonly Socket _socket;
    private byte[] _decrypted = [];
    private bool _hasContext, _isTls, _disposed;

    public SslStream(Socket socket)
    {
        _socket = socket;
        Wire = socket.Wire;
        Wire.Client = this;
        Network.Made(this);
        if (Wire.HangsUpEarly)
        {
            throw new IOException("10057");
        }
    }

    public Wire Wire { get; }

    public SslVerification SslVerification { get; set; } = SslVerification.CertificateRequired;

    public string Host { get; private set; }

    public SslProtocols Protocols { get; private set; }

    public X509Certificate Own { get; private set; }

    public X509Certificate Ca { get; private set; }

    /// <summary>The platform's clock when the server's certificate was judged.</summary>
    public System.DateTime JudgedAt { get; private set; }

    public void AuthenticateAsClient(string host, X509Certificate own, X509Certificate ca, SslProtocols protocols)
    {
        (Host, Own, Ca, Protocols, JudgedAt) = (host, own, ca, protocols, Device.Rtc);
        Network.Pinned.Add(own.Data);
        Network.Pinned.Add(ca.Data);
        if (Wire.SetUp != null)
        {
            throw Wire.SetUp;
        }

        _hasContext = true;
        Network.MostContexts = Math.Max(Network.MostContexts, ++Network.Contexts);
        Device.Pass(3000);
        if (Wire.Handshake != null)
        {
            Exit();
            throw Wire.Handshake;
        }

        _isTls = true;
    }

    public bool DataAvailable
    {
        get
        {
            Demand();
            return _decrypted.Length > 0;
        }
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        Demand();
        long started = Device.UptimeMs;
        while (_decrypted.Length == 0)
        {
            if (!Wire.IsReadable)
            {
                Wait(_socket.ReceiveTimeout);
                throw new SocketException((int)SocketError.TimedOut);
            }

            Wire.Record record = Wire.Next;
            if (record.End <= 0)
            {
                return record.End == 0 ? 0 : throw new SocketException(-1);
            }

            // Of a part Mbed TLS keeps what it has, and the socket is empty.
            Wire.Done();
            _decrypted = record.IsPartial ? [] : record.Data;
        }

        int read = Math.Min(count, _decrypted.Length);
        _decrypted.AsSpan(0, read).CopyTo(buffer.AsSpan(offset));
        _decrypted = _decrypted[read..];
        Demand(Device.UptimeMs == started || _socket.ReceiveTimeout > 0);
        return read;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        Demand();
        if (Wire.IsReadable && Wire.Next.End < 0)
        {
            throw new SocketException(-1);
        }

        if (count > 2048)
        {
            throw Device.Dies("a write of " + count + " bytes spins while the window is full");
        }

        if (Wire.Window < count)
        {
            Wait(_socket.SendTimeout);
            throw new SocketException((int)SocketError.TimedOut);
        }

        Wire.Window -= count;
        Wire.Take(buffer[offset..(offset + count)]);
    }

    /// <summary>
    /// Also what the finalizer does, unless the socket is known to be closed: by then its number may be another's.
    /// </summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (_socket.Handle >= 0)
        {
            Wire.WasToldGoodbye = _isTls;
            Network.Open[_socket.Handle] = null;
            _socket.Handle = -1;
        }

        Exit();
    }

    private void Exit()
    {
        if (_hasContext)
        {
            // mbedtls_net_free closes the number too, but the socket is not told.
            Network.Contexts--;
            _hasContext = _isTls = false;
            if (_socket.Handle >= 0)
            {
                Network.Open[_socket.Handle] = null;
            }
        }
    }

    private static void Wait(int timeoutMs)
    {
        if (timeoutMs <= 0)
        {
            throw Device.Dies("waits for ever");
        }

        Device.Pass((timeoutMs + TickMs - 1) / TickMs * TickMs);
    }

    private void Demand(bool met = true)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(null);
        }

        if (!_isTls || !met)
        {
            throw Device.Dies("follows a null pointer");
        }
    }
}
