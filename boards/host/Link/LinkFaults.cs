using System;
using System.ComponentModel;
using System.Net.Sockets;
using System.Text;

namespace Sealcam.Host;

/// <summary>Turns what sockets and TLS throw into a <see cref="LinkException"/> with a sentence for a technician.</summary>
internal static class LinkFaults
{
    /// <summary>Alerts about a client certificate (RFC 8446 6.2) as TLS libraries name them, letters only.</summary>
    private static readonly string[] CertificateAlerts =
    [
        "badcertificate", "unsupportedcert", "certificaterevoked", "certificateexpired", "certificateunknown",
        "certificaterequired", "unknownca", "accessdenied",
    ];

    /// <summary>The same on Windows, where text is translated: SEC_E_UNTRUSTED_ROOT, _CERT_UNKNOWN, _CERT_EXPIRED.</summary>
    private static readonly int[] CertificateCodes =
        [unchecked((int)0x80090325), unchecked((int)0x80090327), unchecked((int)0x80090328)];

    public static LinkException Name(string host, Exception e)
    {
        return e is OperationCanceledException
            ? new LinkException(LinkFault.Name, $"no answer in time to the look-up of {host}")
            : new LinkException(LinkFault.Name, $"no address is known for {host}" + (e == null ? "" : $": {e.Message}"));
    }

    public static LinkException Dial(string server, Exception e)
    {
        if (e is OperationCanceledException || Code(e) == SocketError.TimedOut)
        {
            return new LinkException(LinkFault.Timeout, $"{server} does not answer");
        }

        return Code(e) == SocketError.ConnectionRefused
            ? new LinkException(LinkFault.Refused, $"nobody listens at {server}")
            : new LinkException(LinkFault.Other, $"cannot connect to {server}: {e.Message}");
    }

    public static LinkException Handshake(string server, Exception e)
    {
        if (e is OperationCanceledException || Code(e) == SocketError.TimedOut)
        {
            return new LinkException(LinkFault.Timeout,
                $"{server} took the connection but did not finish the TLS handshake in time");
        }

        if (IsAboutIdentity(e))
        {
            return Refused(server, e);
        }

        bool cut = Code(e) != null || e is System.IO.IOException;
        return cut
            ? new LinkException(LinkFault.Lost, $"{server} broke the connection off during the TLS handshake")
            : new LinkException(LinkFault.Other, $"the TLS handshake with {server} failed: {Deepest(e)}");
    }

    /// <summary>
    /// An open connection failed. With TLS 1.3 the server judges the device's certificate only after the device's side of the
    /// handshake is done, so that its refusal arrives here, without its alert if the server was quick to hang up.
    /// </summary>
    public static LinkException Broken(string server, string doing, bool answered, Exception e)
    {
        if (Code(e) == SocketError.TimedOut)
        {
            return new LinkException(LinkFault.Timeout, $"{server} took no more bytes in time while {doing}");
        }

        if (IsAboutIdentity(e))
        {
            return Refused(server, e);
        }

        string hint = answered ? "" : "; it had not answered yet, and may not take this device's certificate";
        return new LinkException(LinkFault.Lost, $"the connection to {server} broke while {doing}{hint}");
    }

    public static LinkException Unanswered(string server)
    {
        return new LinkException(LinkFault.Lost,
            $"{server} hung up without an answer, and may not take this device's certificate");
    }

    public static LinkException Closed(string server)
    {
        return new LinkException(LinkFault.Lost,
            server.Length == 0 ? "the link is not connected" : $"the link to {server} is closed");
    }

    private static LinkException Refused(string server, Exception e)
    {
        return new LinkException(LinkFault.Identity, $"{server} does not take this device's certificate: {Deepest(e)}");
    }

    private static bool IsAboutIdentity(Exception e)
    {
        for (; e != null; e = e.InnerException)
        {
            if (e is Win32Exception { NativeErrorCode: var code } && Array.IndexOf(CertificateCodes, code) >= 0)
            {
                return true;
            }

            string text = Squeeze(e.Message);
            foreach (string alert in CertificateAlerts)
            {
                if (text.Contains("alert") && text.Contains(alert))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Squeeze(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                kept.Append(char.ToLowerInvariant(c));
            }
        }

        return kept.ToString();
    }

    private static SocketError? Code(Exception e)
    {
        for (; e != null; e = e.InnerException)
        {
            if (e is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }

    private static string Deepest(Exception e)
    {
        return e.GetBaseException().Message;
    }
}
