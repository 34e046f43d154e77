using System;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;

namespace Sealcam.Esp32;

/// <summary>What a failed handshake was about, from the number that the firmware hands out.</summary>
/// <remarks>
/// The pinned package is System.Net 1.11.60, whose firmware (100.2.0.14, from 10 July 2026 on; boards/README.md, "Versions")
/// throws CryptographicException. Its private _errorCode is the verify flags of the server's certificate, or Mbed TLS' own
/// negative error (nf-interpreter at a3e8139a1:src/PAL/COM/sockets/ssl/MbedTLS/ssl_connect_internal.cpp), or, before the
/// handshake, a small positive SslError (..._SslNative.cpp, InitHelper). The sources of System.Net that could be read are those
/// before it (100.2.0.12), without that type: hence the reflection. Firmware of then throws SocketException whose ErrorCode is
/// the negative error, or -1 when TLS could not be set up; which check failed it does not tell. Both are read, and the sentences
/// are right for either. Codes: mbedtls v3.6:include/mbedtls/{ssl,x509,net_sockets}.h.
/// </remarks>
internal static class TlsFault
{
    private const int VerifyFailed = -0x2700, FatalAlert = -0x7780, NoMemory = -0x7F00, BigNumberNoMemory = -0x0010;
    private const int EndOfStream = -0x7280, Reset = -0x0050, ReceiveFailed = -0x004C, CloseNotify = -0x7880;
    private const int FlagExpired = 0x01, FlagWrongName = 0x04, FlagNotTrusted = 0x08, FlagFuture = 0x0200;

    /// <summary>Needs a revocation list, of which there is none: with this bit the number is no flags but an SslError.</summary>
    private const int FlagRevoked = 0x02;

    /// <summary>
    /// SslError_SetupFailed of nanoPAL_Sockets.h, most often for want of memory; as verify flags it would be "expired and not
    /// trusted".
    /// </summary>
    private const int SetupFailed = 9;

    /// <summary><paramref name="ca"/> is what the server's certificate was checked against.</summary>
    public static LinkException Of(Exception e, string host, X509Certificate ca)
    {
        if (e is OutOfMemoryException)
        {
            return new LinkException(LinkFault.Other, "TLS found no memory: a connection needs about 40 KB of internal RAM");
        }

        var socket = e as SocketException;
        int code = socket != null ? socket.ErrorCode : HiddenCode(e);
        if (socket == null && code > 0)
        {
            return code == SetupFailed || code < SetupFailed && (code & FlagRevoked) != 0 ? NoSetUp(code) : OfFlags(code, host);
        }

        switch (code)
        {
            case VerifyFailed when IsOutOfDate(ca):
                return new LinkException(LinkFault.Dates, "the CA in ca.pem is not valid today by this device's clock");

            case VerifyFailed:
                return new LinkException(
                    LinkFault.Untrusted,
                    "the certificate of " + host + " failed: chain, name or dates (this device's clock says "
                    + DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm") + " UTC)");

            case FatalAlert:
                return new LinkException(
                    LinkFault.Identity,
                    host + " ended the handshake with an alert: most often it does not take this device's certificate");

            case EndOfStream:
            case Reset:
            case ReceiveFailed:
            case CloseNotify:
                return new LinkException(LinkFault.Lost, host + " closed the connection during the handshake");

            case NoMemory:
            case BigNumberNoMemory:
            case -1:
                return NoSetUp(code);

            default:
                return new LinkException(LinkFault.Other, "the handshake with " + host + " failed, code " + code);
        }
    }

    private static LinkException NoSetUp(int code) => new LinkException(
        LinkFault.Other,
        "TLS could not be set up (" + code + "): too little memory, or a certificate unreadable");

    private static LinkException OfFlags(int flags, string host)
    {
        if ((flags & FlagNotTrusted) != 0)
        {
            return new LinkException(LinkFault.Untrusted, "the certificate of " + host + " is not from a CA in ca.pem");
        }

        if ((flags & FlagWrongName) != 0)
        {
            return new LinkException(LinkFault.WrongName, "the certificate is not for " + host);
        }

        return (flags & (FlagExpired | FlagFuture)) != 0
            ? new LinkException(LinkFault.Dates, "the certificate of " + host + " is not valid today by this device's clock")
            : new LinkException(LinkFault.Untrusted, "the certificate of " + host + " failed, flags " + flags);
    }

    /// <summary>Of a file with several CAs the first counts: the platform parses no more.</summary>
    private static bool IsOutOfDate(X509Certificate ca)
    {
        try
        {
            var now = DateTime.UtcNow;
            return now < ca.GetEffectiveDate() || now > ca.GetExpirationDate();
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static int HiddenCode(Exception e)
    {
        try
        {
            var field = e.GetType().GetField("_errorCode", BindingFlags.NonPublic | BindingFlags.Instance);
            return field == null ? 0 : (int)field.GetValue(e);
        }
        catch (Exception)
        {
            return 0;  // another package's field: the sentence is then the general one
        }
    }
}
