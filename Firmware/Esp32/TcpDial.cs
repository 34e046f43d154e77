using System;
using System.Net;
using System.Net.Sockets;

namespace Sealcam.Esp32;

/// <summary>Opens a TCP connection, and says in plain words why it cannot.</summary>
internal static class TcpDial
{
    /// <summary>
    /// ms: a refusal comes back within one round trip, silence only after all repeats of SYN (CONFIG_LWIP_TCP_SYNMAXRTX=4).
    /// </summary>
    private const int RefusedWithinMs = 3000;

    /// <summary>Throws LinkException (Refused or Timeout). The platform's own timeout counts: some 20 s.</summary>
    public static Socket Open(string host, IPAddress address, int port, IClock clock)
    {
        long started = clock.UptimeMs;
        Socket socket = null;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(new IPEndPoint(address, port));
            return socket;
        }
        catch (Exception e)
        {
            Drop(socket);

            // The number of a failed connect is that of some earlier call (lwIP_Sockets.cpp, GetLastError): only time tells.
            bool quick = clock.UptimeMs - started < RefusedWithinMs;
            string where = host + " port " + port + ": " + Describe(e);
            throw quick
                ? new LinkException(LinkFault.Refused, "refused by " + where)
                : new LinkException(LinkFault.Timeout, "no answer from " + where);
        }
    }

    public static string Describe(Exception e)
    {
        var socket = e as SocketException;
        return socket == null ? e.GetType().Name + " " + e.Message : "socket error " + socket.ErrorCode;
    }

    public static void Drop(IDisposable thing)
    {
        try
        {
            thing?.Dispose();
        }
        catch (Exception)
        {
            // It is gone either way.
        }
    }
}
