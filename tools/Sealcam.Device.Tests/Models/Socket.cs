using System;
using System.Net;
using System.Net.Sockets;

namespace Sealcam.Esp32;

/// <summary>A socket number, and what its last owner leaves of it.</summary>
internal sealed class Socket : IDisposable
{
    private readonly bool _isStream;

    public Socket(AddressFamily family, SocketType type, ProtocolType protocol)
    {
        _isStream = family == AddressFamily.InterNetwork && type == SocketType.Stream && protocol == ProtocolType.Tcp;
        Handle = Array.IndexOf(Network.Open, null);
        if (Handle < 0)
        {
            throw new SocketException((int)SocketError.TooManyOpenSockets);
        }

        Network.Open[Handle] = Network.Dial();
    }

    /// <summary>-1 once it is closed.</summary>
    public int Handle { get; set; }

    /// <summary>ms; 0 and -1 both mean for ever.</summary>
    public int ReceiveTimeout { get; set; } = -1;

    public int SendTimeout { get; set; } = -1;

    public Wire Wire => Network.Open[Handle];

    public void Connect(IPEndPoint server)
    {
        Device.Pass(Wire.IsSilent ? 20000 : 40);
        if (!_isStream || server.Port == 0 || Wire.Refuses || Wire.IsSilent)
        {
            throw new SocketException(0);  // that of some earlier call
        }
    }

    public bool Poll(int us, SelectMode mode)
    {
        if (Handle < 0)
        {
            throw new ObjectDisposedException(null);
        }

        return us < 0 ? throw Device.Dies("polls for ever") : mode == SelectMode.SelectRead && Wire.IsReadable;
    }

    public void Dispose()
    {
        if (Handle >= 0)
        {
            Network.Open[Handle] = null;
            Handle = -1;
        }
    }
}
